//===- real-own-element.cpp - containers of their own kind --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// A class that derives from a container of itself, and owns no end of them. Found in MPD.
// RUN: %check %s --std=c++17
#include <map>
#include <memory>
#include <string>
#include <vector>

template <typename Key> class RecursiveMap : public std::map<Key, RecursiveMap<Key>> {};

void collect(RecursiveMap<std::string> &result, const char *value) {
  collect(result[value], value);
}
RecursiveMap<std::string> make() {
  RecursiveMap<std::string> result;
  collect(result, "x");
  return result;
}

struct Forest : std::vector<std::unique_ptr<Forest>> {};
void cut(Forest &forest) {
  for (auto &tree : forest)
    tree->clear();
  forest.clear();
}
void grow(Forest &forest) {
  for (auto &tree : forest) {
    tree->clear();
    forest.push_back(nullptr); // finding: mutate-while-iterating
  }
}
