//===- messages.cpp - what the rule says, and where -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++20
#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

struct Server {
  std::map<int, std::string> sessions;

  // The loop and the change are named as the source names them.
  void dropMember() {
    for (auto &[id, session] : sessions) // note: "hidden begin and end iterators into 'sessions'"
      if (session.empty())
        sessions.erase(id); // finding: mutate-while-iterating "erasing from 'sessions' while the range-for at line [[@-2]] iterates it" // note: "std::erase_if(sessions"
  }
};

// An explicit iterator is named where it is used.
void iterator(std::map<int, int> &m) {
  for (auto it = m.begin(); it != m.end(); ++it) // note: "'it' is advanced here after the change invalidated it"
    if (it->second)
      m.erase(it); // finding: mutate-while-iterating "erasing from 'm' while the loop at line [[@-2]] iterates it" // note: "'it = m.erase(it)'"
}

// Growth.
void growth(std::vector<int> &v) {
  for (int x : v) // note: "hidden begin and end iterators into 'v'"
    v.push_back(x); // finding: mutate-while-iterating "inserting into 'v' while the range-for at line [[@-1]] iterates it"
}

// A look-up that inserts says so.
void subscript(std::unordered_map<int, int> &m) {
  for (auto &kv : m)
    kv.second += m[kv.second]; // finding: mutate-while-iterating "inserting into 'm'" // note: "inserts a missing key"
}

// An algorithm walks.
void algorithm(std::vector<int> &v) {
  std::for_each(v.begin(), v.end(), [&](int x) { // note: "the algorithm keeps iterators into 'v'"
    v.push_back(x); // finding: mutate-while-iterating "while the algorithm at line [[@-1]] iterates it"
  });
}

// Skipped, not dangling.
void skipped(std::vector<int> &v) {
  for (unsigned i = 0; i < v.size(); ++i) // note: "the loop steps past it"
    if (v[i] == 2)
      v.erase(v.begin() + i); // finding: mutate-while-iterating "skips the next element" // note: "only when nothing was erased"
}
