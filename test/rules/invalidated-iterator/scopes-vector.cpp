//===- scopes-vector.cpp - changes of vectors -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// [vector.capacity], [vector.modifiers]: without reallocation, what is at and after the position.
// The debug mode sees no references into memory that is still there, and no end() without growth:
// those are not executed.
#include "../Inputs/Execute.h"
#include <utility>
#include <vector>

using Vector = std::vector<int>;

// insert(position, value): an iterator at the first element goes.
auto insertOneFirst(Vector &c) {
  auto it = c.begin();
  c.insert(c.begin() + 1, 7);
  return *it; // finding: invalidated-iterator certain
}

// insert(position, value): a reference to the first element goes.
auto insertOneRefFirst(Vector &c) {
  auto &r = *c.begin();
  c.insert(c.begin() + 1, 7);
  return r; // finding: invalidated-reference certain
}

// insert(position, value): end() goes.
auto insertOneEnd(Vector &c) {
  auto end = c.end();
  c.insert(c.begin() + 1, 7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// insert(position, value) within what was reserved: an iterator at the first element stays.
auto insertOneReservedFirst(Vector &c) {
  c.reserve(c.size() + 8);
  auto it = c.begin();
  c.insert(c.begin() + 1, 7);
  return *it;
}

// insert(position, value) within what was reserved: a reference to the first element stays.
auto insertOneReservedRefFirst(Vector &c) {
  c.reserve(c.size() + 8);
  auto &r = *c.begin();
  c.insert(c.begin() + 1, 7);
  return r;
}

// insert(position, value) within what was reserved: an iterator at the second element goes.
auto insertOneReservedSecond(Vector &c) {
  c.reserve(c.size() + 8);
  auto it = std::next(c.begin());
  c.insert(c.begin() + 1, 7);
  return *it; // finding: invalidated-iterator certain
}

// insert(position, value) within what was reserved: a reference to the second element goes.
auto insertOneReservedRefSecond(Vector &c) {
  c.reserve(c.size() + 8);
  auto &r = *std::next(c.begin());
  c.insert(c.begin() + 1, 7);
  return r; // finding: invalidated-reference certain
}

// insert(position, value) within what was reserved: end() goes.
auto insertOneReservedEnd(Vector &c) {
  c.reserve(c.size() + 8);
  auto end = c.end();
  c.insert(c.begin() + 1, 7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// emplace: an iterator at the first element goes.
auto emplaceFirst(Vector &c) {
  auto it = c.begin();
  c.emplace(c.begin() + 1, 7);
  return *it; // finding: invalidated-iterator certain
}

// emplace: a reference to the first element goes.
auto emplaceRefFirst(Vector &c) {
  auto &r = *c.begin();
  c.emplace(c.begin() + 1, 7);
  return r; // finding: invalidated-reference certain
}

// emplace: end() goes.
auto emplaceEnd(Vector &c) {
  auto end = c.end();
  c.emplace(c.begin() + 1, 7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// emplace within what was reserved: an iterator at the first element stays.
auto emplaceReservedFirst(Vector &c) {
  c.reserve(c.size() + 8);
  auto it = c.begin();
  c.emplace(c.begin() + 1, 7);
  return *it;
}

// emplace within what was reserved: a reference to the first element stays.
auto emplaceReservedRefFirst(Vector &c) {
  c.reserve(c.size() + 8);
  auto &r = *c.begin();
  c.emplace(c.begin() + 1, 7);
  return r;
}

// emplace within what was reserved: an iterator at the second element goes.
auto emplaceReservedSecond(Vector &c) {
  c.reserve(c.size() + 8);
  auto it = std::next(c.begin());
  c.emplace(c.begin() + 1, 7);
  return *it; // finding: invalidated-iterator certain
}

// emplace within what was reserved: a reference to the second element goes.
auto emplaceReservedRefSecond(Vector &c) {
  c.reserve(c.size() + 8);
  auto &r = *std::next(c.begin());
  c.emplace(c.begin() + 1, 7);
  return r; // finding: invalidated-reference certain
}

// emplace within what was reserved: end() goes.
auto emplaceReservedEnd(Vector &c) {
  c.reserve(c.size() + 8);
  auto end = c.end();
  c.emplace(c.begin() + 1, 7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// insert(position, first, last): an iterator at the first element goes.
auto insertRangeFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.insert(c.begin() + 1, o.begin(), o.end());
  return *it; // finding: invalidated-iterator certain
}

// insert(position, first, last): a reference to the first element goes.
auto insertRangeRefFirst(Vector &c, Vector &o) {
  auto &r = *c.begin();
  c.insert(c.begin() + 1, o.begin(), o.end());
  return r; // finding: invalidated-reference certain
}

// insert(position, first, last): end() goes.
auto insertRangeEnd(Vector &c, Vector &o) {
  auto end = c.end();
  c.insert(c.begin() + 1, o.begin(), o.end());
  return end == c.end(); // finding: invalidated-iterator certain
}

// insert(position, first, last) within what was reserved: an iterator at the first element stays.
auto insertRangeReservedFirst(Vector &c, Vector &o) {
  c.reserve(c.size() + 8);
  auto it = c.begin();
  c.insert(c.begin() + 1, o.begin(), o.end());
  return *it;
}

// insert(position, first, last) within what was reserved: a reference to the first element stays.
auto insertRangeReservedRefFirst(Vector &c, Vector &o) {
  c.reserve(c.size() + 8);
  auto &r = *c.begin();
  c.insert(c.begin() + 1, o.begin(), o.end());
  return r;
}

// insert(position, first, last) within what was reserved: an iterator at the second element goes.
auto insertRangeReservedSecond(Vector &c, Vector &o) {
  c.reserve(c.size() + 8);
  auto it = std::next(c.begin());
  c.insert(c.begin() + 1, o.begin(), o.end());
  return *it; // finding: invalidated-iterator certain
}

// insert(position, first, last) within what was reserved: a reference to the second element goes.
auto insertRangeReservedRefSecond(Vector &c, Vector &o) {
  c.reserve(c.size() + 8);
  auto &r = *std::next(c.begin());
  c.insert(c.begin() + 1, o.begin(), o.end());
  return r; // finding: invalidated-reference certain
}

// insert(position, first, last) within what was reserved: end() goes.
auto insertRangeReservedEnd(Vector &c, Vector &o) {
  c.reserve(c.size() + 8);
  auto end = c.end();
  c.insert(c.begin() + 1, o.begin(), o.end());
  return end == c.end(); // finding: invalidated-iterator certain
}

// insert(position, n, value): an iterator at the first element goes.
auto insertCountFirst(Vector &c) {
  auto it = c.begin();
  c.insert(c.begin() + 1, 2, 7);
  return *it; // finding: invalidated-iterator certain
}

// insert(position, n, value): a reference to the first element goes.
auto insertCountRefFirst(Vector &c) {
  auto &r = *c.begin();
  c.insert(c.begin() + 1, 2, 7);
  return r; // finding: invalidated-reference certain
}

// insert(position, n, value): end() goes.
auto insertCountEnd(Vector &c) {
  auto end = c.end();
  c.insert(c.begin() + 1, 2, 7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// insert(position, n, value) within what was reserved: an iterator at the first element stays.
auto insertCountReservedFirst(Vector &c) {
  c.reserve(c.size() + 8);
  auto it = c.begin();
  c.insert(c.begin() + 1, 2, 7);
  return *it;
}

// insert(position, n, value) within what was reserved: a reference to the first element stays.
auto insertCountReservedRefFirst(Vector &c) {
  c.reserve(c.size() + 8);
  auto &r = *c.begin();
  c.insert(c.begin() + 1, 2, 7);
  return r;
}

// insert(position, n, value) within what was reserved: an iterator at the second element goes.
auto insertCountReservedSecond(Vector &c) {
  c.reserve(c.size() + 8);
  auto it = std::next(c.begin());
  c.insert(c.begin() + 1, 2, 7);
  return *it; // finding: invalidated-iterator certain
}

// insert(position, n, value) within what was reserved: a reference to the second element goes.
auto insertCountReservedRefSecond(Vector &c) {
  c.reserve(c.size() + 8);
  auto &r = *std::next(c.begin());
  c.insert(c.begin() + 1, 2, 7);
  return r; // finding: invalidated-reference certain
}

// insert(position, n, value) within what was reserved: end() goes.
auto insertCountReservedEnd(Vector &c) {
  c.reserve(c.size() + 8);
  auto end = c.end();
  c.insert(c.begin() + 1, 2, 7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// push_back: an iterator at the first element goes.
auto pushBackFirst(Vector &c) {
  auto it = c.begin();
  c.push_back(7);
  return *it; // finding: invalidated-iterator certain
}

// push_back: a reference to the first element goes.
auto pushBackRefFirst(Vector &c) {
  auto &r = *c.begin();
  c.push_back(7);
  return r; // finding: invalidated-reference certain
}

// push_back: end() goes.
auto pushBackEnd(Vector &c) {
  auto end = c.end();
  c.push_back(7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// push_back within what was reserved: an iterator at the first element stays.
auto pushBackReservedFirst(Vector &c) {
  c.reserve(c.size() + 8);
  auto it = c.begin();
  c.push_back(7);
  return *it;
}

// push_back within what was reserved: a reference to the first element stays.
auto pushBackReservedRefFirst(Vector &c) {
  c.reserve(c.size() + 8);
  auto &r = *c.begin();
  c.push_back(7);
  return r;
}

// push_back within what was reserved: an iterator at the third element stays.
auto pushBackReservedLast(Vector &c) {
  c.reserve(c.size() + 8);
  auto it = std::next(c.begin(), 2);
  c.push_back(7);
  return *it;
}

// push_back within what was reserved: a reference to the third element stays.
auto pushBackReservedRefLast(Vector &c) {
  c.reserve(c.size() + 8);
  auto &r = *std::next(c.begin(), 2);
  c.push_back(7);
  return r;
}

// push_back within what was reserved: end() goes.
auto pushBackReservedEnd(Vector &c) {
  c.reserve(c.size() + 8);
  auto end = c.end();
  c.push_back(7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// emplace_back: an iterator at the first element goes.
auto emplaceBackFirst(Vector &c) {
  auto it = c.begin();
  c.emplace_back(7);
  return *it; // finding: invalidated-iterator certain
}

// emplace_back: a reference to the first element goes.
auto emplaceBackRefFirst(Vector &c) {
  auto &r = *c.begin();
  c.emplace_back(7);
  return r; // finding: invalidated-reference certain
}

// emplace_back: end() goes.
auto emplaceBackEnd(Vector &c) {
  auto end = c.end();
  c.emplace_back(7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// emplace_back within what was reserved: an iterator at the first element stays.
auto emplaceBackReservedFirst(Vector &c) {
  c.reserve(c.size() + 8);
  auto it = c.begin();
  c.emplace_back(7);
  return *it;
}

// emplace_back within what was reserved: a reference to the first element stays.
auto emplaceBackReservedRefFirst(Vector &c) {
  c.reserve(c.size() + 8);
  auto &r = *c.begin();
  c.emplace_back(7);
  return r;
}

// emplace_back within what was reserved: an iterator at the third element stays.
auto emplaceBackReservedLast(Vector &c) {
  c.reserve(c.size() + 8);
  auto it = std::next(c.begin(), 2);
  c.emplace_back(7);
  return *it;
}

// emplace_back within what was reserved: a reference to the third element stays.
auto emplaceBackReservedRefLast(Vector &c) {
  c.reserve(c.size() + 8);
  auto &r = *std::next(c.begin(), 2);
  c.emplace_back(7);
  return r;
}

// emplace_back within what was reserved: end() goes.
auto emplaceBackReservedEnd(Vector &c) {
  c.reserve(c.size() + 8);
  auto end = c.end();
  c.emplace_back(7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// resize(n): an iterator at the first element goes.
auto resizeFirst(Vector &c) {
  auto it = c.begin();
  c.resize(5);
  return *it; // finding: invalidated-iterator certain
}

// resize(n): a reference to the first element goes.
auto resizeRefFirst(Vector &c) {
  auto &r = *c.begin();
  c.resize(5);
  return r; // finding: invalidated-reference certain
}

// resize(n): end() goes.
auto resizeEnd(Vector &c) {
  auto end = c.end();
  c.resize(5);
  return end == c.end(); // finding: invalidated-iterator certain
}

// resize(n) within what was reserved: an iterator at the first element stays.
auto resizeReservedFirst(Vector &c) {
  c.reserve(c.size() + 8);
  auto it = c.begin();
  c.resize(5);
  return *it;
}

// resize(n) within what was reserved: a reference to the first element stays.
auto resizeReservedRefFirst(Vector &c) {
  c.reserve(c.size() + 8);
  auto &r = *c.begin();
  c.resize(5);
  return r;
}

// resize(n) within what was reserved: an iterator at the third element stays.
auto resizeReservedLast(Vector &c) {
  c.reserve(c.size() + 8);
  auto it = std::next(c.begin(), 2);
  c.resize(5);
  return *it;
}

// resize(n) within what was reserved: a reference to the third element stays.
auto resizeReservedRefLast(Vector &c) {
  c.reserve(c.size() + 8);
  auto &r = *std::next(c.begin(), 2);
  c.resize(5);
  return r;
}

// resize(n) within what was reserved: end() goes.
auto resizeReservedEnd(Vector &c) {
  c.reserve(c.size() + 8);
  auto end = c.end();
  c.resize(5);
  return end == c.end(); // finding: invalidated-iterator certain
}

// resize(n, value): an iterator at the first element goes.
auto resizeValueFirst(Vector &c) {
  auto it = c.begin();
  c.resize(5, 0);
  return *it; // finding: invalidated-iterator certain
}

// resize(n, value): a reference to the first element goes.
auto resizeValueRefFirst(Vector &c) {
  auto &r = *c.begin();
  c.resize(5, 0);
  return r; // finding: invalidated-reference certain
}

// resize(n, value): end() goes.
auto resizeValueEnd(Vector &c) {
  auto end = c.end();
  c.resize(5, 0);
  return end == c.end(); // finding: invalidated-iterator certain
}

// resize(n, value) within what was reserved: an iterator at the first element stays.
auto resizeValueReservedFirst(Vector &c) {
  c.reserve(c.size() + 8);
  auto it = c.begin();
  c.resize(5, 0);
  return *it;
}

// resize(n, value) within what was reserved: a reference to the first element stays.
auto resizeValueReservedRefFirst(Vector &c) {
  c.reserve(c.size() + 8);
  auto &r = *c.begin();
  c.resize(5, 0);
  return r;
}

// resize(n, value) within what was reserved: an iterator at the third element stays.
auto resizeValueReservedLast(Vector &c) {
  c.reserve(c.size() + 8);
  auto it = std::next(c.begin(), 2);
  c.resize(5, 0);
  return *it;
}

// resize(n, value) within what was reserved: a reference to the third element stays.
auto resizeValueReservedRefLast(Vector &c) {
  c.reserve(c.size() + 8);
  auto &r = *std::next(c.begin(), 2);
  c.resize(5, 0);
  return r;
}

// resize(n, value) within what was reserved: end() goes.
auto resizeValueReservedEnd(Vector &c) {
  c.reserve(c.size() + 8);
  auto end = c.end();
  c.resize(5, 0);
  return end == c.end(); // finding: invalidated-iterator certain
}

// erase(position): an iterator at the first element stays.
auto eraseOneFirst(Vector &c) {
  auto it = c.begin();
  c.erase(c.begin() + 1);
  return *it;
}

// erase(position): a reference to the first element stays.
auto eraseOneRefFirst(Vector &c) {
  auto &r = *c.begin();
  c.erase(c.begin() + 1);
  return r;
}

// erase(position): an iterator at the second element goes.
auto eraseOneSecond(Vector &c) {
  auto it = std::next(c.begin());
  c.erase(c.begin() + 1);
  return *it; // finding: invalidated-iterator certain
}

// erase(position): a reference to the second element goes.
auto eraseOneRefSecond(Vector &c) {
  auto &r = *std::next(c.begin());
  c.erase(c.begin() + 1);
  return r; // finding: invalidated-reference certain
}

// erase(position): an iterator at the third element goes.
auto eraseOneLast(Vector &c) {
  auto it = std::next(c.begin(), 2);
  c.erase(c.begin() + 1);
  return *it; // finding: invalidated-iterator certain
}

// erase(position): a reference to the third element goes.
auto eraseOneRefLast(Vector &c) {
  auto &r = *std::next(c.begin(), 2);
  c.erase(c.begin() + 1);
  return r; // finding: invalidated-reference certain
}

// erase(position): end() goes.
auto eraseOneEnd(Vector &c) {
  auto end = c.end();
  c.erase(c.begin() + 1);
  return end == c.end(); // finding: invalidated-iterator certain
}

// erase(first, last): an iterator at the first element stays.
auto eraseRangeFirst(Vector &c) {
  auto it = c.begin();
  c.erase(c.begin() + 1, c.begin() + 2);
  return *it;
}

// erase(first, last): a reference to the first element stays.
auto eraseRangeRefFirst(Vector &c) {
  auto &r = *c.begin();
  c.erase(c.begin() + 1, c.begin() + 2);
  return r;
}

// erase(first, last): an iterator at the second element goes.
auto eraseRangeSecond(Vector &c) {
  auto it = std::next(c.begin());
  c.erase(c.begin() + 1, c.begin() + 2);
  return *it; // finding: invalidated-iterator certain
}

// erase(first, last): a reference to the second element goes.
auto eraseRangeRefSecond(Vector &c) {
  auto &r = *std::next(c.begin());
  c.erase(c.begin() + 1, c.begin() + 2);
  return r; // finding: invalidated-reference certain
}

// erase(first, last): an iterator at the third element goes.
auto eraseRangeLast(Vector &c) {
  auto it = std::next(c.begin(), 2);
  c.erase(c.begin() + 1, c.begin() + 2);
  return *it; // finding: invalidated-iterator certain
}

// erase(first, last): a reference to the third element goes.
auto eraseRangeRefLast(Vector &c) {
  auto &r = *std::next(c.begin(), 2);
  c.erase(c.begin() + 1, c.begin() + 2);
  return r; // finding: invalidated-reference certain
}

// erase(first, last): end() goes.
auto eraseRangeEnd(Vector &c) {
  auto end = c.end();
  c.erase(c.begin() + 1, c.begin() + 2);
  return end == c.end(); // finding: invalidated-iterator certain
}

// pop_back: an iterator at the first element stays.
auto popBackFirst(Vector &c) {
  auto it = c.begin();
  c.pop_back();
  return *it;
}

// pop_back: a reference to the first element stays.
auto popBackRefFirst(Vector &c) {
  auto &r = *c.begin();
  c.pop_back();
  return r;
}

// pop_back: end() goes.
auto popBackEnd(Vector &c) {
  auto end = c.end();
  c.pop_back();
  return end == c.end(); // finding: invalidated-iterator certain
}

// copy assignment: an iterator at the first element goes.
auto copyAssignFirst(Vector &c, const Vector &o) {
  auto it = c.begin();
  c = o;
  return *it; // finding: invalidated-iterator certain
}

// copy assignment: a reference to the first element goes.
auto copyAssignRefFirst(Vector &c, const Vector &o) {
  auto &r = *c.begin();
  c = o;
  return r; // finding: invalidated-reference certain
}

// copy assignment: end() goes.
auto copyAssignEnd(Vector &c, const Vector &o) {
  auto end = c.end();
  c = o;
  return end == c.end(); // finding: invalidated-iterator certain
}

// assignment of a list: an iterator at the first element goes.
auto listAssignFirst(Vector &c) {
  auto it = c.begin();
  c = {7, 8, 9, 10};
  return *it; // finding: invalidated-iterator certain
}

// assignment of a list: a reference to the first element goes.
auto listAssignRefFirst(Vector &c) {
  auto &r = *c.begin();
  c = {7, 8, 9, 10};
  return r; // finding: invalidated-reference certain
}

// assignment of a list: end() goes.
auto listAssignEnd(Vector &c) {
  auto end = c.end();
  c = {7, 8, 9, 10};
  return end == c.end(); // finding: invalidated-iterator certain
}

// assign(first, last): an iterator at the first element goes.
auto assignRangeFirst(Vector &c, const Vector &o) {
  auto it = c.begin();
  c.assign(o.begin(), o.end());
  return *it; // finding: invalidated-iterator certain
}

// assign(first, last): a reference to the first element goes.
auto assignRangeRefFirst(Vector &c, const Vector &o) {
  auto &r = *c.begin();
  c.assign(o.begin(), o.end());
  return r; // finding: invalidated-reference certain
}

// assign(first, last): end() goes.
auto assignRangeEnd(Vector &c, const Vector &o) {
  auto end = c.end();
  c.assign(o.begin(), o.end());
  return end == c.end(); // finding: invalidated-iterator certain
}

// assign(n, value): an iterator at the first element goes.
auto assignCountFirst(Vector &c) {
  auto it = c.begin();
  c.assign(9, 7);
  return *it; // finding: invalidated-iterator certain
}

// assign(n, value): a reference to the first element goes.
auto assignCountRefFirst(Vector &c) {
  auto &r = *c.begin();
  c.assign(9, 7);
  return r; // finding: invalidated-reference certain
}

// assign(n, value): end() goes.
auto assignCountEnd(Vector &c) {
  auto end = c.end();
  c.assign(9, 7);
  return end == c.end(); // finding: invalidated-iterator certain
}

// assign(list): an iterator at the first element goes.
auto assignListFirst(Vector &c) {
  auto it = c.begin();
  c.assign({7, 8, 9, 10});
  return *it; // finding: invalidated-iterator certain
}

// assign(list): a reference to the first element goes.
auto assignListRefFirst(Vector &c) {
  auto &r = *c.begin();
  c.assign({7, 8, 9, 10});
  return r; // finding: invalidated-reference certain
}

// assign(list): end() goes.
auto assignListEnd(Vector &c) {
  auto end = c.end();
  c.assign({7, 8, 9, 10});
  return end == c.end(); // finding: invalidated-iterator certain
}

// clear: an iterator at the first element goes.
auto clearFirst(Vector &c) {
  auto it = c.begin();
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// clear: a reference to the first element goes.
auto clearRefFirst(Vector &c) {
  auto &r = *c.begin();
  c.clear();
  return r; // finding: invalidated-reference certain
}

// clear: end() goes.
auto clearEnd(Vector &c) {
  auto end = c.end();
  c.clear();
  return end == c.end(); // finding: invalidated-iterator certain
}

// shrink_to_fit: iterators go.
auto shrinkToFit(Vector &c) {
  c.reserve(99);
  auto it = c.begin();
  c.shrink_to_fit();
  return *it; // finding: invalidated-iterator certain
}

// shrink_to_fit: references go.
auto shrinkToFitRef(Vector &c) {
  c.reserve(99);
  auto &r = c.front();
  c.shrink_to_fit();
  return r; // finding: invalidated-reference certain
}

// shrink_to_fit: end() goes.
auto shrinkToFitEnd(Vector &c) {
  c.reserve(99);
  auto end = c.end();
  c.shrink_to_fit();
  return end == c.end(); // finding: invalidated-iterator certain
}

// reserve: iterators go.
auto reserveFirst(Vector &c) {
  auto it = c.begin();
  c.reserve(99);
  return *it; // finding: invalidated-iterator certain
}

// reserve: references go.
auto reserveRef(Vector &c) {
  auto &r = c.front();
  c.reserve(99);
  return r; // finding: invalidated-reference certain
}

// reserve: end() goes.
auto reserveEnd(Vector &c) {
  auto end = c.end();
  c.reserve(99);
  return end == c.end(); // finding: invalidated-iterator certain
}

// reserve of no more than there is: nothing goes.
auto reserveTwice(Vector &c) {
  c.reserve(99);
  auto it = c.begin();
  auto &r = *it;
  c.reserve(9);
  return *it + r;
}

// swap: an iterator follows its element.
auto swapMemberFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.swap(o);
  return *it;
}

// swap: a reference follows its element.
auto swapMemberRef(Vector &c, Vector &o) {
  auto &r = c.front();
  c.swap(o);
  c.clear();
  return r;
}

// swap: a reference goes with its element, which is in the other one.
auto swapMemberRefGone(Vector &c, Vector &o) {
  auto &r = c.front();
  c.swap(o);
  o.push_back(1);
  return r; // finding: invalidated-reference certain
}

// std::swap: an iterator follows its element.
auto swapFreeFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  std::swap(c, o);
  return *it;
}

// std::swap: a reference follows its element.
auto swapFreeRef(Vector &c, Vector &o) {
  auto &r = c.front();
  std::swap(c, o);
  c.clear();
  return r;
}

// std::swap: a reference goes with its element, which is in the other one.
auto swapFreeRefGone(Vector &c, Vector &o) {
  auto &r = c.front();
  std::swap(c, o);
  o.push_back(1);
  return r; // finding: invalidated-reference certain
}

// Move assignment: iterators into the source follow.
auto moveAssign(Vector &c, Vector &o) {
  auto it = o.begin();
  c = std::move(o);
  return *it;
}

// Move assignment: references into the source follow.
auto moveAssignRef(Vector &c, Vector &o) {
  auto &r = o.front();
  c = std::move(o);
  return r;
}

// Move assignment: what followed goes with its new owner's elements.
auto moveAssignFollows(Vector &c, Vector &o) {
  auto it = o.begin();
  c = std::move(o);
  c.push_back(1);
  return *it; // finding: invalidated-iterator certain
}

// Move assignment: the target's own elements go.
auto moveAssignTarget(Vector &c, Vector &o) {
  auto it = c.begin();
  c = std::move(o);
  return *it; // finding: invalidated-iterator certain
}

// Move assignment: references to the target's own elements go.
auto moveAssignTargetRef(Vector &c, Vector &o) {
  auto &r = c.front();
  c = std::move(o);
  return r; // finding: invalidated-reference certain
}

// std::exchange: iterators follow into the result.
auto exchange(Vector &c) {
  auto it = c.begin();
  Vector old = std::exchange(c, Vector());
  return *it;
}

// std::exchange: references follow into the result.
auto exchangeRef(Vector &c) {
  auto &r = c.front();
  Vector old = std::exchange(c, Vector());
  return r;
}

// std::exchange: what followed goes with the result's elements.
auto exchangeFollows(Vector &c) {
  auto it = c.begin();
  Vector old = std::exchange(c, Vector());
  old.clear();
  return *it; // finding: invalidated-iterator certain
}

// cend() is an end().
auto constEnd(Vector &c) {
  auto it = c.cend();
  c.push_back(1);
  return it == c.cend(); // finding: invalidated-iterator certain
}

// cbegin() is a begin().
auto constBegin(Vector &c) {
  auto it = c.cbegin();
  c.push_back(1);
  return *it; // finding: invalidated-iterator certain
}

// rend() is the first element.
auto reverseEnd(Vector &c) {
  auto it = c.rend();
  c.push_back(1);
  return it == c.rend(); // finding: invalidated-iterator certain
}

// rbegin() is the last element.
auto reverseBegin(Vector &c) {
  auto it = c.rbegin();
  c.push_back(1);
  return *it; // finding: invalidated-iterator certain
}
EXECUTE(BAD(insertOneFirst) BAD(insertOneRefFirst) BAD(insertOneEnd) GOOD(insertOneReservedFirst)
        GOOD(insertOneReservedRefFirst) BAD(insertOneReservedSecond) BAD(insertOneReservedEnd)
        BAD(emplaceFirst) BAD(emplaceRefFirst) BAD(emplaceEnd) GOOD(emplaceReservedFirst)
        GOOD(emplaceReservedRefFirst) BAD(emplaceReservedSecond) BAD(emplaceReservedEnd)
        BAD(insertRangeFirst) BAD(insertRangeRefFirst) BAD(insertRangeEnd)
        GOOD(insertRangeReservedFirst) GOOD(insertRangeReservedRefFirst)
        BAD(insertRangeReservedSecond) BAD(insertRangeReservedEnd) BAD(insertCountFirst)
        BAD(insertCountRefFirst) BAD(insertCountEnd) GOOD(insertCountReservedFirst)
        GOOD(insertCountReservedRefFirst) BAD(insertCountReservedSecond)
        BAD(insertCountReservedEnd) BAD(pushBackFirst) BAD(pushBackRefFirst) BAD(pushBackEnd)
        GOOD(pushBackReservedFirst) GOOD(pushBackReservedRefFirst) GOOD(pushBackReservedLast)
        GOOD(pushBackReservedRefLast) BAD(emplaceBackFirst) BAD(emplaceBackRefFirst)
        BAD(emplaceBackEnd) GOOD(emplaceBackReservedFirst) GOOD(emplaceBackReservedRefFirst)
        GOOD(emplaceBackReservedLast) GOOD(emplaceBackReservedRefLast) BAD(resizeFirst)
        BAD(resizeRefFirst) BAD(resizeEnd) GOOD(resizeReservedFirst) GOOD(resizeReservedRefFirst)
        GOOD(resizeReservedLast) GOOD(resizeReservedRefLast) BAD(resizeValueFirst)
        BAD(resizeValueRefFirst) BAD(resizeValueEnd) GOOD(resizeValueReservedFirst)
        GOOD(resizeValueReservedRefFirst) GOOD(resizeValueReservedLast)
        GOOD(resizeValueReservedRefLast) GOOD(eraseOneFirst) GOOD(eraseOneRefFirst)
        BAD(eraseOneSecond) BAD(eraseOneLast) BAD(eraseOneEnd) GOOD(eraseRangeFirst)
        GOOD(eraseRangeRefFirst) BAD(eraseRangeSecond) BAD(eraseRangeLast) BAD(eraseRangeEnd)
        GOOD(popBackFirst) GOOD(popBackRefFirst) BAD(copyAssignFirst) BAD(copyAssignEnd)
        BAD(listAssignFirst) BAD(listAssignEnd) BAD(assignRangeFirst) BAD(assignRangeEnd)
        BAD(assignCountFirst) BAD(assignCountEnd) BAD(assignListFirst) BAD(assignListEnd)
        BAD(clearFirst) BAD(clearEnd) BAD(shrinkToFit) BAD(shrinkToFitRef) BAD(shrinkToFitEnd)
        BAD(reserveFirst) BAD(reserveRef) BAD(reserveEnd) GOOD(reserveTwice) GOOD(swapMemberFirst)
        GOOD(swapMemberRef) BAD(swapMemberRefGone) GOOD(swapFreeFirst) GOOD(swapFreeRef)
        BAD(swapFreeRefGone) GOOD(moveAssign) GOOD(moveAssignRef) BAD(moveAssignFollows)
        BAD(moveAssignTarget) BAD(moveAssignTargetRef) GOOD(exchange) GOOD(exchangeRef)
        BAD(exchangeFollows) BAD(constEnd) BAD(constBegin) BAD(reverseEnd) BAD(reverseBegin))
