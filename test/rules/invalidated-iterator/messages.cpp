//===- messages.cpp - what the rule says, and where -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++20
#include <map>
#include <vector>

// Where it was made, what invalidated it, what to do.
int growth(std::vector<int> &v) {
  auto it = v.begin(); // note: "the iterator is made here"
  v.push_back(1); // note: "inserting into 'v' here may move its elements to larger storage"
  return *it; // finding: invalidated-iterator "iterator 'it' is used after inserting into 'v' may have invalidated it"
}

// An erase invalidates for sure.
int erase(std::map<int, int> &m) {
  auto it = m.find(1); // note: "the iterator is made here"
  m.erase(it); // note: "erasing from 'm' here"
  return it->second; // finding: invalidated-iterator certain "iterator 'it' is used after erasing from 'm' invalidated it"
}
