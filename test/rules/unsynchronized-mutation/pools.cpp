//===- pools.cpp - callables that are kept, and threads that run them -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

// No table knows it: who calls what submit() keeps is seen to run in a thread.
class Pool {
public:
  explicit Pool(int workers) {
    for (int n = 0; n < workers; ++n)
      threads_.emplace_back([this] { work(); });
  }
  ~Pool() { drain(); }
  void submit(std::function<void()> job) {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      jobs_.push_back(std::move(job));
    }
    changed_.notify_one();
  }
  template <class Function, class... Arguments>
  auto enqueue(Function &&function, Arguments &&...arguments)
      -> std::future<decltype(function(arguments...))> {
    auto task = std::make_shared<std::packaged_task<decltype(function(arguments...))()>>(
        std::bind(std::forward<Function>(function), std::forward<Arguments>(arguments)...));
    auto result = task->get_future();
    {
      std::lock_guard<std::mutex> lock(mutex_);
      jobs_.emplace_back([task] { (*task)(); });
    }
    changed_.notify_one();
    return result;
  }
  void drain() {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      closing_ = true;
    }
    changed_.notify_all();
    for (auto &thread : threads_)
      thread.join();
    threads_.clear();
  }

private:
  void work() {
    for (;;) {
      std::function<void()> job;
      {
        std::unique_lock<std::mutex> lock(mutex_);
        changed_.wait(lock, [this] { return closing_ || !jobs_.empty(); });
        if (jobs_.empty())
          return;
        job = std::move(jobs_.front());
        jobs_.pop_front();
      }
      job();
    }
  }
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> jobs_;
  bool closing_ = false;
  std::vector<std::thread> threads_;
};

void submitted() {
  std::vector<int> results;
  Pool pool(2);
  pool.submit([&] { results.push_back(1); }); // note: "the thread is started here"
  results.clear(); // finding: unsynchronized-mutation "clearing 'results' while another thread is inserting into 'results'"
  pool.drain();
  results.clear();
}

void beforeAnythingIsSubmitted() {
  std::vector<int> results;
  Pool pool(2);
  results.push_back(1);
  pool.submit([&] { results.push_back(2); });
}

void twoJobs() {
  std::map<int, int> m;
  Pool pool(2);
  pool.submit([&] { m[1] = 1; });
  pool.submit([&] { m.erase(1); }); // finding: unsynchronized-mutation
}

// It runs one after the other.
void oneWorker() {
  std::map<int, int> m;
  Pool pool(1);
  for (int i = 0; i < 3; ++i)
    pool.submit([&] { m[1] = 1; });
  pool.submit([&] { m.erase(1); });
}

void inALoop() {
  std::map<int, int> m;
  Pool pool(4);
  for (int i = 0; i < 3; ++i)
    pool.submit([&m, i] { m[i] = 1; }); // finding: unsynchronized-mutation "in several threads at once"
}

void throughTemplates() {
  std::vector<int> results;
  Pool pool(2);
  pool.enqueue([&results](int x) { results.push_back(x); }, 2);
  results.clear(); // finding: unsynchronized-mutation
}

void withAResult() {
  std::vector<int> results;
  Pool pool(2);
  auto done = pool.enqueue([&results](int x) { results.push_back(x); }, 2);
  done.get();
  results.clear();
}

// The pool is somewhere else.
static Pool *shared;
void elsewhere(Pool &pool) {
  std::vector<int> results;
  pool.submit([&] { results.push_back(1); });
  results.clear(); // finding: unsynchronized-mutation
  shared->submit([&] { results.clear(); }); // finding: unsynchronized-mutation
}

// Who keeps it, calls it in the same thread: no race.
class Loop {
public:
  void post(std::function<void()> job) { jobs_.push(std::move(job)); }
  void run() {
    while (!jobs_.empty()) {
      auto job = std::move(jobs_.front());
      jobs_.pop();
      job();
    }
  }

private:
  std::queue<std::function<void()>> jobs_;
};
void sameThread() {
  std::vector<int> results;
  Loop loop;
  loop.post([&] { results.push_back(1); });
  results.clear();
  loop.run();
}

// A callback that a thread calls.
class Button {
public:
  void onClick(std::function<void()> handler) { handler_ = std::move(handler); }
  void click() {
    if (handler_)
      handler_();
  }

private:
  std::function<void()> handler_;
};
void callback() {
  std::vector<int> clicks;
  Button button;
  button.onClick([&] { clicks.push_back(1); });
  std::thread user([&] { button.click(); }); // note: "by the call of 'Button::click' here"
  clicks.clear(); // finding: unsynchronized-mutation
  user.join();
}
void callbackWithLock() {
  std::vector<int> clicks;
  std::mutex mutex;
  Button button;
  button.onClick([&] { clicks.push_back(1); });
  std::thread user([&] {
    std::lock_guard<std::mutex> lock(mutex);
    button.click();
  });
  {
    std::lock_guard<std::mutex> lock(mutex);
    clicks.clear();
  }
  user.join();
}

// Called at once, with the lock of who calls it.
template <class Function> static void locked(std::mutex &mutex, Function function) {
  std::lock_guard<std::mutex> lock(mutex);
  function();
}
void atOnce() {
  std::vector<int> v;
  std::mutex mutex;
  std::thread other([&] { locked(mutex, [&] { v.push_back(1); }); });
  locked(mutex, [&] { v.clear(); });
  other.join();
}
static void unlocked(const std::function<void()> &function) { function(); }
void atOnceWithout() {
  std::vector<int> v;
  std::mutex mutex;
  std::thread other([&] { locked(mutex, [&] { v.push_back(1); }); });
  unlocked([&] { v.clear(); }); // finding: unsynchronized-mutation "clearing 'v'"
  other.join();
}

// A thread of a callable that came from elsewhere.
static std::thread start(std::function<void()> job) { return std::thread(std::move(job)); }
void startedElsewhere() {
  std::vector<int> v;
  std::thread t = start([&] { v.push_back(1); });
  v.clear(); // finding: unsynchronized-mutation
  t.join();
  v.clear();
}

// The slot of one loop is not called by the thread of another one (rTorrent, thread_base): possible.
struct SlotLoop {
  std::function<void()> slot;
  std::thread thread;
  void start() { thread = std::thread(&SlotLoop::run, this); }
  void run() {
    for (;;)
      if (slot)
        slot();
  }
};
static std::vector<int> mainTasks;
static void popTask() { mainTasks.pop_back(); }
void slots(SlotLoop *mainLoop, SlotLoop *worker) {
  mainLoop->slot = std::bind(&popTask);
  worker->start();
  mainTasks.push_back(1);
}

// Nor does a thread run the overrides of all classes, when there are many (rTorrent, poll_epoll):
// possible.
struct Event {
  virtual ~Event();
  virtual void read() = 0;
};
static std::vector<int> timerTasks;
struct Timer : Event {
  void read() override { timerTasks.push_back(1); }
};
struct Pipe : Event {
  void read() override {}
};
struct Socket : Event {
  void read() override {}
};
struct EventLoop {
  std::vector<Event *> events;
  std::thread thread;
  void start() {
    thread = std::thread([this] {
      for (Event *event : events)
        event->read();
    });
  }
};
static EventLoop eventLoop;
void poll() {
  eventLoop.start();
  timerTasks.clear();
}
