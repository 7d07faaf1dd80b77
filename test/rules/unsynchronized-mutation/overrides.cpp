//===- overrides.cpp - virtual functions that threads call ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <map>
#include <pthread.h>
#include <thread>
#include <vector>

// One loop for all threads, and what it does is virtual: the class of the object decides that the
// thread was started for (rTorrent, thread_base).
struct Thread {
  virtual ~Thread() {}
  virtual void callEvents() = 0;
  void start() { pthread_create(&t, nullptr, (void *(*)(void *))&Thread::loop, this); }
  void launch() {
    std::thread([this] { callEvents(); }).detach();
  }
  static void *loop(Thread *thread) {
    for (;;)
      thread->callEvents();
  }
  pthread_t t;
};
static std::vector<int> tasks, jobs, files;
struct Main : Thread {
  void callEvents() override {
    if (!tasks.empty())
      tasks.pop_back();
  }
};
struct Disk : Thread {
  void callEvents() override {
    jobs.push_back(1); // finding: unsynchronized-mutation "in a thread while this one is reading 'jobs', without a common lock"
  }
};
void mainRunsItself() {
  Main m;
  Disk d;
  d.start();
  Thread::loop(&m);
}
void diskRuns() {
  Disk d;
  d.start();
  jobs.clear(); // finding: unsynchronized-mutation "while another thread is inserting into 'jobs', without a common lock"
  tasks.clear();
}

// So where the object itself starts its thread, or is made for it.
struct Watcher : Thread {
  Watcher() { launch(); }
  void callEvents() override { files.push_back(1); }
};
void watch() {
  Watcher w;
  files.clear(); // finding: unsynchronized-mutation "without a common lock"
  tasks.clear();
}
struct Deep : Disk {};
void deepRuns() {
  Deep d;
  d.launch();
  jobs.size();
  files.size();
}

// Which object it is, nobody knows (possible).
void anyRuns(Thread *thread) {
  thread->start();
  tasks.clear();
}

// Each thread has its own poll; a handler is called by the thread in whose poll it was put
// (possible).
struct Event {
  virtual ~Event() {}
  virtual void read() = 0;
};
static std::vector<int> timers;
struct Timer : Event {
  void read() override { timers.push_back(1); }
};
struct Pipe : Event {
  int n = 0;
  void read() override { ++n; }
};
struct Poll {
  std::map<int, Event *> events;
  void perform() {
    for (auto &event : events)
      event.second->read();
  }
};
struct Loop {
  Poll poll;
  std::thread t;
  void start() {
    t = std::thread([this] {
      for (;;)
        poll.perform();
    });
  }
};
static Loop worker;
static Poll mine;
void twoPolls(Timer &timer, Pipe &pipe) {
  mine.events[1] = &timer;
  worker.poll.events[1] = &pipe;
  worker.start();
  for (;;) {
    mine.perform();
    if (!timers.empty())
      timers.pop_back();
  }
}

// Nor has the caller a name for it.
Event *nextEvent();
static void readNext() { nextEvent()->read(); }
void readsNext() {
  std::thread t(readNext);
  timers.clear();
  t.join();
}

// What is there to be overridden is no other choice.
struct Task {
  virtual ~Task() {}
  virtual void run() {}
};
static std::vector<int> done;
struct Job : Task {
  void run() override { done.push_back(1); }
};
void oneKindOfTask(Task *task) {
  std::thread t([task] { task->run(); });
  done.clear(); // finding: unsynchronized-mutation
  t.join();
}
