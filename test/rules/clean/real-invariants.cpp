//===- real-invariants.cpp - what a class keeps true of its members -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// What is appended to the list is not in the map before; what is in the list is in the map. Found
// in qBittorrent.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <map>
#include <vector>

class Model {
  std::vector<int> folders_;
  std::map<int, int> options_;

public:
  void add(int folder, int option) {
    if (options_.count(folder))
      return;
    folders_.push_back(folder);
    options_[folder] = option;
  }
  void folderSet(int folder, int option) {
    if (!options_.count(folder)) {
      folders_.push_back(folder);
      options_[folder] = option;
    } else {
      options_[folder] = option;
    }
  }
  void apply(int option) {
    for (const int &folder : folders_)
      // known-false-alarm@+1: mutate-while-iterating issue "Quality on real code"
      folderSet(folder, option);
  }
};
