//===- joined-at-end.cpp - threads that are waited for when they end -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++20
#include <atomic>
#include <future>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

// Members end in the order in which they are not declared: the container is gone first.
class Outlived {
public:
  Outlived() {
    worker = std::jthread([this] {
      names.insert("a"); // finding: unsynchronized-mutation likely "inserting into 'outlived.names' in a thread while this one is destroying 'outlived.names'"
    });
  }

private:
  std::jthread worker;
  std::set<std::string> names; // note: "the other access"
};
void outlive() { Outlived outlived; }

class InTime {
public:
  InTime() {
    worker = std::jthread([this] { names.insert("a"); });
  }

private:
  std::set<std::string> names;
  std::jthread worker;
};
void beInTime() { InTime inTime; }

// Its destructor waits before anything ends.
class Waits {
public:
  Waits() {
    worker = std::jthread([this] { names.insert("a"); });
  }
  ~Waits() { worker.join(); }

private:
  std::jthread worker;
  std::set<std::string> names;
};
void wait() { Waits waits; }

class WaitsTooLate {
public:
  WaitsTooLate() {
    worker = std::async(std::launch::async, [this] {
      names.insert("a"); // finding: unsynchronized-mutation likely "inserting into 'late.names' in a thread while this one is destroying 'late.names'"
    });
  }
  ~WaitsTooLate() {}

private:
  std::future<void> worker;
  std::set<std::string> names;
};
void waitTooLate() { WaitsTooLate late; }

// All threads of a vector.
void clearThem() {
  std::map<int, int> totals;
  std::vector<std::jthread> workers;
  workers.emplace_back([&] { totals.erase(1); });
  totals.clear(); // finding: unsynchronized-mutation
  workers.clear();
  totals.clear();
}
static void finish(std::vector<std::jthread> &workers) { workers.clear(); }
void letThemBeCleared() {
  std::map<int, int> totals;
  std::vector<std::jthread> workers;
  workers.emplace_back([&] { totals.erase(1); });
  finish(workers);
  totals.clear();
}
void letThemGoOutOfScope() {
  std::map<int, int> totals;
  {
    std::vector<std::jthread> workers;
    workers.emplace_back([&] { totals.erase(1); });
  }
  totals.clear();
}
void resetIt() {
  std::map<int, int> totals;
  auto worker = std::make_unique<std::jthread>([&] { totals.erase(1); });
  worker.reset();
  totals.clear();
}
// A thread that nobody waits for is not over when its handle is gone.
void handlesOnly() {
  std::map<int, int> totals;
  std::vector<std::thread> workers;
  workers.emplace_back([&] { totals.erase(1); });
  workers.back().detach();
  workers.clear();
  totals.clear(); // finding: unsynchronized-mutation
}

// A flag says whether the thread runs: it is stopped for a change if it does (OpenClonk's
// StdSchedulerThread).
namespace flagged {

class Scheduler {
public:
  void add(int job) { jobs.push_back(job); }
  int sum() const {
    int result = 0;
    for (int job : jobs)
      result += job;
    return result;
  }

private:
  std::vector<int> jobs;
};
class SchedulerThread : public Scheduler {
public:
  ~SchedulerThread() {
    if (hasThread)
      stop();
  }
  void start() {
    if (hasThread)
      stop();
    hasThread = true;
    thread = std::thread([this] { total = sum(); });
  }
  void stop() {
    if (!hasThread)
      return;
    thread.join();
    hasThread = false;
  }
  void add(int job) {
    const bool had = hasThread;
    if (had)
      stop();
    Scheduler::add(job);
    if (had)
      start();
  }

private:
  std::thread thread;
  bool hasThread = false;
  int total = 0;
};

// This one says whether the thread is done: until then nobody waits for it.
class Sum {
public:
  void start() {
    thread = std::thread([this] {
      for (int number : numbers)
        total += number;
      isDone = true;
    });
  }
  void add(int number) {
    if (isDone)
      stop();
    numbers.push_back(number); // finding: unsynchronized-mutation
  }
  void stop() { thread.join(); }

private:
  std::thread thread;
  std::atomic<bool> isDone{false};
  int total = 0;
  std::vector<int> numbers;
};

void run() {
  SchedulerThread scheduler;
  scheduler.add(1);
  scheduler.start();
  scheduler.add(2);
  scheduler.stop();
  Sum sum;
  sum.start();
  sum.add(1);
  sum.stop();
}

} // namespace flagged
