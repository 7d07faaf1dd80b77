//===- real-erased-from-behind.cpp - begin() outlives what goes behind it -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// What is erased first is the last one, so that the iterator that all positions are counted from
// stays. Found in the XMP SDK of Exiv2 (RemoveSchemaChildren).
// RUN: %check %s --std=c++17
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

struct Node {
  std::string name;
  std::vector<Node *> children;
};
bool isExternal(const std::string &name);

void removeChildren(Node *schema, bool all) {
  std::size_t count = schema->children.size();
  std::vector<Node *>::iterator begin = schema->children.begin();
  for (std::size_t number = count - 1, limit = std::size_t(-1); number != limit; --number) {
    std::vector<Node *>::iterator child = begin + number;
    if (all || isExternal((*child)->name)) {
      delete *child;
      schema->children.erase(child);
    }
  }
}
void removeTwo(std::vector<int> &values, std::size_t first, std::size_t second) {
  auto begin = values.begin();
  values.erase(begin + second);
  values.erase(begin + first);
  *begin = 1;
}

// Where the first one goes, or nobody knows where the iterator is.
void removeFirst(std::vector<int> &values) {
  auto begin = values.begin();
  values.erase(values.begin());
  *begin = 1; // finding: invalidated-iterator
}
void removeFound(std::vector<int> &values) {
  auto first = std::find(values.begin(), values.end(), 1);
  values.erase(std::find(values.begin(), values.end(), 2));
  *first = 1; // finding: invalidated-iterator
}
void removeWalked(std::vector<int> &values) {
  auto it = values.begin();
  while (it != values.end()) {
    if (*it < 0)
      values.erase(it); // finding: mutate-while-iterating
    ++it;
  }
}
