//===- predicates.cpp - predicates that look at what goes ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++20
//
// Whether a predicate says yes to the element that it compares with is not followed.
#include <map>
#include <set>

struct Item {
  int group;
};

// The predicate is called again after x is gone.
void keyOfTheErased(std::set<int> &items) {
  for (const int &x : items) {
    // known-miss@+1: invalidated-reference issue "The whole program"
    std::erase_if(items, [&](const int &e) { return e == x; });
    return;
  }
}

// The same by iterator.
void iteratorOfTheErased(std::map<int, Item> &items, int k) {
  auto it = items.find(k);
  if (it == items.end())
    return;
  // known-miss@+1: invalidated-iterator issue "The whole program"
  std::erase_if(items, [&](const auto &e) { return e.second.group == it->second.group; });
}

// A copy of the key outlives the element.
void copiedKey(std::set<int> &items) {
  for (const int &x : items) {
    const int key = x;
    std::erase_if(items, [&](const int &e) { return e == key; });
    return;
  }
}
