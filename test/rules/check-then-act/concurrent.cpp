//===- concurrent.cpp - containers that need no lock ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17 --tool-option=--checks=*,holdfast-check-then-act
#include "../Inputs/Concurrent.h"
#include <mutex>

void use(int);

struct Counters {
  tbb::concurrent_unordered_map<int, int> counts;
  std::mutex mutex;

  void add(int id) {
    if (counts.find(id) == counts.end()) // note: "the check is made here"
      counts.insert({id, 1}); // finding: check-then-act "inserting into 'counts' because of an earlier check; another thread may have changed 'counts' since"
  }
  void addAndAsk(int id) {
    if (counts.find(id) == counts.end())
      if (!counts.insert({id, 1}).second)
        use(id);
  }
  void addAlways(int id) {
    counts.find(id);
    counts.insert({id, 1});
  }
  void addUnderLock(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    if (counts.find(id) == counts.end())
      counts.insert({id, 1});
  }
};

// Nobody else has it.
void own(int id) {
  tbb::concurrent_unordered_map<int, int> counts;
  if (counts.find(id) == counts.end())
    counts.insert({id, 1});
}
