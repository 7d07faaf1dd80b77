//===- chromium.cpp - locks and tasks of Chromium --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include "../Inputs/ThreadLibraries.h"
#include <thread>
#include <vector>

struct Queue {
  base::Lock lock;
  std::vector<int> jobs;
  void guarded() {
    base::AutoLock guard(lock);
    jobs.push_back(1);
  }
  void byHand() {
    lock.Acquire();
    jobs.push_back(1);
    lock.Release();
  }
  void heldByTheCaller() {
    lock.AssertAcquired();
    jobs.push_back(1);
  }
  void bare() { jobs.push_back(1); } // finding: inconsistent-lock "inserting into 'queue.jobs'"
};
void use(Queue &queue) {
  std::thread t([&] { queue.guarded(); });
  queue.guarded();
  queue.byHand();
  queue.heldByTheCaller();
  queue.bare();
  t.join();
}

void posted(std::vector<int> &v) {
  base::ThreadPool::PostTask(base::Location(), [&] { v.push_back(1); });
  v.push_back(2); // finding: unsynchronized-mutation
}

// What a task runner is given mostly runs where it comes from.
void postedInTurn(base::TaskRunner &runner, std::vector<int> &v) {
  runner.PostTask(base::Location(), [&] { v.push_back(1); });
  v.push_back(2);
}

void byEvent() {
  std::vector<int> v;
  base::WaitableEvent done;
  base::ThreadPool::PostTask(base::Location(), [&] {
    v.push_back(1);
    done.Signal();
  });
  done.Wait();
  v.clear();
}
