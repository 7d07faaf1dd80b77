//===- abseil.cpp - locks and hand-over of Abseil --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include "../Inputs/ThreadLibraries.h"
#include <map>
#include <thread>
#include <vector>

struct Board {
  absl::Mutex mutex;
  std::map<int, int> jobs;

  void guarded(int id) {
    absl::MutexLock lock(&mutex);
    jobs[id] = 1;
  }
  void writing(int id) {
    absl::WriterMutexLock lock(&mutex);
    jobs[id] = 1;
  }
  int reading(int id) {
    absl::ReaderMutexLock lock(&mutex);
    return jobs.count(id);
  }
  void byHand(int id) {
    mutex.Lock();
    jobs.erase(id);
    mutex.Unlock();
  }
  void tried(int id) {
    if (!mutex.TryLock())
      return;
    jobs.erase(id);
    mutex.Unlock();
  }
  void heldByTheCaller(int id) {
    mutex.AssertHeld();
    jobs.erase(id);
  }
  void released(int id) {
    absl::ReleasableMutexLock lock(&mutex);
    jobs.erase(id);
    lock.Release();
    jobs.erase(id + 1); // finding: inconsistent-lock "erasing from 'board.jobs'"
  }
  void writingUnderReaderLock(int id) {
    absl::ReaderMutexLock lock(&mutex);
    jobs.erase(id); // finding: unsynchronized-mutation
  }
  void writingUnderReaderLockByHand(int id) {
    mutex.ReaderLock();
    jobs.erase(id); // finding: unsynchronized-mutation
    mutex.ReaderUnlock();
  }
};

void use(Board &board) {
  std::thread t([&] { board.reading(1); });
  board.guarded(1);
  board.writing(1);
  board.reading(1);
  board.byHand(1);
  board.tried(1);
  board.heldByTheCaller(1);
  board.released(1);
  board.writingUnderReaderLock(1);
  board.writingUnderReaderLockByHand(1);
  t.join();
}

void byNotification() {
  std::vector<int> v;
  absl::Notification done;
  std::thread t([&] {
    v.push_back(1);
    done.Notify();
  });
  done.WaitForNotification();
  v.clear();
  t.join();
}
void notifiedTooEarly() {
  std::vector<int> v;
  absl::Notification done;
  std::thread t([&] {
    done.Notify();
    v.push_back(1);
  });
  done.WaitForNotification();
  v.clear(); // finding: unsynchronized-mutation
  t.join();
}
void byCounter() {
  std::vector<int> v;
  absl::BlockingCounter counter(1);
  std::thread t([&] {
    v.push_back(1);
    counter.DecrementCount();
  });
  counter.Wait();
  v.clear();
  t.join();
}
