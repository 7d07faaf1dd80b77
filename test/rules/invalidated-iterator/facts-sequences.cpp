//===- facts-sequences.cpp - what changes tell ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// A second vector is the witness: it is cleared on a path that the operation makes possible, or
// impossible. Silence means that the path cannot be taken.
#include "../Inputs/Execute.h"
#include <deque>
#include <forward_list>
#include <iterator>
#include <list>
#include <vector>

using Vector = std::vector<int>;
using Deque = std::deque<int>;
using List = std::list<int>;
using Forward = std::forward_list<int>;
using Witness = std::vector<int>;

// After push_back a Vector is not empty.
int vectorPushBackNotEmpty(Vector &c, Witness &o) {
  auto w = o.begin();
  c.push_back(7);
  if (c.empty())
    o.clear();
  return *w;
}

// After emplace_back a Vector is not empty.
int vectorEmplaceBackNotEmpty(Vector &c, Witness &o) {
  auto w = o.begin();
  c.emplace_back(7);
  if (c.empty())
    o.clear();
  return *w;
}

// After insert a Vector is not empty.
int vectorInsertNotEmpty(Vector &c, Witness &o) {
  auto w = o.begin();
  c.insert(c.begin(), 7);
  if (c.empty())
    o.clear();
  return *w;
}

