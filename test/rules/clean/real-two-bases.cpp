//===- real-two-bases.cpp - a class that is two vectors -*- C++ -*---------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// One base grows or shrinks, an iterator into the other base stays. Found in libTorrent.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <vector>

struct Entry {
  int group = 0;
};

class Manager : private std::vector<Entry>, private std::vector<int *> {
  using Entries = std::vector<Entry>;
  using Groups = std::vector<int *>;

public:
  void move(Entries::iterator it, int to) {
    Groups::iterator from = Groups::begin() + it->group;
    Entry entry = *it;
    Entries::erase(it);
    Entries::insert(Entries::begin(), entry);
    // known-false-alarm@+1: invalidated-iterator issue "Quality on real code"
    **from = to;
  }
};
