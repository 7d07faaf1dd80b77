//===- range-for-sequences.cpp - every change of a vector or deque in range-for *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <algorithm>
#include <deque>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

using Vector = std::vector<int>;
using Deque = std::deque<int>;

// Growth moves the elements, and end() moves even when they stay.
void pushBack(Vector &v) {
  for (int x : v)
    v.push_back(x); // finding: mutate-while-iterating certain "'v'"
}

// emplace_back grows, too.
void emplaceBack(std::vector<std::string> &v) {
  for (auto &x : v)
    v.emplace_back(x + "!"); // finding: mutate-while-iterating certain
}

// insert at the end.
void insertEnd(Vector &v) {
  for (int x : v)
    v.insert(v.end(), x); // finding: mutate-while-iterating certain
}

// insert at the front moves everything.
void insertBegin(Vector &v) {
  for (int x : v)
    if (x == 1)
      v.insert(v.begin(), 0); // finding: mutate-while-iterating certain
}

// A range appended to itself or from elsewhere.
void insertRange(Vector &v, const Vector &o) {
  for (int x : v)
    if (x == 1)
      v.insert(v.end(), o.begin(), o.end()); // finding: mutate-while-iterating
}

// A position inside.
void emplaceInside(Vector &v) {
  for (int x : v)
    v.emplace(v.begin() + 1, x); // finding: mutate-while-iterating
}

// Erasing moves the tail and the end.
void eraseBegin(Vector &v) {
  for (int x : v)
    if (x == 1)
      v.erase(v.begin()); // finding: mutate-while-iterating certain
}

// An element somewhere: the end moves in any case.
void eraseFound(Vector &v, int y) {
  for (int x : v)
    if (x == y)
      v.erase(std::find(v.begin(), v.end(), y)); // finding: mutate-while-iterating
}

// erase-remove belongs after the loop.
void eraseRemove(Vector &v) {
  for (int x : v)
    v.erase(std::remove(v.begin(), v.end(), x), v.end()); // finding: mutate-while-iterating
}

// The last element is the end of the walk.
void popBack(Vector &v) {
  for (int x : v)
    if (x == 1)
      v.pop_back(); // finding: mutate-while-iterating certain
}

// No element, no walk.
void clearVector(Vector &v) {
  for (int x : v)
    if (x == 1)
      v.clear(); // finding: mutate-while-iterating certain
}

// resize grows or shrinks.
void resizeVector(Vector &v) {
  for (int x : v)
    v.resize(x); // finding: mutate-while-iterating
}

// assign replaces.
void assignVector(Vector &v) {
  for (int x : v)
    if (x == 1)
      v.assign(3, x); // finding: mutate-while-iterating
}

// operator= replaces.
void assignOperator(Vector &v, const Vector &o) {
  for (int x : v)
    if (x == 1)
      v = o; // finding: mutate-while-iterating
}

// The walk goes on in the other vector; whether end() went with it is unspecified
// ([container.reqmts]/65).
void swapVector(Vector &v, Vector &o) {
  for (int x : v)
    if (x == 1)
      v.swap(o); // finding: mutate-while-iterating
}

// reserve may move the elements.
void reserveVector(Vector &v) {
  for (int x : v)
    v.reserve(100 * x); // finding: mutate-while-iterating
}

// shrink_to_fit may move them, too.
void shrinkVector(Vector &v) {
  for (int x : v)
    if (x == 1)
      v.shrink_to_fit(); // finding: mutate-while-iterating
}

// An inserting output iterator grows its container.
void throughBackInserter(Vector &v) {
  for (int x : v)
    *std::back_inserter(v) = x; // finding: mutate-while-iterating
}

// copy into a back_inserter of the walked vector.
void copyToBackInserter(Vector &v, const Vector &o) {
  for (int x : v)
    if (x == 1)
      std::copy(o.begin(), o.end(), std::back_inserter(v)); // finding: mutate-while-iterating
}

// A deque keeps references on push_back, but no iterators ([deque.modifiers]/1).
void pushBackDeque(Deque &d) {
  for (int x : d)
    if (x < 10)
      d.push_back(x + 10); // finding: mutate-while-iterating
}

// push_front as well.
void pushFrontDeque(Deque &d) {
  for (int x : d)
    if (x == 1)
      d.push_front(0); // finding: mutate-while-iterating
}

// Popping the front takes the current element in the first turn.
void popFrontDeque(Deque &d) {
  for (int x : d)
    if (x == 1)
      d.pop_front(); // finding: mutate-while-iterating
}

// Popping the back moves the end.
void popBackDeque(Deque &d) {
  for (int x : d)
    if (x == 1)
      d.pop_back(); // finding: mutate-while-iterating
}

// Erasing in the middle invalidates all.
void eraseDeque(Deque &d) {
  for (int x : d)
    if (x == 1)
      d.erase(d.begin() + 1); // finding: mutate-while-iterating
}

// clear of a deque.
void clearDeque(Deque &d) {
  for (int x : d)
    if (x == 1)
      d.clear(); // finding: mutate-while-iterating certain
}

// vector<bool> is a vector.
void pushBackBits(std::vector<bool> &v) {
  for (bool x : v)
    v.push_back(x); // finding: mutate-while-iterating
}

// Assigning elements leaves their places alone.
void assignElements(Vector &v) {
  for (int &x : v) {
    x = 0;
    v[0] = x;
    v.at(1) = x;
    v.front() = v.back();
  }
}

// Sorting moves values, not places: a strange loop but a defined one.
void sortInside(Vector &v) {
  for (int x : v)
    if (x == 1)
      std::sort(v.begin(), v.end());
}

// Another vector.
void pushToOther(Vector &v, Vector &other) {
  for (int x : v)
    other.push_back(x);
}

// Another deque.
void pushToOtherDeque(Deque &d, Deque &other) {
  for (int x : d)
    other.push_front(x);
}

// Only reading.
int readInside(const Vector &v) {
  int n = 0;
  for (int x : v)
    n += x + v[0] + int(v.size()) + v.back();
  return n;
}

EXECUTE(BAD(pushBack) BAD(emplaceBack) BAD(insertEnd) BAD(insertBegin) BAD(insertRange)
        BAD(emplaceInside) BAD(eraseBegin) BAD(eraseFound) BAD(eraseRemove) BAD(popBack)
        BAD(clearVector) BAD(resizeVector) BAD(assignVector) BAD(assignOperator)
        BAD(reserveVector) BAD(throughBackInserter) BAD(copyToBackInserter) BAD(pushBackDeque)
        BAD(pushFrontDeque) BAD(popFrontDeque) BAD(popBackDeque) BAD(eraseDeque) BAD(clearDeque)
        GOOD(assignElements) GOOD(sortInside) GOOD(pushToOther)
        GOOD(pushToOtherDeque) GOOD(readInside))
