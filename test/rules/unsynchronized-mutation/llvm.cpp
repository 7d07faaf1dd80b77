//===- llvm.cpp - threads and locks of LLVM --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include "../Inputs/ThreadLibraries.h"
#include <vector>

void pool() {
  std::vector<int> v;
  llvm::sys::Mutex mutex;
  llvm::DefaultThreadPool pool;
  for (int i = 0; i < 4; ++i)
    pool.async([&] {
      llvm::sys::ScopedLock lock(mutex);
      v.push_back(1);
    });
  {
    llvm::sys::ScopedLock lock(mutex);
    v.push_back(2);
  }
  v.push_back(3); // finding: unsynchronized-mutation "inserting into 'v'"
  pool.wait();
  v.push_back(4);
}

void oneTask() {
  std::vector<int> v;
  llvm::DefaultThreadPool pool;
  std::shared_future<void> done = pool.async([&] { v.push_back(1); });
  v.push_back(2); // finding: unsynchronized-mutation
  done.wait();
  v.push_back(3);
}

void loops(std::vector<int> &v) {
  llvm::parallelFor(0, 10, [&](std::size_t i) { v[i] = 1; });
  llvm::parallelFor(0, 10, [&](std::size_t) { v.push_back(1); }); // finding: unsynchronized-mutation
  {
    llvm::parallel::TaskGroup group;
    group.spawn([&] { v.push_back(1); });
    v.clear(); // finding: unsynchronized-mutation
  }
  v.clear();
}
