//===- real-kept-callables.cpp - callables that are put away before others come *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// A visitor is taken out of the variable of who calls, and another one is put there, which collects
// what the first is given later. Found in MPD.
// RUN: %check %s --std=c++17
#include <functional>
#include <utility>
#include <vector>

using Visit = std::function<void(int)>;
struct Helper {
  std::vector<int> songs;
  Visit original;
  unsigned counter = 0;

  Helper(bool sorts, unsigned window, Visit &visit) {
    if (sorts) {
      original = std::move(visit);
      visit = [this](int song) { songs.push_back(song); };
    } else if (window) {
      original = std::move(visit);
      visit = [this](int song) {
        if (counter++)
          original(song);
      };
    }
  }
  void commit() {
    for (int song : songs)
      original(song);
  }
};
void walk(const Visit &visit) {
  for (int i = 0; i != 3; ++i)
    visit(i);
}
void all(bool sorts, Visit visit) {
  Helper helper(sorts, 2, visit);
  walk(visit);
  helper.commit();
}
std::vector<int> collect() {
  std::vector<int> result;
  all(true, [&](int song) { result.push_back(song); });
  return result;
}

// The other way round: the one that collects is put away.
struct Wrong {
  std::vector<int> songs;
  Visit original;

  explicit Wrong(Visit &visit) {
    visit = [this](int song) { songs.push_back(song); };
    original = std::move(visit);
  }
  void commit() {
    for (int song : songs)
      original(song); // finding: mutate-while-iterating
  }
};
void wrong(Visit visit) {
  Wrong helper(visit);
  helper.commit();
}

// In a loop, what comes last is put away by the next round.
struct Looping {
  std::vector<int> songs;
  Visit original;

  Looping(Visit &visit, int n) {
    for (int i = 0; i != n; ++i) {
      original = visit;
      visit = [this](int song) { songs.push_back(song); };
    }
  }
  void commit() {
    for (int song : songs)
      original(song); // finding: mutate-while-iterating
  }
};
void looping(Visit visit) {
  Looping helper(visit, 2);
  helper.commit();
}
