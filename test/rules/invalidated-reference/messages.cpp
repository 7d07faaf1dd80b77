//===- messages.cpp - what the rule says, and where -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++20
#include <string>
#include <string_view>
#include <vector>

// A reference.
int reference(std::vector<int> &v) {
  int &first = v.front(); // note: "the reference is made here"
  v.push_back(1); // note: "inserting into 'v' here may move its elements to larger storage"
  return first; // finding: invalidated-reference "reference 'first' is used after inserting into 'v' may have invalidated it"
}

// A pointer.
int pointer(std::vector<int> &v) {
  int *p = v.data(); // note: "the pointer is made here"
  v.clear(); // note: "clearing 'v' here"
  return *p; // finding: invalidated-reference "pointer 'p' is used after clearing 'v' invalidated it"
}

// A view.
char view(std::string &s) {
  std::string_view word = s; // note: "the view is made here"
  s += "tail";
  return word[0]; // finding: invalidated-reference "view 'word' is used after inserting into 's'"
}

// An owner that died.
int owner() {
  int *p = nullptr;
  {
    std::vector<int> v{1};
    p = &v[0]; // note: "the pointer is made here"
  } // note: "the lifetime of 'v' ends here"
  return *p; // finding: invalidated-reference "pointer 'p' is used after 'v' was destroyed"
}

// A temporary in a range-for.
std::vector<std::string> names();
int temporary() {
  int n = 0;
  for (char c : names()[0]) // finding: invalidated-reference "the range-for iterates a part of a temporary" // note: "C++23 (P2718) keeps it alive"
    n += c;
  return n;
}
