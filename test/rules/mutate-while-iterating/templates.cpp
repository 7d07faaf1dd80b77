//===- templates.cpp - one finding per source location ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
#include <list>
#include <map>
#include <set>
#include <string>
#include <vector>

// Instantiated twice, reported once.
template <class Container> void eraseAll(Container &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    c.erase(it); // finding: mutate-while-iterating
}
template void eraseAll(std::set<int> &);
template void eraseAll(std::set<std::string> &);

// Wrong for the vector, right for the list: reported for the one where it is wrong.
template <class Container> void saveNext(Container &c) {
  for (auto it = c.begin(); it != c.end();) {
    auto next = std::next(it);
    c.erase(it); // finding: mutate-while-iterating
    it = next;
  }
}
template void saveNext(std::list<int> &);
template void saveNext(std::vector<int> &);

// Only ever used with a list.
template <class Container> void saveNextOfList(Container &c) {
  for (auto it = c.begin(); it != c.end();) {
    auto next = std::next(it);
    c.erase(it);
    it = next;
  }
}
template void saveNextOfList(std::list<int> &);

// if constexpr keeps only the right arm.
template <class Container> void eraseEven(Container &c) {
  for (auto it = c.begin(); it != c.end();) {
    if constexpr (sizeof(*it) > 100)
      c.erase(it++);
    else
      it = c.erase(it);
  }
}
template void eraseEven(std::vector<int> &);

// A class template: the method is instantiated for two types.
template <class Key> class Registry {
  std::map<Key, int> entries;

public:
  void drop(int value) {
    for (auto &entry : entries)
      if (entry.second == value)
        entries.erase(entry.first); // finding: mutate-while-iterating "'entries'"
  }
  void dropProperly(int value) {
    for (auto it = entries.begin(); it != entries.end();)
      it = it->second == value ? entries.erase(it) : std::next(it);
  }
};
template class Registry<int>;
template class Registry<std::string>;

// Never instantiated: nothing is known about Container.
template <class Container> void neverUsed(Container &c) {
  for (auto &x : c)
    c.erase(x);
}

// A variadic fold over pushes.
template <class... Values> void pushAll(std::vector<int> &v, Values... values) {
  for (int x : v)
    if (x)
      (v.push_back(values), ...); // finding: mutate-while-iterating
}
template void pushAll(std::vector<int> &, int);

// Generic code called from a function.
template <class F> void each(std::vector<int> &v, F f) {
  for (int x : v)
    f(x);
}
void callsEach(std::vector<int> &v, std::vector<int> &out) {
  each(v, [&](int x) { out.push_back(x); });
}
