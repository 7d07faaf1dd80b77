//===- real-own-smart-pointers.cpp - pointers that a project wrote -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// A parameter leads to another object of the class, also when it is a smart pointer of the
// project's own. Found in Squid.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <vector>

template <class C> class RefCount {
  C *p_ = nullptr;

public:
  RefCount() {}
  RefCount(C *p) : p_(p) {}
  C *operator->() const { return p_; }
};
class User {
  std::vector<int> notes_;

public:
  void add(int note) { notes_.push_back(note); }
  void absorb(RefCount<User> from) {
    for (const int &note : from->notes_)
      add(note);
  }
};
