//===- real-bases.cpp - objects that are several containers -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
//
// libtorrent (rakshasa) 0.13.8, src/torrent/download/resource_manager.cc: a manager is the vector of its
// entries, and the vector of its groups. Erasing from the one leaves the other alone.
#include "../Inputs/Execute.h"
#include <vector>

struct Entry {
  int priority;
};

class Manager : private std::vector<Entry>, private std::vector<int> {
  using Entries = std::vector<Entry>;
  using Groups = std::vector<int>;

public:
  Manager() : Entries({{2}, {3}}), Groups({1, 2}) {}

  int move() {
    Groups::iterator from = Groups::begin();
    Entries::erase(Entries::begin());
    Entries::push_back({7});
    return *from;
  }
  int moveOne() {
    const Entry &first = Entries::front();
    Groups::push_back(3);
    return first.priority;
  }
  // Nor does it hide what happens to the same one.
  int drop() {
    Groups::iterator from = Groups::begin();
    Groups::push_back(3);
    return *from; // finding: invalidated-iterator "inserting into '*this'"
  }
};

int moveInManager() { return Manager().move(); }
int moveOneInManager() { return Manager().moveOne(); }
int dropInManager() { return Manager().drop(); }

EXECUTE(GOOD(moveInManager) GOOD(moveOneInManager) BAD(dropInManager))
