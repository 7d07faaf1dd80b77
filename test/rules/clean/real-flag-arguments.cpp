//===- real-flag-arguments.cpp - a flag of the call decides -*- C++ -*-----===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// The callee changes the walked container only under a flag that this call does not give. Found in
// libTorrent.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <algorithm>
#include <vector>

class Connections {
public:
  enum { Delayed = 1 << 0, Quick = 1 << 1 };
  void erase(std::vector<int>::iterator at, int flags) {
    if (flags & Delayed) {
      queue_.push_back(*at);
      return;
    }
    list_.erase(at);
  }
  void disconnectQueued() {
    for (auto it = queue_.begin(); it != queue_.end(); ++it) {
      auto found = std::find(list_.begin(), list_.end(), *it);
      if (found != list_.end())
        erase(found, 0);
    }
    queue_.clear();
  }

private:
  std::vector<int> list_;
  std::vector<int> queue_;
};