// push_back may fill an empty Vector.
int vectorPushBackFills(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.push_back(7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace_back may fill an empty Vector.
int vectorEmplaceBackFills(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace_back(7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert may fill an empty Vector.
int vectorInsertFills(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(c.begin(), 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert of a number may fill an empty Vector.
int vectorInsertCountFills(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(c.begin(), 2, 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert of a range may fill an empty Vector.
int vectorInsertRangeFills(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(c.begin(), o.begin(), o.end());
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace may fill an empty Vector.
int vectorEmplaceFills(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace(c.begin(), 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// copy assignment may fill an empty Vector.
int vectorCopyAssignFills(Vector &c, const Vector &other, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c = other;
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// assign(n, value) may fill an empty Vector.
int vectorAssignCountFills(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.assign(2, 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// assign(first, last) may fill an empty Vector.
int vectorAssignRangeFills(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.assign(o.begin(), o.end());
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// assign(list) may fill an empty Vector.
int vectorAssignListFills(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.assign({7});
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// resize may fill an empty Vector.
int vectorResizeFills(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.resize(9);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(position) may take the last element of a Vector.
int vectorEraseEmpties(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// pop_back may take the last element of a Vector.
int vectorPopBackEmpties(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.pop_back();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// clear may take the last element of a Vector.
int vectorClearEmpties(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.clear();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(first, last) may take the last element of a Vector.
int vectorEraseRangeEmpties(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin(), c.end());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// push_back changes the size of a Vector.
int vectorPushBackSize(Vector &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.push_back(7);
  if (c.size() == n)
    o.clear();
  return *w;
}

// emplace_back changes the size of a Vector.
int vectorEmplaceBackSize(Vector &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.emplace_back(7);
  if (c.size() == n)
    o.clear();
  return *w;
}

// insert changes the size of a Vector.
int vectorInsertSize(Vector &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(c.begin(), 7);
  if (c.size() == n)
    o.clear();
  return *w;
}

// erase(position) changes the size of a Vector.
int vectorEraseSize(Vector &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(c.begin());
  if (c.size() == n)
    o.clear();
  return *w;
}

// pop_back changes the size of a Vector.
int vectorPopBackSize(Vector &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.pop_back();
  if (c.size() == n)
    o.clear();
  return *w;
}

// What insert returned goes with the elements of a Vector.
auto vectorInsertResult(Vector &c) {
  auto it = c.insert(c.begin(), 7);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What insert of a number returned goes with the elements of a Vector.
auto vectorInsertCountResult(Vector &c) {
  auto it = c.insert(c.begin(), 2, 7);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What insert of a range returned goes with the elements of a Vector.
auto vectorInsertRangeResult(Vector &c, Witness &o) {
  auto it = c.insert(c.begin(), o.begin(), o.end());
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What emplace returned goes with the elements of a Vector.
auto vectorEmplaceResult(Vector &c) {
  auto it = c.emplace(c.begin(), 7);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What erase(position) returned goes with the elements of a Vector.
auto vectorEraseResult(Vector &c) {
  auto it = c.erase(c.begin());
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What erase(first, last) returned goes with the elements of a Vector.
auto vectorEraseRangeResult(Vector &c) {
  auto it = c.erase(c.begin(), std::next(c.begin()));
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What insert returned is not the end of a Vector.
int vectorInsertResultEnd(Vector &c, Witness &o) {
  auto w = o.begin();
  auto it = c.insert(c.begin(), 7);
  if (it == c.end())
    o.clear();
  return *w;
}

// What emplace returned is not the end of a Vector.
int vectorEmplaceResultEnd(Vector &c, Witness &o) {
  auto w = o.begin();
  auto it = c.emplace(c.begin(), 7);
  if (it == c.end())
    o.clear();
  return *w;
}

// What erase(position) returned need not be the end of a Vector.
int vectorEraseResultNotEnd(Vector &c, Witness &o) {
  auto w = o.begin();
  auto it = c.erase(c.begin());
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// What erase(first, last) returned need not be the end of a Vector.
int vectorEraseRangeResultNotEnd(Vector &c, Witness &o) {
  auto w = o.begin();
  auto it = c.erase(c.begin(), std::next(c.begin()));
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A dangling position is used by insert.
void vectorInsertPosition(Vector &c) {
  auto it = c.begin();
  c.clear();
  c.insert(it, 7); // finding: invalidated-iterator certain
}

// A dangling position is used by emplace.
void vectorEmplacePosition(Vector &c) {
  auto it = c.begin();
  c.clear();
  c.emplace(it, 7); // finding: invalidated-iterator certain
}

// A dangling first of a range is used by insert.
void vectorInsertFirst(Vector &c, Witness &o) {
  auto it = o.begin();
  o.clear();
  c.insert(c.begin(), it, o.end()); // finding: invalidated-iterator certain
}

// A dangling last of a range is used by insert.
void vectorInsertLast(Vector &c, Witness &o) {
  auto it = o.begin();
  o.clear();
  c.insert(c.begin(), o.begin(), it); // finding: invalidated-iterator certain
}

// A dangling first of a range is used by assign.
void vectorAssignFirst(Vector &c, Witness &o) {
  auto it = o.begin();
  o.clear();
  c.assign(it, o.end()); // finding: invalidated-iterator certain
}

// A dangling last of a range is used by assign.
void vectorAssignLast(Vector &c, Witness &o) {
  auto it = o.begin();
  o.clear();
  c.assign(o.begin(), it); // finding: invalidated-iterator certain
}

// A dangling first of a range is used by the constructor.
void vectorMadeFirst(Witness &o) {
  auto it = o.begin();
  o.clear();
  Vector c(it, o.end()); // finding: invalidated-iterator certain
}

// A dangling last of a range is used by the constructor.
void vectorMadeLast(Witness &o) {
  auto it = o.begin();
  o.clear();
  Vector c(o.begin(), it); // finding: invalidated-iterator certain
}

// emplace_back returns the last element.
auto vectorEmplaceBackResult(Vector &c) {
  auto &r = c.emplace_back(7);
  c.clear();
  return r; // finding: invalidated-reference certain
}

// After push_back a Deque is not empty.
int dequePushBackNotEmpty(Deque &c, Witness &o) {
  auto w = o.begin();
  c.push_back(7);
  if (c.empty())
    o.clear();
  return *w;
}

// After emplace_back a Deque is not empty.
int dequeEmplaceBackNotEmpty(Deque &c, Witness &o) {
  auto w = o.begin();
  c.emplace_back(7);
  if (c.empty())
    o.clear();
  return *w;
}

// After push_front a Deque is not empty.
int dequePushFrontNotEmpty(Deque &c, Witness &o) {
  auto w = o.begin();
  c.push_front(7);
  if (c.empty())
    o.clear();
  return *w;
}

// After emplace_front a Deque is not empty.
int dequeEmplaceFrontNotEmpty(Deque &c, Witness &o) {
  auto w = o.begin();
  c.emplace_front(7);
  if (c.empty())
    o.clear();
  return *w;
}

// After insert a Deque is not empty.
int dequeInsertNotEmpty(Deque &c, Witness &o) {
  auto w = o.begin();
  c.insert(c.begin(), 7);
  if (c.empty())
    o.clear();
  return *w;
}

// push_back may fill an empty Deque.
int dequePushBackFills(Deque &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.push_back(7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace_back may fill an empty Deque.
int dequeEmplaceBackFills(Deque &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace_back(7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// push_front may fill an empty Deque.
int dequePushFrontFills(Deque &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.push_front(7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace_front may fill an empty Deque.
int dequeEmplaceFrontFills(Deque &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace_front(7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert may fill an empty Deque.
int dequeInsertFills(Deque &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(c.begin(), 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert of a number may fill an empty Deque.
int dequeInsertCountFills(Deque &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(c.begin(), 2, 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert of a range may fill an empty Deque.
int dequeInsertRangeFills(Deque &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(c.begin(), o.begin(), o.end());
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace may fill an empty Deque.
int dequeEmplaceFills(Deque &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace(c.begin(), 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// copy assignment may fill an empty Deque.
int dequeCopyAssignFills(Deque &c, const Deque &other, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c = other;
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// assign(n, value) may fill an empty Deque.
int dequeAssignCountFills(Deque &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.assign(2, 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// assign(first, last) may fill an empty Deque.
int dequeAssignRangeFills(Deque &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.assign(o.begin(), o.end());
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// assign(list) may fill an empty Deque.
int dequeAssignListFills(Deque &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.assign({7});
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// resize may fill an empty Deque.
int dequeResizeFills(Deque &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.resize(9);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(position) may take the last element of a Deque.
int dequeEraseEmpties(Deque &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// pop_back may take the last element of a Deque.
int dequePopBackEmpties(Deque &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.pop_back();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// pop_front may take the last element of a Deque.
int dequePopFrontEmpties(Deque &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.pop_front();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// clear may take the last element of a Deque.
int dequeClearEmpties(Deque &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.clear();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(first, last) may take the last element of a Deque.
int dequeEraseRangeEmpties(Deque &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin(), c.end());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// push_back changes the size of a Deque.
int dequePushBackSize(Deque &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.push_back(7);
  if (c.size() == n)
    o.clear();
  return *w;
}

// emplace_back changes the size of a Deque.
int dequeEmplaceBackSize(Deque &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.emplace_back(7);
  if (c.size() == n)
    o.clear();
  return *w;
}

// push_front changes the size of a Deque.
int dequePushFrontSize(Deque &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.push_front(7);
  if (c.size() == n)
    o.clear();
  return *w;
}

// emplace_front changes the size of a Deque.
int dequeEmplaceFrontSize(Deque &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.emplace_front(7);
  if (c.size() == n)
    o.clear();
  return *w;
}

// insert changes the size of a Deque.
int dequeInsertSize(Deque &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(c.begin(), 7);
  if (c.size() == n)
    o.clear();
  return *w;
}

// erase(position) changes the size of a Deque.
int dequeEraseSize(Deque &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(c.begin());
  if (c.size() == n)
    o.clear();
  return *w;
}

// pop_back changes the size of a Deque.
int dequePopBackSize(Deque &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.pop_back();
  if (c.size() == n)
    o.clear();
  return *w;
}

// pop_front changes the size of a Deque.
int dequePopFrontSize(Deque &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.pop_front();
  if (c.size() == n)
    o.clear();
  return *w;
}

// What insert returned goes with the elements of a Deque.
auto dequeInsertResult(Deque &c) {
  auto it = c.insert(c.begin(), 7);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What insert of a number returned goes with the elements of a Deque.
auto dequeInsertCountResult(Deque &c) {
  auto it = c.insert(c.begin(), 2, 7);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What insert of a range returned goes with the elements of a Deque.
auto dequeInsertRangeResult(Deque &c, Witness &o) {
  auto it = c.insert(c.begin(), o.begin(), o.end());
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What emplace returned goes with the elements of a Deque.
auto dequeEmplaceResult(Deque &c) {
  auto it = c.emplace(c.begin(), 7);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What erase(position) returned goes with the elements of a Deque.
auto dequeEraseResult(Deque &c) {
  auto it = c.erase(c.begin());
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What erase(first, last) returned goes with the elements of a Deque.
auto dequeEraseRangeResult(Deque &c) {
  auto it = c.erase(c.begin(), std::next(c.begin()));
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What insert returned is not the end of a Deque.
int dequeInsertResultEnd(Deque &c, Witness &o) {
  auto w = o.begin();
  auto it = c.insert(c.begin(), 7);
  if (it == c.end())
    o.clear();
  return *w;
}

// What emplace returned is not the end of a Deque.
int dequeEmplaceResultEnd(Deque &c, Witness &o) {
  auto w = o.begin();
  auto it = c.emplace(c.begin(), 7);
  if (it == c.end())
    o.clear();
  return *w;
}

// What erase(position) returned need not be the end of a Deque.
int dequeEraseResultNotEnd(Deque &c, Witness &o) {
  auto w = o.begin();
  auto it = c.erase(c.begin());
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// What erase(first, last) returned need not be the end of a Deque.
int dequeEraseRangeResultNotEnd(Deque &c, Witness &o) {
  auto w = o.begin();
  auto it = c.erase(c.begin(), std::next(c.begin()));
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A dangling position is used by insert.
void dequeInsertPosition(Deque &c) {
  auto it = c.begin();
  c.clear();
  c.insert(it, 7); // finding: invalidated-iterator certain
}

// A dangling position is used by emplace.
void dequeEmplacePosition(Deque &c) {
  auto it = c.begin();
  c.clear();
  c.emplace(it, 7); // finding: invalidated-iterator certain
}

// A dangling first of a range is used by insert.
void dequeInsertFirst(Deque &c, Witness &o) {
  auto it = o.begin();
  o.clear();
  c.insert(c.begin(), it, o.end()); // finding: invalidated-iterator certain
}

// A dangling last of a range is used by insert.
void dequeInsertLast(Deque &c, Witness &o) {
  auto it = o.begin();
  o.clear();
  c.insert(c.begin(), o.begin(), it); // finding: invalidated-iterator certain
}

// A dangling first of a range is used by assign.
void dequeAssignFirst(Deque &c, Witness &o) {
  auto it = o.begin();
  o.clear();
  c.assign(it, o.end()); // finding: invalidated-iterator certain
}

// A dangling last of a range is used by assign.
void dequeAssignLast(Deque &c, Witness &o) {
  auto it = o.begin();
  o.clear();
  c.assign(o.begin(), it); // finding: invalidated-iterator certain
}

// A dangling first of a range is used by the constructor.
void dequeMadeFirst(Witness &o) {
  auto it = o.begin();
  o.clear();
  Deque c(it, o.end()); // finding: invalidated-iterator certain
}

// A dangling last of a range is used by the constructor.
void dequeMadeLast(Witness &o) {
  auto it = o.begin();
  o.clear();
  Deque c(o.begin(), it); // finding: invalidated-iterator certain
}

// After push_back a List is not empty.
int listPushBackNotEmpty(List &c, Witness &o) {
  auto w = o.begin();
  c.push_back(7);
  if (c.empty())
    o.clear();
  return *w;
}

// After emplace_back a List is not empty.
int listEmplaceBackNotEmpty(List &c, Witness &o) {
  auto w = o.begin();
  c.emplace_back(7);
  if (c.empty())
    o.clear();
  return *w;
}

// After push_front a List is not empty.
int listPushFrontNotEmpty(List &c, Witness &o) {
  auto w = o.begin();
  c.push_front(7);
  if (c.empty())
    o.clear();
  return *w;
}

// After emplace_front a List is not empty.
int listEmplaceFrontNotEmpty(List &c, Witness &o) {
  auto w = o.begin();
  c.emplace_front(7);
  if (c.empty())
    o.clear();
  return *w;
}

// After insert a List is not empty.
int listInsertNotEmpty(List &c, Witness &o) {
  auto w = o.begin();
  c.insert(c.begin(), 7);
  if (c.empty())
    o.clear();
  return *w;
}

// push_back may fill an empty List.
int listPushBackFills(List &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.push_back(7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace_back may fill an empty List.
int listEmplaceBackFills(List &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace_back(7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// push_front may fill an empty List.
int listPushFrontFills(List &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.push_front(7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace_front may fill an empty List.
int listEmplaceFrontFills(List &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace_front(7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert may fill an empty List.
int listInsertFills(List &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(c.begin(), 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert of a number may fill an empty List.
int listInsertCountFills(List &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(c.begin(), 2, 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert of a range may fill an empty List.
int listInsertRangeFills(List &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(c.begin(), o.begin(), o.end());
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace may fill an empty List.
int listEmplaceFills(List &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace(c.begin(), 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// copy assignment may fill an empty List.
int listCopyAssignFills(List &c, const List &other, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c = other;
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// assign(n, value) may fill an empty List.
int listAssignCountFills(List &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.assign(2, 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// assign(first, last) may fill an empty List.
int listAssignRangeFills(List &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.assign(o.begin(), o.end());
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// assign(list) may fill an empty List.
int listAssignListFills(List &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.assign({7});
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// resize may fill an empty List.
int listResizeFills(List &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.resize(9);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(position) may take the last element of a List.
int listEraseEmpties(List &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// pop_back may take the last element of a List.
int listPopBackEmpties(List &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.pop_back();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// pop_front may take the last element of a List.
int listPopFrontEmpties(List &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.pop_front();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// clear may take the last element of a List.
int listClearEmpties(List &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.clear();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(first, last) may take the last element of a List.
int listEraseRangeEmpties(List &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin(), c.end());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// remove may take the last element of a List.
int listRemoveEmpties(List &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.remove(1);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// remove_if may take the last element of a List.
int listRemoveIfEmpties(List &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.remove_if([](int x) { return x == 1; });
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// push_back changes the size of a List.
int listPushBackSize(List &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.push_back(7);
  if (c.size() == n)
    o.clear();
  return *w;
}

// emplace_back changes the size of a List.
int listEmplaceBackSize(List &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.emplace_back(7);
  if (c.size() == n)
    o.clear();
  return *w;
}

// push_front changes the size of a List.
int listPushFrontSize(List &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.push_front(7);
  if (c.size() == n)
    o.clear();
  return *w;
}

// emplace_front changes the size of a List.
int listEmplaceFrontSize(List &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.emplace_front(7);
  if (c.size() == n)
    o.clear();
  return *w;
}

// insert changes the size of a List.
int listInsertSize(List &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(c.begin(), 7);
  if (c.size() == n)
    o.clear();
  return *w;
}

// erase(position) changes the size of a List.
int listEraseSize(List &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(c.begin());
  if (c.size() == n)
    o.clear();
  return *w;
}

// pop_back changes the size of a List.
int listPopBackSize(List &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.pop_back();
  if (c.size() == n)
    o.clear();
  return *w;
}

// pop_front changes the size of a List.
int listPopFrontSize(List &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.pop_front();
  if (c.size() == n)
    o.clear();
  return *w;
}

// What insert returned goes with the elements of a List.
auto listInsertResult(List &c) {
  auto it = c.insert(c.begin(), 7);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What insert of a number returned goes with the elements of a List.
auto listInsertCountResult(List &c) {
  auto it = c.insert(c.begin(), 2, 7);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What insert of a range returned goes with the elements of a List.
auto listInsertRangeResult(List &c, Witness &o) {
  auto it = c.insert(c.begin(), o.begin(), o.end());
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What emplace returned goes with the elements of a List.
auto listEmplaceResult(List &c) {
  auto it = c.emplace(c.begin(), 7);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What erase(position) returned goes with the elements of a List.
auto listEraseResult(List &c) {
  auto it = c.erase(c.begin());
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What erase(first, last) returned goes with the elements of a List.
auto listEraseRangeResult(List &c) {
  auto it = c.erase(c.begin(), std::next(c.begin()));
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What insert returned is not the end of a List.
int listInsertResultEnd(List &c, Witness &o) {
  auto w = o.begin();
  auto it = c.insert(c.begin(), 7);
  if (it == c.end())
    o.clear();
  return *w;
}

// What emplace returned is not the end of a List.
int listEmplaceResultEnd(List &c, Witness &o) {
  auto w = o.begin();
  auto it = c.emplace(c.begin(), 7);
  if (it == c.end())
    o.clear();
  return *w;
}

// What erase(position) returned need not be the end of a List.
int listEraseResultNotEnd(List &c, Witness &o) {
  auto w = o.begin();
  auto it = c.erase(c.begin());
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// What erase(first, last) returned need not be the end of a List.
int listEraseRangeResultNotEnd(List &c, Witness &o) {
  auto w = o.begin();
  auto it = c.erase(c.begin(), std::next(c.begin()));
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A dangling position is used by insert.
void listInsertPosition(List &c) {
  auto it = c.begin();
  c.clear();
  c.insert(it, 7); // finding: invalidated-iterator certain
}

// A dangling position is used by emplace.
void listEmplacePosition(List &c) {
  auto it = c.begin();
  c.clear();
  c.emplace(it, 7); // finding: invalidated-iterator certain
}

// A dangling first of a range is used by insert.
void listInsertFirst(List &c, Witness &o) {
  auto it = o.begin();
  o.clear();
  c.insert(c.begin(), it, o.end()); // finding: invalidated-iterator certain
}

// A dangling last of a range is used by insert.
void listInsertLast(List &c, Witness &o) {
  auto it = o.begin();
  o.clear();
  c.insert(c.begin(), o.begin(), it); // finding: invalidated-iterator certain
}

// A dangling first of a range is used by assign.
void listAssignFirst(List &c, Witness &o) {
  auto it = o.begin();
  o.clear();
  c.assign(it, o.end()); // finding: invalidated-iterator certain
}

// A dangling last of a range is used by assign.
void listAssignLast(List &c, Witness &o) {
  auto it = o.begin();
  o.clear();
  c.assign(o.begin(), it); // finding: invalidated-iterator certain
}

// A dangling first of a range is used by the constructor.
void listMadeFirst(Witness &o) {
  auto it = o.begin();
  o.clear();
  List c(it, o.end()); // finding: invalidated-iterator certain
}

// A dangling last of a range is used by the constructor.
void listMadeLast(Witness &o) {
  auto it = o.begin();
  o.clear();
  List c(o.begin(), it); // finding: invalidated-iterator certain
}

// After push_back the first element is the same.
auto listPushBackKeepsFirst(List &c) {
  auto it = c.begin();
  c.push_back(7);
  c.erase(c.begin());
  return *it; // finding: invalidated-iterator certain
}

// After push_back the last element is another one.
auto listPushBackOtherLast(List &c) {
  auto &r = c.back();
  c.push_back(7);
  c.pop_back();
  return r;
}

// After emplace_back the first element is the same.
auto listEmplaceBackKeepsFirst(List &c) {
  auto it = c.begin();
  c.emplace_back(7);
  c.erase(c.begin());
  return *it; // finding: invalidated-iterator certain
}

// After emplace_back the last element is another one.
auto listEmplaceBackOtherLast(List &c) {
  auto &r = c.back();
  c.emplace_back(7);
  c.pop_back();
  return r;
}

// After push_front the last element is the same.
auto listPushFrontKeepsLast(List &c) {
  auto &r = c.back();
  c.push_front(7);
  c.pop_back();
  return r; // finding: invalidated-reference certain
}

// After push_front the first element is another one.
auto listPushFrontOtherFirst(List &c) {
  auto it = c.begin();
  c.push_front(7);
  c.erase(c.begin());
  return *it;
}

// After emplace_front the last element is the same.
auto listEmplaceFrontKeepsLast(List &c) {
  auto &r = c.back();
  c.emplace_front(7);
  c.pop_back();
  return r; // finding: invalidated-reference certain
}

// After emplace_front the first element is another one.
auto listEmplaceFrontOtherFirst(List &c) {
  auto it = c.begin();
  c.emplace_front(7);
  c.erase(c.begin());
  return *it;
}

// After sort another element may be the first.
auto listSortOtherFirst(List &c) {
  auto it = c.begin();
  c.sort();
  c.erase(c.begin());
  return *it;
}

// After sort with a comparison another element may be the first.
auto listSortByOtherFirst(List &c) {
  auto it = c.begin();
  c.sort([](int a, int b) { return a > b; });
  c.erase(c.begin());
  return *it;
}

// After reverse another element may be the first.
auto listReverseOtherFirst(List &c) {
  auto it = c.begin();
  c.reverse();
  c.erase(c.begin());
  return *it;
}

// emplace_back returns the last element.
auto listEmplaceBackResult(List &c) {
  auto &r = c.emplace_back(7);
  c.pop_back();
  return r; // finding: invalidated-reference certain
}

// emplace_front returns the first element.
auto listEmplaceFrontResult(List &c) {
  auto &r = c.emplace_front(7);
  c.pop_front();
  return r; // finding: invalidated-reference certain
}

// After push_front a Forward is not empty.
int forwardPushFrontNotEmpty(Forward &c, Witness &o) {
  auto w = o.begin();
  c.push_front(7);
  if (c.empty())
    o.clear();
  return *w;
}

// After emplace_front a Forward is not empty.
int forwardEmplaceFrontNotEmpty(Forward &c, Witness &o) {
  auto w = o.begin();
  c.emplace_front(7);
  if (c.empty())
    o.clear();
  return *w;
}

// push_front may fill an empty Forward.
int forwardPushFrontFills(Forward &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.push_front(7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace_front may fill an empty Forward.
int forwardEmplaceFrontFills(Forward &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace_front(7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert_after may fill an empty Forward.
int forwardInsertAfterFills(Forward &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert_after(c.before_begin(), 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace_after may fill an empty Forward.
int forwardEmplaceAfterFills(Forward &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace_after(c.before_begin(), 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// copy assignment may fill an empty Forward.
int forwardCopyAssignFills(Forward &c, const Forward &other, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c = other;
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// assign(n, value) may fill an empty Forward.
int forwardAssignCountFills(Forward &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.assign(2, 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// assign(first, last) may fill an empty Forward.
int forwardAssignRangeFills(Forward &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.assign(o.begin(), o.end());
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// assign(list) may fill an empty Forward.
int forwardAssignListFills(Forward &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.assign({7});
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// resize may fill an empty Forward.
int forwardResizeFills(Forward &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.resize(9);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase_after may take the last element of a Forward.
int forwardEraseAfterEmpties(Forward &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase_after(c.before_begin());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// pop_front may take the last element of a Forward.
int forwardPopFrontEmpties(Forward &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.pop_front();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// clear may take the last element of a Forward.
int forwardClearEmpties(Forward &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.clear();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// remove may take the last element of a Forward.
int forwardRemoveEmpties(Forward &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.remove(1);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// remove_if may take the last element of a Forward.
int forwardRemoveIfEmpties(Forward &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.remove_if([](int x) { return x == 1; });
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// A dangling first of a range is used by assign.
void forwardAssignFirst(Forward &c, Witness &o) {
  auto it = o.begin();
  o.clear();
  c.assign(it, o.end()); // finding: invalidated-iterator certain
}

// A dangling last of a range is used by assign.
void forwardAssignLast(Forward &c, Witness &o) {
  auto it = o.begin();
  o.clear();
  c.assign(o.begin(), it); // finding: invalidated-iterator certain
}

// A dangling first of a range is used by the constructor.
void forwardMadeFirst(Witness &o) {
  auto it = o.begin();
  o.clear();
  Forward c(it, o.end()); // finding: invalidated-iterator certain
}

// A dangling last of a range is used by the constructor.
void forwardMadeLast(Witness &o) {
  auto it = o.begin();
  o.clear();
  Forward c(o.begin(), it); // finding: invalidated-iterator certain
}
EXECUTE(GOOD(vectorPushBackNotEmpty) GOOD(vectorEmplaceBackNotEmpty) GOOD(vectorInsertNotEmpty)
        BAD_CALL(vectorPushBackFills(*new Vector(), sample<Witness>()))
        BAD_CALL(vectorEmplaceBackFills(*new Vector(), sample<Witness>()))
        BAD_CALL(vectorInsertFills(*new Vector(), sample<Witness>()))
        BAD_CALL(vectorInsertCountFills(*new Vector(), sample<Witness>()))
        BAD_CALL(vectorInsertRangeFills(*new Vector(), sample<Witness>()))
        BAD_CALL(vectorEmplaceFills(*new Vector(), sample<Witness>()))
        BAD_CALL(vectorAssignCountFills(*new Vector(), sample<Witness>()))
        BAD_CALL(vectorAssignRangeFills(*new Vector(), sample<Witness>()))
        BAD_CALL(vectorAssignListFills(*new Vector(), sample<Witness>()))
        BAD_CALL(vectorResizeFills(*new Vector(), sample<Witness>()))
        BAD_CALL(vectorEraseEmpties(*new Vector{1}, sample<Witness>()))
        BAD_CALL(vectorPopBackEmpties(*new Vector{1}, sample<Witness>()))
        BAD_CALL(vectorClearEmpties(*new Vector{1}, sample<Witness>()))
        BAD_CALL(vectorEraseRangeEmpties(*new Vector{1}, sample<Witness>()))
        GOOD(vectorPushBackSize) GOOD(vectorEmplaceBackSize) GOOD(vectorInsertSize)
        GOOD(vectorEraseSize) GOOD(vectorPopBackSize) BAD(vectorInsertResult)
        BAD(vectorInsertCountResult) BAD(vectorInsertRangeResult) BAD(vectorEmplaceResult)
        BAD(vectorEraseResult) BAD(vectorEraseRangeResult) GOOD(vectorInsertResultEnd)
        GOOD(vectorEmplaceResultEnd)
        BAD_CALL(vectorEraseResultNotEnd(sample<Vector>(), sample<Witness>()))
        BAD_CALL(vectorEraseRangeResultNotEnd(sample<Vector>(), sample<Witness>()))
        BAD(vectorInsertPosition) BAD(vectorEmplacePosition) BAD(vectorInsertFirst)
        BAD(vectorInsertLast) BAD(vectorAssignFirst) BAD(vectorAssignLast) BAD(vectorMadeFirst)
        BAD(vectorMadeLast) GOOD(dequePushBackNotEmpty) GOOD(dequeEmplaceBackNotEmpty)
        GOOD(dequePushFrontNotEmpty) GOOD(dequeEmplaceFrontNotEmpty) GOOD(dequeInsertNotEmpty)
        BAD_CALL(dequePushBackFills(*new Deque(), sample<Witness>()))
        BAD_CALL(dequeEmplaceBackFills(*new Deque(), sample<Witness>()))
        BAD_CALL(dequePushFrontFills(*new Deque(), sample<Witness>()))
        BAD_CALL(dequeEmplaceFrontFills(*new Deque(), sample<Witness>()))
        BAD_CALL(dequeInsertFills(*new Deque(), sample<Witness>()))
        BAD_CALL(dequeInsertCountFills(*new Deque(), sample<Witness>()))
        BAD_CALL(dequeInsertRangeFills(*new Deque(), sample<Witness>()))
        BAD_CALL(dequeEmplaceFills(*new Deque(), sample<Witness>()))
        BAD_CALL(dequeAssignCountFills(*new Deque(), sample<Witness>()))
        BAD_CALL(dequeAssignRangeFills(*new Deque(), sample<Witness>()))
        BAD_CALL(dequeAssignListFills(*new Deque(), sample<Witness>()))
        BAD_CALL(dequeResizeFills(*new Deque(), sample<Witness>()))
        BAD_CALL(dequeEraseEmpties(*new Deque{1}, sample<Witness>()))
        BAD_CALL(dequePopBackEmpties(*new Deque{1}, sample<Witness>()))
        BAD_CALL(dequePopFrontEmpties(*new Deque{1}, sample<Witness>()))
        BAD_CALL(dequeClearEmpties(*new Deque{1}, sample<Witness>()))
        BAD_CALL(dequeEraseRangeEmpties(*new Deque{1}, sample<Witness>())) GOOD(dequePushBackSize)
        GOOD(dequeEmplaceBackSize) GOOD(dequePushFrontSize) GOOD(dequeEmplaceFrontSize)
        GOOD(dequeInsertSize) GOOD(dequeEraseSize) GOOD(dequePopBackSize) GOOD(dequePopFrontSize)
        BAD(dequeInsertResult) BAD(dequeInsertCountResult) BAD(dequeInsertRangeResult)
        BAD(dequeEmplaceResult) BAD(dequeEraseResult) BAD(dequeEraseRangeResult)
        GOOD(dequeInsertResultEnd) GOOD(dequeEmplaceResultEnd)
        BAD_CALL(dequeEraseResultNotEnd(sample<Deque>(), sample<Witness>()))
        BAD_CALL(dequeEraseRangeResultNotEnd(sample<Deque>(), sample<Witness>()))
        BAD(dequeInsertPosition) BAD(dequeEmplacePosition) BAD(dequeInsertFirst)
        BAD(dequeInsertLast) BAD(dequeAssignFirst) BAD(dequeAssignLast) BAD(dequeMadeFirst)
        BAD(dequeMadeLast) GOOD(listPushBackNotEmpty) GOOD(listEmplaceBackNotEmpty)
        GOOD(listPushFrontNotEmpty) GOOD(listEmplaceFrontNotEmpty) GOOD(listInsertNotEmpty)
        BAD_CALL(listPushBackFills(*new List(), sample<Witness>()))
        BAD_CALL(listEmplaceBackFills(*new List(), sample<Witness>()))
        BAD_CALL(listPushFrontFills(*new List(), sample<Witness>()))
        BAD_CALL(listEmplaceFrontFills(*new List(), sample<Witness>()))
        BAD_CALL(listInsertFills(*new List(), sample<Witness>()))
        BAD_CALL(listInsertCountFills(*new List(), sample<Witness>()))
        BAD_CALL(listInsertRangeFills(*new List(), sample<Witness>()))
        BAD_CALL(listEmplaceFills(*new List(), sample<Witness>()))
        BAD_CALL(listAssignCountFills(*new List(), sample<Witness>()))
        BAD_CALL(listAssignRangeFills(*new List(), sample<Witness>()))
        BAD_CALL(listAssignListFills(*new List(), sample<Witness>()))
        BAD_CALL(listResizeFills(*new List(), sample<Witness>()))
        BAD_CALL(listEraseEmpties(*new List{1}, sample<Witness>()))
        BAD_CALL(listPopBackEmpties(*new List{1}, sample<Witness>()))
        BAD_CALL(listPopFrontEmpties(*new List{1}, sample<Witness>()))
        BAD_CALL(listClearEmpties(*new List{1}, sample<Witness>()))
        BAD_CALL(listEraseRangeEmpties(*new List{1}, sample<Witness>()))
        BAD_CALL(listRemoveEmpties(*new List{1}, sample<Witness>()))
        BAD_CALL(listRemoveIfEmpties(*new List{1}, sample<Witness>())) GOOD(listPushBackSize)
        GOOD(listEmplaceBackSize) GOOD(listPushFrontSize) GOOD(listEmplaceFrontSize)
        GOOD(listInsertSize) GOOD(listEraseSize) GOOD(listPopBackSize) GOOD(listPopFrontSize)
        BAD(listInsertResult) BAD(listInsertCountResult) BAD(listInsertRangeResult)
        BAD(listEmplaceResult) BAD(listEraseResult) BAD(listEraseRangeResult)
        GOOD(listInsertResultEnd) GOOD(listEmplaceResultEnd)
        BAD_CALL(listEraseResultNotEnd(sample<List>(), sample<Witness>()))
        BAD_CALL(listEraseRangeResultNotEnd(sample<List>(), sample<Witness>()))
        BAD(listInsertPosition) BAD(listEmplacePosition) BAD(listInsertFirst) BAD(listInsertLast)
        BAD(listAssignFirst) BAD(listAssignLast) BAD(listMadeFirst) BAD(listMadeLast)
        BAD(listPushBackKeepsFirst) GOOD(listPushBackOtherLast) BAD(listEmplaceBackKeepsFirst)
        GOOD(listEmplaceBackOtherLast) BAD(listPushFrontKeepsLast) GOOD(listPushFrontOtherFirst)
        BAD(listEmplaceFrontKeepsLast) GOOD(listEmplaceFrontOtherFirst) BAD(listEmplaceBackResult)
        BAD(listEmplaceFrontResult) GOOD(forwardPushFrontNotEmpty)
        GOOD(forwardEmplaceFrontNotEmpty)
        BAD_CALL(forwardPushFrontFills(*new Forward(), sample<Witness>()))
        BAD_CALL(forwardEmplaceFrontFills(*new Forward(), sample<Witness>()))
        BAD_CALL(forwardInsertAfterFills(*new Forward(), sample<Witness>()))
        BAD_CALL(forwardEmplaceAfterFills(*new Forward(), sample<Witness>()))
        BAD_CALL(forwardAssignCountFills(*new Forward(), sample<Witness>()))
        BAD_CALL(forwardAssignRangeFills(*new Forward(), sample<Witness>()))
        BAD_CALL(forwardAssignListFills(*new Forward(), sample<Witness>()))
        BAD_CALL(forwardResizeFills(*new Forward(), sample<Witness>()))
        BAD_CALL(forwardEraseAfterEmpties(*new Forward{1}, sample<Witness>()))
        BAD_CALL(forwardPopFrontEmpties(*new Forward{1}, sample<Witness>()))
        BAD_CALL(forwardClearEmpties(*new Forward{1}, sample<Witness>()))
        BAD_CALL(forwardRemoveEmpties(*new Forward{1}, sample<Witness>()))
        BAD_CALL(forwardRemoveIfEmpties(*new Forward{1}, sample<Witness>()))
        BAD(forwardAssignFirst) BAD(forwardAssignLast) BAD(forwardMadeFirst) BAD(forwardMadeLast))
