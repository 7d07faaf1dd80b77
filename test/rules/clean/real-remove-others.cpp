//===- real-remove-others.cpp - removing all but the walked element -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// A list is thinned out while it is walked; the predicate spares the walked element, so the
// range-for's own iterator stays good. Found in cppcheck's value flow.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <algorithm>
#include <list>
#include <vector>

struct Value {
  int number = 0;
  bool impossible = false;
  bool isKnown() const;
  bool operator==(const Value &other) const;
};

// The predicate returns false for the walked element first of all.
void removeDuplicates(std::list<Value> &values) {
  for (Value &x : values) {
    if (x.impossible)
      continue;
    values.remove_if([&](Value &y) {
      if (&x == &y)
        return false;
      return x.number == y.number;
    });
  }
}

// As one condition.
void removeSame(std::list<Value> &values) {
  for (const Value &x : values)
    values.remove_if([&x](const Value &y) { return &x != &y && x.number == y.number; });
}

// The iterator has left the element before its value is removed; no value is there twice. Found in
// OpenTTD.
void removeStepped(std::list<Value *> &values) {
  std::list<Value *>::iterator it;
  for (it = values.begin(); it != values.end();) {
    Value *value = *it;
    it++;
    if (value->impossible)
      values.remove(value);
  }
}

// Two different values of one list leave it one after the other. Found in cppcheck.
bool removeContradiction(std::list<Value> &values) {
  for (Value &x : values) {
    for (Value &y : values) {
      if (x == y)
        continue;
      const bool removeX = !x.impossible || y.isKnown();
      const bool removeY = !y.impossible || x.isKnown();
      if (removeX)
        values.remove(x);
      if (removeY)
        values.remove(y);
      return true;
    }
  }
  return false;
}

// Iterators are collected, and then erased while another one is at an element that is none of them.
// Found in cppcheck.
void removeCollected(std::list<Value> &values) {
  for (auto x = values.begin(); x != values.end();) {
    std::vector<std::list<Value>::iterator> others;
    for (auto y = values.begin(); y != values.end(); ++y)
      if (x != y && x->number == y->number)
        others.push_back(y);
    if (others.empty()) {
      ++x;
      continue;
    }
    std::for_each(others.begin(), others.end(),
                  [&](std::list<Value>::iterator y) { values.erase(y); });
    x = values.erase(x);
  }
}

// The iterator is at another element than the one that is moved before it. Found in Fluxbox.
void insertBefore(std::list<Value *> &values, const std::list<Value *> &moved,
                  const std::list<Value *> &order) {
  for (Value *pointer : moved) {
    Value &one = *pointer;
    auto at = values.begin();
    for (Value *next : order) {
      if (at == values.end())
        break;
      if (next == &one) {
        if (*at == &one)
          break;
        values.remove(&one);
        values.insert(at, &one);
        break;
      }
      if (next == *at)
        ++at;
    }
  }
}
