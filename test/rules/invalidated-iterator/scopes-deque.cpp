//===- scopes-deque.cpp - changes of deques ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// [deque.modifiers]: an insertion at either end moves no element, an erasure at either end touches
// only the erased. All iterators go with every insertion.
// The debug mode sees no references into memory that is still there, and no end() without growth:
// those are not executed.
#include "../Inputs/Execute.h"
#include <deque>
#include <utility>

using Deque = std::deque<int>;

// push_back: an iterator at the first element goes.
auto pushBackFirst(Deque &c) {
  auto it = c.begin();
  c.push_back(7);
  return *it; // finding: invalidated-iterator certain
}

// push_back: a reference to the first element stays.
auto pushBackRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.push_back(7);
  return r;
}

// push_back: an iterator at the third element goes.
auto pushBackLast(Deque &c) {
  auto it = std::next(c.begin(), 2);
  c.push_back(7);
  return *it; // finding: invalidated-iterator certain
}

// push_back: a reference to the third element stays.
auto pushBackRefLast(Deque &c) {
  auto &r = *std::next(c.begin(), 2);
  c.push_back(7);
  return r;
}

// push_back: end() goes.
auto pushBackEnd(Deque &c) {
  auto end = c.end();
  c.push_back(7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// push_front: an iterator at the first element goes.
auto pushFrontFirst(Deque &c) {
  auto it = c.begin();
  c.push_front(7);
  return *it; // finding: invalidated-iterator certain
}

// push_front: a reference to the first element stays.
auto pushFrontRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.push_front(7);
  return r;
}

// push_front: an iterator at the third element goes.
auto pushFrontLast(Deque &c) {
  auto it = std::next(c.begin(), 2);
  c.push_front(7);
  return *it; // finding: invalidated-iterator certain
}

// push_front: a reference to the third element stays.
auto pushFrontRefLast(Deque &c) {
  auto &r = *std::next(c.begin(), 2);
  c.push_front(7);
  return r;
}

// push_front: end() goes.
auto pushFrontEnd(Deque &c) {
  auto end = c.end();
  c.push_front(7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// emplace_back: an iterator at the first element goes.
auto emplaceBackFirst(Deque &c) {
  auto it = c.begin();
  c.emplace_back(7);
  return *it; // finding: invalidated-iterator certain
}

// emplace_back: a reference to the first element stays.
auto emplaceBackRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.emplace_back(7);
  return r;
}

// emplace_back: an iterator at the third element goes.
auto emplaceBackLast(Deque &c) {
  auto it = std::next(c.begin(), 2);
  c.emplace_back(7);
  return *it; // finding: invalidated-iterator certain
}

// emplace_back: a reference to the third element stays.
auto emplaceBackRefLast(Deque &c) {
  auto &r = *std::next(c.begin(), 2);
  c.emplace_back(7);
  return r;
}

// emplace_back: end() goes.
auto emplaceBackEnd(Deque &c) {
  auto end = c.end();
  c.emplace_back(7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// emplace_front: an iterator at the first element goes.
auto emplaceFrontFirst(Deque &c) {
  auto it = c.begin();
  c.emplace_front(7);
  return *it; // finding: invalidated-iterator certain
}

// emplace_front: a reference to the first element stays.
auto emplaceFrontRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.emplace_front(7);
  return r;
}

// emplace_front: an iterator at the third element goes.
auto emplaceFrontLast(Deque &c) {
  auto it = std::next(c.begin(), 2);
  c.emplace_front(7);
  return *it; // finding: invalidated-iterator certain
}

// emplace_front: a reference to the third element stays.
auto emplaceFrontRefLast(Deque &c) {
  auto &r = *std::next(c.begin(), 2);
  c.emplace_front(7);
  return r;
}

// emplace_front: end() goes.
auto emplaceFrontEnd(Deque &c) {
  auto end = c.end();
  c.emplace_front(7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// resize that grows: an iterator at the first element goes.
auto resizeFirst(Deque &c) {
  auto it = c.begin();
  c.resize(9);
  return *it; // finding: invalidated-iterator certain
}

// resize that grows: a reference to the first element stays.
auto resizeRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.resize(9);
  return r;
}

// resize that grows: an iterator at the third element goes.
auto resizeLast(Deque &c) {
  auto it = std::next(c.begin(), 2);
  c.resize(9);
  return *it; // finding: invalidated-iterator certain
}

// resize that grows: a reference to the third element stays.
auto resizeRefLast(Deque &c) {
  auto &r = *std::next(c.begin(), 2);
  c.resize(9);
  return r;
}

// resize that grows: end() goes.
auto resizeEnd(Deque &c) {
  auto end = c.end();
  c.resize(9);
  return end == c.end(); // finding: invalidated-iterator certain
}

// resize with a value: an iterator at the first element goes.
auto resizeValueFirst(Deque &c) {
  auto it = c.begin();
  c.resize(9, 0);
  return *it; // finding: invalidated-iterator certain
}

// resize with a value: a reference to the first element stays.
auto resizeValueRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.resize(9, 0);
  return r;
}

// resize with a value: an iterator at the third element goes.
auto resizeValueLast(Deque &c) {
  auto it = std::next(c.begin(), 2);
  c.resize(9, 0);
  return *it; // finding: invalidated-iterator certain
}

// resize with a value: a reference to the third element stays.
auto resizeValueRefLast(Deque &c) {
  auto &r = *std::next(c.begin(), 2);
  c.resize(9, 0);
  return r;
}

// resize with a value: end() goes.
auto resizeValueEnd(Deque &c) {
  auto end = c.end();
  c.resize(9, 0);
  return end == c.end(); // finding: invalidated-iterator certain
}

// insert at the begin: an iterator at the first element goes.
auto insertBeginFirst(Deque &c) {
  auto it = c.begin();
  c.insert(c.begin(), 7);
  return *it; // finding: invalidated-iterator certain
}

// insert at the begin: a reference to the first element stays.
auto insertBeginRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.insert(c.begin(), 7);
  return r;
}

// insert at the begin: an iterator at the third element goes.
auto insertBeginLast(Deque &c) {
  auto it = std::next(c.begin(), 2);
  c.insert(c.begin(), 7);
  return *it; // finding: invalidated-iterator certain
}

// insert at the begin: a reference to the third element stays.
auto insertBeginRefLast(Deque &c) {
  auto &r = *std::next(c.begin(), 2);
  c.insert(c.begin(), 7);
  return r;
}

// insert at the begin: end() goes.
auto insertBeginEnd(Deque &c) {
  auto end = c.end();
  c.insert(c.begin(), 7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// insert at the end: an iterator at the first element goes.
auto insertEndFirst(Deque &c) {
  auto it = c.begin();
  c.insert(c.end(), 7);
  return *it; // finding: invalidated-iterator certain
}

// insert at the end: a reference to the first element stays.
auto insertEndRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.insert(c.end(), 7);
  return r;
}

// insert at the end: an iterator at the third element goes.
auto insertEndLast(Deque &c) {
  auto it = std::next(c.begin(), 2);
  c.insert(c.end(), 7);
  return *it; // finding: invalidated-iterator certain
}

// insert at the end: a reference to the third element stays.
auto insertEndRefLast(Deque &c) {
  auto &r = *std::next(c.begin(), 2);
  c.insert(c.end(), 7);
  return r;
}

// insert at the end: end() goes.
auto insertEndEnd(Deque &c) {
  auto end = c.end();
  c.insert(c.end(), 7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// emplace at the end: an iterator at the first element goes.
auto emplaceEndFirst(Deque &c) {
  auto it = c.begin();
  c.emplace(c.end(), 7);
  return *it; // finding: invalidated-iterator certain
}

// emplace at the end: a reference to the first element stays.
auto emplaceEndRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.emplace(c.end(), 7);
  return r;
}

// emplace at the end: an iterator at the third element goes.
auto emplaceEndLast(Deque &c) {
  auto it = std::next(c.begin(), 2);
  c.emplace(c.end(), 7);
  return *it; // finding: invalidated-iterator certain
}

// emplace at the end: a reference to the third element stays.
auto emplaceEndRefLast(Deque &c) {
  auto &r = *std::next(c.begin(), 2);
  c.emplace(c.end(), 7);
  return r;
}

// emplace at the end: end() goes.
auto emplaceEndEnd(Deque &c) {
  auto end = c.end();
  c.emplace(c.end(), 7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// insert in the middle: an iterator at the first element goes.
auto insertOneFirst(Deque &c) {
  auto it = c.begin();
  c.insert(c.begin() + 1, 7);
  return *it; // finding: invalidated-iterator certain
}

// insert in the middle: a reference to the first element goes.
auto insertOneRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.insert(c.begin() + 1, 7);
  return r; // finding: invalidated-reference certain
}

// insert in the middle: a reference to the third element goes.
auto insertOneRefLast(Deque &c) {
  auto &r = *std::next(c.begin(), 2);
  c.insert(c.begin() + 1, 7);
  return r; // finding: invalidated-reference certain
}

// insert in the middle: end() goes.
auto insertOneEnd(Deque &c) {
  auto end = c.end();
  c.insert(c.begin() + 1, 7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// emplace in the middle: an iterator at the first element goes.
auto emplaceFirst(Deque &c) {
  auto it = c.begin();
  c.emplace(c.begin() + 1, 7);
  return *it; // finding: invalidated-iterator certain
}

// emplace in the middle: a reference to the first element goes.
auto emplaceRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.emplace(c.begin() + 1, 7);
  return r; // finding: invalidated-reference certain
}

// emplace in the middle: a reference to the third element goes.
auto emplaceRefLast(Deque &c) {
  auto &r = *std::next(c.begin(), 2);
  c.emplace(c.begin() + 1, 7);
  return r; // finding: invalidated-reference certain
}

// emplace in the middle: end() goes.
auto emplaceEnd(Deque &c) {
  auto end = c.end();
  c.emplace(c.begin() + 1, 7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// insert of a range: an iterator at the first element goes.
auto insertRangeFirst(Deque &c, Deque &o) {
  auto it = c.begin();
  c.insert(c.begin() + 1, o.begin(), o.end());
  return *it; // finding: invalidated-iterator certain
}

// insert of a range: a reference to the first element goes.
auto insertRangeRefFirst(Deque &c, Deque &o) {
  auto &r = *c.begin();
  c.insert(c.begin() + 1, o.begin(), o.end());
  return r; // finding: invalidated-reference certain
}

// insert of a range: a reference to the third element goes.
auto insertRangeRefLast(Deque &c, Deque &o) {
  auto &r = *std::next(c.begin(), 2);
  c.insert(c.begin() + 1, o.begin(), o.end());
  return r; // finding: invalidated-reference certain
}

// insert of a range: end() goes.
auto insertRangeEnd(Deque &c, Deque &o) {
  auto end = c.end();
  c.insert(c.begin() + 1, o.begin(), o.end());
  return end == c.end(); // finding: invalidated-iterator certain
}

// insert of a number: an iterator at the first element goes.
auto insertCountFirst(Deque &c) {
  auto it = c.begin();
  c.insert(c.begin() + 1, 2, 7);
  return *it; // finding: invalidated-iterator certain
}

// insert of a number: a reference to the first element goes.
auto insertCountRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.insert(c.begin() + 1, 2, 7);
  return r; // finding: invalidated-reference certain
}

// insert of a number: a reference to the third element goes.
auto insertCountRefLast(Deque &c) {
  auto &r = *std::next(c.begin(), 2);
  c.insert(c.begin() + 1, 2, 7);
  return r; // finding: invalidated-reference certain
}

// insert of a number: end() goes.
auto insertCountEnd(Deque &c) {
  auto end = c.end();
  c.insert(c.begin() + 1, 2, 7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// erase of the first: an iterator at the first element goes.
auto eraseBeginFirst(Deque &c) {
  auto it = c.begin();
  c.erase(c.begin());
  return *it; // finding: invalidated-iterator certain
}

// erase of the first: an iterator at the second element stays.
auto eraseBeginSecond(Deque &c) {
  auto it = std::next(c.begin());
  c.erase(c.begin());
  return *it;
}

// erase of the first: a reference to the first element goes.
auto eraseBeginRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.erase(c.begin());
  return r; // finding: invalidated-reference certain
}

// erase of the first: a reference to the second element stays.
auto eraseBeginRefSecond(Deque &c) {
  auto &r = *std::next(c.begin());
  c.erase(c.begin());
  return r;
}

// erase in the middle: an iterator at the first element goes.
auto eraseMiddleFirst(Deque &c) {
  auto it = c.begin();
  c.erase(c.begin() + 1);
  return *it; // finding: invalidated-iterator certain
}

// erase in the middle: a reference to the first element goes.
auto eraseMiddleRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.erase(c.begin() + 1);
  return r; // finding: invalidated-reference certain
}

// erase in the middle: an iterator at the third element goes.
auto eraseMiddleLast(Deque &c) {
  auto it = std::next(c.begin(), 2);
  c.erase(c.begin() + 1);
  return *it; // finding: invalidated-iterator certain
}

// erase in the middle: a reference to the third element goes.
auto eraseMiddleRefLast(Deque &c) {
  auto &r = *std::next(c.begin(), 2);
  c.erase(c.begin() + 1);
  return r; // finding: invalidated-reference certain
}

// erase in the middle: end() goes.
auto eraseMiddleEnd(Deque &c) {
  auto end = c.end();
  c.erase(c.begin() + 1);
  return end == c.end(); // finding: invalidated-iterator certain
}

// erase of a range in the middle: an iterator at the first element goes.
auto eraseRangeFirst(Deque &c) {
  auto it = c.begin();
  c.erase(c.begin() + 1, c.begin() + 2);
  return *it; // finding: invalidated-iterator certain
}

// erase of a range in the middle: a reference to the first element goes.
auto eraseRangeRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.erase(c.begin() + 1, c.begin() + 2);
  return r; // finding: invalidated-reference certain
}

// erase of a range in the middle: end() goes.
auto eraseRangeEnd(Deque &c) {
  auto end = c.end();
  c.erase(c.begin() + 1, c.begin() + 2);
  return end == c.end(); // finding: invalidated-iterator certain
}

// pop_front: an iterator at the first element goes.
auto popFrontFirst(Deque &c) {
  auto it = c.begin();
  c.pop_front();
  return *it; // finding: invalidated-iterator certain
}

// pop_front: a reference to the first element goes.
auto popFrontRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.pop_front();
  return r; // finding: invalidated-reference certain
}

// pop_front: an iterator at the second element stays.
auto popFrontSecond(Deque &c) {
  auto it = std::next(c.begin());
  c.pop_front();
  return *it;
}

// pop_front: a reference to the second element stays.
auto popFrontRefSecond(Deque &c) {
  auto &r = *std::next(c.begin());
  c.pop_front();
  return r;
}

// pop_front: end() stays.
auto popFrontEnd(Deque &c) {
  auto end = c.end();
  c.pop_front();
  return end == c.end();
}

// pop_back: an iterator at the first element stays.
auto popBackFirst(Deque &c) {
  auto it = c.begin();
  c.pop_back();
  return *it;
}

// pop_back: a reference to the first element stays.
auto popBackRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.pop_back();
  return r;
}

// pop_back: end() goes.
auto popBackEnd(Deque &c) {
  auto end = c.end();
  c.pop_back();
  return end == c.end(); // finding: invalidated-iterator certain
}

// copy assignment: an iterator at the first element goes.
auto copyAssignFirst(Deque &c, const Deque &o) {
  auto it = c.begin();
  c = o;
  return *it; // finding: invalidated-iterator certain
}

// copy assignment: a reference to the first element goes.
auto copyAssignRefFirst(Deque &c, const Deque &o) {
  auto &r = *c.begin();
  c = o;
  return r; // finding: invalidated-reference certain
}

// copy assignment: end() goes.
auto copyAssignEnd(Deque &c, const Deque &o) {
  auto end = c.end();
  c = o;
  return end == c.end(); // finding: invalidated-iterator certain
}

// assign(n, value): an iterator at the first element goes.
auto assignCountFirst(Deque &c) {
  auto it = c.begin();
  c.assign(9, 7);
  return *it; // finding: invalidated-iterator certain
}

// assign(n, value): a reference to the first element goes.
auto assignCountRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.assign(9, 7);
  return r; // finding: invalidated-reference certain
}

// assign(n, value): end() goes.
auto assignCountEnd(Deque &c) {
  auto end = c.end();
  c.assign(9, 7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// assign(first, last): an iterator at the first element goes.
auto assignRangeFirst(Deque &c, const Deque &o) {
  auto it = c.begin();
  c.assign(o.begin(), o.end());
  return *it; // finding: invalidated-iterator certain
}

// assign(first, last): a reference to the first element goes.
auto assignRangeRefFirst(Deque &c, const Deque &o) {
  auto &r = *c.begin();
  c.assign(o.begin(), o.end());
  return r; // finding: invalidated-reference certain
}

// assign(first, last): end() goes.
auto assignRangeEnd(Deque &c, const Deque &o) {
  auto end = c.end();
  c.assign(o.begin(), o.end());
  return end == c.end(); // finding: invalidated-iterator certain
}

// clear: an iterator at the first element goes.
auto clearFirst(Deque &c) {
  auto it = c.begin();
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// clear: a reference to the first element goes.
auto clearRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.clear();
  return r; // finding: invalidated-reference certain
}

// clear: end() goes.
auto clearEnd(Deque &c) {
  auto end = c.end();
  c.clear();
  return end == c.end(); // finding: invalidated-iterator certain
}

// shrink_to_fit: an iterator at the first element goes.
auto shrinkToFitFirst(Deque &c) {
  auto it = c.begin();
  c.shrink_to_fit();
  return *it; // finding: invalidated-iterator certain
}

// shrink_to_fit: a reference to the first element goes.
auto shrinkToFitRefFirst(Deque &c) {
  auto &r = *c.begin();
  c.shrink_to_fit();
  return r; // finding: invalidated-reference certain
}

// shrink_to_fit: end() goes.
auto shrinkToFitEnd(Deque &c) {
  auto end = c.end();
  c.shrink_to_fit();
  return end == c.end(); // finding: invalidated-iterator certain
}
EXECUTE(BAD(pushBackFirst) GOOD(pushBackRefFirst) BAD(pushBackLast) GOOD(pushBackRefLast)
        BAD(pushBackEnd) BAD(pushFrontFirst) GOOD(pushFrontRefFirst) BAD(pushFrontLast)
        GOOD(pushFrontRefLast) BAD(pushFrontEnd) BAD(emplaceBackFirst) GOOD(emplaceBackRefFirst)
        BAD(emplaceBackLast) GOOD(emplaceBackRefLast) BAD(emplaceBackEnd) BAD(emplaceFrontFirst)
        GOOD(emplaceFrontRefFirst) BAD(emplaceFrontLast) GOOD(emplaceFrontRefLast)
        BAD(emplaceFrontEnd) BAD(resizeFirst) GOOD(resizeRefFirst) BAD(resizeLast)
        GOOD(resizeRefLast) BAD(resizeEnd) BAD(resizeValueFirst) GOOD(resizeValueRefFirst)
        BAD(resizeValueLast) GOOD(resizeValueRefLast) BAD(resizeValueEnd) BAD(insertBeginFirst)
        GOOD(insertBeginRefFirst) BAD(insertBeginLast) GOOD(insertBeginRefLast)
        BAD(insertBeginEnd) BAD(insertEndFirst) GOOD(insertEndRefFirst) BAD(insertEndLast)
        GOOD(insertEndRefLast) BAD(insertEndEnd) BAD(emplaceEndFirst) GOOD(emplaceEndRefFirst)
        BAD(emplaceEndLast) GOOD(emplaceEndRefLast) BAD(emplaceEndEnd) BAD(insertOneFirst)
        BAD(insertOneEnd) BAD(emplaceFirst) BAD(emplaceEnd) BAD(insertRangeFirst)
        BAD(insertRangeEnd) BAD(insertCountFirst) BAD(insertCountEnd) BAD(eraseBeginFirst)
        GOOD(eraseBeginSecond) GOOD(eraseBeginRefSecond) BAD(eraseMiddleFirst)
        BAD(eraseMiddleLast) BAD(eraseMiddleEnd) BAD(eraseRangeFirst) BAD(eraseRangeEnd)
        BAD(popFrontFirst) GOOD(popFrontSecond) GOOD(popFrontRefSecond) GOOD(popFrontEnd)
        GOOD(popBackFirst) GOOD(popBackRefFirst) BAD(copyAssignFirst) BAD(copyAssignEnd)
        BAD(assignCountFirst) BAD(assignCountEnd) BAD(assignRangeFirst) BAD(assignRangeEnd)
        BAD(clearFirst) BAD(clearEnd))
