//===- scopes-lists.cpp - changes of lists ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// [list.modifiers], [list.ops]: insertion disturbs nothing, erasure only the erased.
#include "../Inputs/Execute.h"
#include <forward_list>
#include <iterator>
#include <list>

using List = std::list<int>;
using Forward = std::forward_list<int>;

// push_back: an iterator at the first element stays.
auto pushBackFirst(List &c) {
  auto it = c.begin();
  c.push_back(7);
  return *it;
}

// push_back: a reference to the first element stays.
auto pushBackRefFirst(List &c) {
  auto &r = *c.begin();
  c.push_back(7);
  return r;
}

// push_back: an iterator at the third element stays.
auto pushBackLast(List &c) {
  auto it = std::next(c.begin(), 2);
  c.push_back(7);
  return *it;
}

// push_back: a reference to the third element stays.
auto pushBackRefLast(List &c) {
  auto &r = *std::next(c.begin(), 2);
  c.push_back(7);
  return r;
}

// push_back: end() stays.
auto pushBackEnd(List &c) {
  auto end = c.end();
  c.push_back(7);
  return end == c.end();
}

// push_front: an iterator at the first element stays.
auto pushFrontFirst(List &c) {
  auto it = c.begin();
  c.push_front(7);
  return *it;
}

// push_front: a reference to the first element stays.
auto pushFrontRefFirst(List &c) {
  auto &r = *c.begin();
  c.push_front(7);
  return r;
}

// push_front: an iterator at the third element stays.
auto pushFrontLast(List &c) {
  auto it = std::next(c.begin(), 2);
  c.push_front(7);
  return *it;
}

// push_front: a reference to the third element stays.
auto pushFrontRefLast(List &c) {
  auto &r = *std::next(c.begin(), 2);
  c.push_front(7);
  return r;
}

// push_front: end() stays.
auto pushFrontEnd(List &c) {
  auto end = c.end();
  c.push_front(7);
  return end == c.end();
}

// emplace_back: an iterator at the first element stays.
auto emplaceBackFirst(List &c) {
  auto it = c.begin();
  c.emplace_back(7);
  return *it;
}

// emplace_back: a reference to the first element stays.
auto emplaceBackRefFirst(List &c) {
  auto &r = *c.begin();
  c.emplace_back(7);
  return r;
}

// emplace_back: an iterator at the third element stays.
auto emplaceBackLast(List &c) {
  auto it = std::next(c.begin(), 2);
  c.emplace_back(7);
  return *it;
}

// emplace_back: a reference to the third element stays.
auto emplaceBackRefLast(List &c) {
  auto &r = *std::next(c.begin(), 2);
  c.emplace_back(7);
  return r;
}

// emplace_back: end() stays.
auto emplaceBackEnd(List &c) {
  auto end = c.end();
  c.emplace_back(7);
  return end == c.end();
}

// emplace_front: an iterator at the first element stays.
auto emplaceFrontFirst(List &c) {
  auto it = c.begin();
  c.emplace_front(7);
  return *it;
}

// emplace_front: a reference to the first element stays.
auto emplaceFrontRefFirst(List &c) {
  auto &r = *c.begin();
  c.emplace_front(7);
  return r;
}

// emplace_front: an iterator at the third element stays.
auto emplaceFrontLast(List &c) {
  auto it = std::next(c.begin(), 2);
  c.emplace_front(7);
  return *it;
}

// emplace_front: a reference to the third element stays.
auto emplaceFrontRefLast(List &c) {
  auto &r = *std::next(c.begin(), 2);
  c.emplace_front(7);
  return r;
}

// emplace_front: end() stays.
auto emplaceFrontEnd(List &c) {
  auto end = c.end();
  c.emplace_front(7);
  return end == c.end();
}

// emplace: an iterator at the first element stays.
auto emplaceFirst(List &c) {
  auto it = c.begin();
  c.emplace(c.begin(), 7);
  return *it;
}

// emplace: a reference to the first element stays.
auto emplaceRefFirst(List &c) {
  auto &r = *c.begin();
  c.emplace(c.begin(), 7);
  return r;
}

// emplace: an iterator at the third element stays.
auto emplaceLast(List &c) {
  auto it = std::next(c.begin(), 2);
  c.emplace(c.begin(), 7);
  return *it;
}

// emplace: a reference to the third element stays.
auto emplaceRefLast(List &c) {
  auto &r = *std::next(c.begin(), 2);
  c.emplace(c.begin(), 7);
  return r;
}

// emplace: end() stays.
auto emplaceEnd(List &c) {
  auto end = c.end();
  c.emplace(c.begin(), 7);
  return end == c.end();
}

// insert: an iterator at the first element stays.
auto insertOneFirst(List &c) {
  auto it = c.begin();
  c.insert(c.begin(), 7);
  return *it;
}

// insert: a reference to the first element stays.
auto insertOneRefFirst(List &c) {
  auto &r = *c.begin();
  c.insert(c.begin(), 7);
  return r;
}

// insert: an iterator at the third element stays.
auto insertOneLast(List &c) {
  auto it = std::next(c.begin(), 2);
  c.insert(c.begin(), 7);
  return *it;
}

// insert: a reference to the third element stays.
auto insertOneRefLast(List &c) {
  auto &r = *std::next(c.begin(), 2);
  c.insert(c.begin(), 7);
  return r;
}

// insert: end() stays.
auto insertOneEnd(List &c) {
  auto end = c.end();
  c.insert(c.begin(), 7);
  return end == c.end();
}

// insert of a range: an iterator at the first element stays.
auto insertRangeFirst(List &c, List &o) {
  auto it = c.begin();
  c.insert(c.begin(), o.begin(), o.end());
  return *it;
}

// insert of a range: a reference to the first element stays.
auto insertRangeRefFirst(List &c, List &o) {
  auto &r = *c.begin();
  c.insert(c.begin(), o.begin(), o.end());
  return r;
}

// insert of a range: an iterator at the third element stays.
auto insertRangeLast(List &c, List &o) {
  auto it = std::next(c.begin(), 2);
  c.insert(c.begin(), o.begin(), o.end());
  return *it;
}

// insert of a range: a reference to the third element stays.
auto insertRangeRefLast(List &c, List &o) {
  auto &r = *std::next(c.begin(), 2);
  c.insert(c.begin(), o.begin(), o.end());
  return r;
}

// insert of a range: end() stays.
auto insertRangeEnd(List &c, List &o) {
  auto end = c.end();
  c.insert(c.begin(), o.begin(), o.end());
  return end == c.end();
}

// insert of a number: an iterator at the first element stays.
auto insertCountFirst(List &c) {
  auto it = c.begin();
  c.insert(c.begin(), 2, 7);
  return *it;
}

// insert of a number: a reference to the first element stays.
auto insertCountRefFirst(List &c) {
  auto &r = *c.begin();
  c.insert(c.begin(), 2, 7);
  return r;
}

// insert of a number: an iterator at the third element stays.
auto insertCountLast(List &c) {
  auto it = std::next(c.begin(), 2);
  c.insert(c.begin(), 2, 7);
  return *it;
}

// insert of a number: a reference to the third element stays.
auto insertCountRefLast(List &c) {
  auto &r = *std::next(c.begin(), 2);
  c.insert(c.begin(), 2, 7);
  return r;
}

// insert of a number: end() stays.
auto insertCountEnd(List &c) {
  auto end = c.end();
  c.insert(c.begin(), 2, 7);
  return end == c.end();
}

// sort: an iterator at the first element stays.
auto sortFirst(List &c) {
  auto it = c.begin();
  c.sort();
  return *it;
}

// sort: a reference to the first element stays.
auto sortRefFirst(List &c) {
  auto &r = *c.begin();
  c.sort();
  return r;
}

// sort: an iterator at the third element stays.
auto sortLast(List &c) {
  auto it = std::next(c.begin(), 2);
  c.sort();
  return *it;
}

// sort: a reference to the third element stays.
auto sortRefLast(List &c) {
  auto &r = *std::next(c.begin(), 2);
  c.sort();
  return r;
}

// sort: end() stays.
auto sortEnd(List &c) {
  auto end = c.end();
  c.sort();
  return end == c.end();
}

// sort with a comparison: an iterator at the first element stays.
auto sortByFirst(List &c) {
  auto it = c.begin();
  c.sort([](int a, int b) { return a > b; });
  return *it;
}

// sort with a comparison: a reference to the first element stays.
auto sortByRefFirst(List &c) {
  auto &r = *c.begin();
  c.sort([](int a, int b) { return a > b; });
  return r;
}

// sort with a comparison: an iterator at the third element stays.
auto sortByLast(List &c) {
  auto it = std::next(c.begin(), 2);
  c.sort([](int a, int b) { return a > b; });
  return *it;
}

// sort with a comparison: a reference to the third element stays.
auto sortByRefLast(List &c) {
  auto &r = *std::next(c.begin(), 2);
  c.sort([](int a, int b) { return a > b; });
  return r;
}

// sort with a comparison: end() stays.
auto sortByEnd(List &c) {
  auto end = c.end();
  c.sort([](int a, int b) { return a > b; });
  return end == c.end();
}

// reverse: an iterator at the first element stays.
auto reverseFirst(List &c) {
  auto it = c.begin();
  c.reverse();
  return *it;
}

// reverse: a reference to the first element stays.
auto reverseRefFirst(List &c) {
  auto &r = *c.begin();
  c.reverse();
  return r;
}

// reverse: an iterator at the third element stays.
auto reverseLast(List &c) {
  auto it = std::next(c.begin(), 2);
  c.reverse();
  return *it;
}

// reverse: a reference to the third element stays.
auto reverseRefLast(List &c) {
  auto &r = *std::next(c.begin(), 2);
  c.reverse();
  return r;
}

// reverse: end() stays.
auto reverseEnd(List &c) {
  auto end = c.end();
  c.reverse();
  return end == c.end();
}

// splice of all: an iterator at the first element stays.
auto spliceFirst(List &c, List &o) {
  auto it = c.begin();
  c.splice(c.begin(), o);
  return *it;
}

// splice of all: a reference to the first element stays.
auto spliceRefFirst(List &c, List &o) {
  auto &r = *c.begin();
  c.splice(c.begin(), o);
  return r;
}

// splice of all: an iterator at the third element stays.
auto spliceLast(List &c, List &o) {
  auto it = std::next(c.begin(), 2);
  c.splice(c.begin(), o);
  return *it;
}

// splice of all: a reference to the third element stays.
auto spliceRefLast(List &c, List &o) {
  auto &r = *std::next(c.begin(), 2);
  c.splice(c.begin(), o);
  return r;
}

// splice of all: end() stays.
auto spliceEnd(List &c, List &o) {
  auto end = c.end();
  c.splice(c.begin(), o);
  return end == c.end();
}

// splice of all: a reference into the other list stays.
auto spliceOther(List &c, List &o) {
  auto &r = o.front();
  c.splice(c.begin(), o);
  return r;
}

// splice of one: an iterator at the first element stays.
auto spliceOneFirst(List &c, List &o) {
  auto it = c.begin();
  c.splice(c.begin(), o, o.begin());
  return *it;
}

// splice of one: a reference to the first element stays.
auto spliceOneRefFirst(List &c, List &o) {
  auto &r = *c.begin();
  c.splice(c.begin(), o, o.begin());
  return r;
}

// splice of one: an iterator at the third element stays.
auto spliceOneLast(List &c, List &o) {
  auto it = std::next(c.begin(), 2);
  c.splice(c.begin(), o, o.begin());
  return *it;
}

// splice of one: a reference to the third element stays.
auto spliceOneRefLast(List &c, List &o) {
  auto &r = *std::next(c.begin(), 2);
  c.splice(c.begin(), o, o.begin());
  return r;
}

// splice of one: end() stays.
auto spliceOneEnd(List &c, List &o) {
  auto end = c.end();
  c.splice(c.begin(), o, o.begin());
  return end == c.end();
}

// splice of one: a reference into the other list stays.
auto spliceOneOther(List &c, List &o) {
  auto &r = o.front();
  c.splice(c.begin(), o, o.begin());
  return r;
}

// splice of a range: an iterator at the first element stays.
auto spliceRangeFirst(List &c, List &o) {
  auto it = c.begin();
  c.splice(c.begin(), o, o.begin(), o.end());
  return *it;
}

// splice of a range: a reference to the first element stays.
auto spliceRangeRefFirst(List &c, List &o) {
  auto &r = *c.begin();
  c.splice(c.begin(), o, o.begin(), o.end());
  return r;
}

// splice of a range: an iterator at the third element stays.
auto spliceRangeLast(List &c, List &o) {
  auto it = std::next(c.begin(), 2);
  c.splice(c.begin(), o, o.begin(), o.end());
  return *it;
}

// splice of a range: a reference to the third element stays.
auto spliceRangeRefLast(List &c, List &o) {
  auto &r = *std::next(c.begin(), 2);
  c.splice(c.begin(), o, o.begin(), o.end());
  return r;
}

// splice of a range: end() stays.
auto spliceRangeEnd(List &c, List &o) {
  auto end = c.end();
  c.splice(c.begin(), o, o.begin(), o.end());
  return end == c.end();
}

// splice of a range: a reference into the other list stays.
auto spliceRangeOther(List &c, List &o) {
  auto &r = o.front();
  c.splice(c.begin(), o, o.begin(), o.end());
  return r;
}

// merge: an iterator at the first element stays.
auto mergeFirst(List &c, List &o) {
  auto it = c.begin();
  c.merge(o);
  return *it;
}

// merge: a reference to the first element stays.
auto mergeRefFirst(List &c, List &o) {
  auto &r = *c.begin();
  c.merge(o);
  return r;
}

// merge: an iterator at the third element stays.
auto mergeLast(List &c, List &o) {
  auto it = std::next(c.begin(), 2);
  c.merge(o);
  return *it;
}

// merge: a reference to the third element stays.
auto mergeRefLast(List &c, List &o) {
  auto &r = *std::next(c.begin(), 2);
  c.merge(o);
  return r;
}

// merge: end() stays.
auto mergeEnd(List &c, List &o) {
  auto end = c.end();
  c.merge(o);
  return end == c.end();
}

// merge: a reference into the other list stays.
auto mergeOther(List &c, List &o) {
  auto &r = o.front();
  c.merge(o);
  return r;
}

// merge with a comparison: an iterator at the first element stays.
auto mergeByFirst(List &c, List &o) {
  auto it = c.begin();
  c.merge(o, [](int a, int b) { return a < b; });
  return *it;
}

// merge with a comparison: a reference to the first element stays.
auto mergeByRefFirst(List &c, List &o) {
  auto &r = *c.begin();
  c.merge(o, [](int a, int b) { return a < b; });
  return r;
}

// merge with a comparison: an iterator at the third element stays.
auto mergeByLast(List &c, List &o) {
  auto it = std::next(c.begin(), 2);
  c.merge(o, [](int a, int b) { return a < b; });
  return *it;
}

// merge with a comparison: a reference to the third element stays.
auto mergeByRefLast(List &c, List &o) {
  auto &r = *std::next(c.begin(), 2);
  c.merge(o, [](int a, int b) { return a < b; });
  return r;
}

// merge with a comparison: end() stays.
auto mergeByEnd(List &c, List &o) {
  auto end = c.end();
  c.merge(o, [](int a, int b) { return a < b; });
  return end == c.end();
}

// merge with a comparison: a reference into the other list stays.
auto mergeByOther(List &c, List &o) {
  auto &r = o.front();
  c.merge(o, [](int a, int b) { return a < b; });
  return r;
}

// pop_front: an iterator at the first element goes.
auto popFrontFirst(List &c) {
  auto it = c.begin();
  c.pop_front();
  return *it; // finding: invalidated-iterator certain
}

// pop_front: a reference to the first element goes.
auto popFrontRefFirst(List &c) {
  auto &r = *c.begin();
  c.pop_front();
  return r; // finding: invalidated-reference certain
}

// pop_front: an iterator at the second element stays.
auto popFrontSecond(List &c) {
  auto it = std::next(c.begin());
  c.pop_front();
  return *it;
}

// pop_front: a reference to the second element stays.
auto popFrontRefSecond(List &c) {
  auto &r = *std::next(c.begin());
  c.pop_front();
  return r;
}

// pop_front: end() stays.
auto popFrontEnd(List &c) {
  auto end = c.end();
  c.pop_front();
  return end == c.end();
}

// pop_back: an iterator at the first element stays.
auto popBackFirst(List &c) {
  auto it = c.begin();
  c.pop_back();
  return *it;
}

// pop_back: a reference to the first element stays.
auto popBackRefFirst(List &c) {
  auto &r = *c.begin();
  c.pop_back();
  return r;
}

// pop_back: end() stays.
auto popBackEnd(List &c) {
  auto end = c.end();
  c.pop_back();
  return end == c.end();
}

// pop_back: a reference to the last element goes.
auto popBackRef(List &c) {
  auto &r = c.back();
  c.pop_back();
  return r; // finding: invalidated-reference certain
}

// pop_back: an iterator at the last element goes.
auto popBackLast(List &c) {
  auto it = std::prev(c.end());
  c.pop_back();
  return *it; // finding: invalidated-iterator certain
}

// erase(position): an iterator at the first element goes.
auto eraseOneFirst(List &c) {
  auto it = c.begin();
  c.erase(c.begin());
  return *it; // finding: invalidated-iterator certain
}

// erase(position): a reference to the first element goes.
auto eraseOneRefFirst(List &c) {
  auto &r = *c.begin();
  c.erase(c.begin());
  return r; // finding: invalidated-reference certain
}

// erase(position): an iterator at the second element stays.
auto eraseOneSecond(List &c) {
  auto it = std::next(c.begin());
  c.erase(c.begin());
  return *it;
}

// erase(position): a reference to the second element stays.
auto eraseOneRefSecond(List &c) {
  auto &r = *std::next(c.begin());
  c.erase(c.begin());
  return r;
}

// erase(position): end() stays.
auto eraseOneEnd(List &c) {
  auto end = c.end();
  c.erase(c.begin());
  return end == c.end();
}

// erase(first, last): an iterator at the first element goes.
auto eraseRangeFirst(List &c) {
  auto it = c.begin();
  c.erase(c.begin(), std::next(c.begin()));
  return *it; // finding: invalidated-iterator certain
}

// erase(first, last): a reference to the first element goes.
auto eraseRangeRefFirst(List &c) {
  auto &r = *c.begin();
  c.erase(c.begin(), std::next(c.begin()));
  return r; // finding: invalidated-reference certain
}

// erase(first, last): end() stays.
auto eraseRangeEnd(List &c) {
  auto end = c.end();
  c.erase(c.begin(), std::next(c.begin()));
  return end == c.end();
}

// erase(first, last) behind it: an iterator at the first element stays.
auto eraseRangeAfterFirst(List &c) {
  auto it = c.begin();
  c.erase(std::next(c.begin()), c.end());
  return *it;
}

// erase(first, last) behind it: a reference to the first element stays.
auto eraseRangeAfterRefFirst(List &c) {
  auto &r = *c.begin();
  c.erase(std::next(c.begin()), c.end());
  return r;
}

// erase(first, last) behind it: end() stays.
auto eraseRangeAfterEnd(List &c) {
  auto end = c.end();
  c.erase(std::next(c.begin()), c.end());
  return end == c.end();
}

// resize that grows: end() stays.
auto resizeEnd(List &c) {
  auto end = c.end();
  c.resize(9);
  return end == c.end();
}

// copy assignment: an iterator at the first element goes.
auto copyAssignFirst(List &c, const List &o) {
  auto it = c.begin();
  c = o;
  return *it; // finding: invalidated-iterator certain
}

// copy assignment: a reference to the first element goes.
auto copyAssignRefFirst(List &c, const List &o) {
  auto &r = *c.begin();
  c = o;
  return r; // finding: invalidated-reference certain
}

// copy assignment: end() stays.
auto copyAssignEnd(List &c, const List &o) {
  auto end = c.end();
  c = o;
  return end == c.end();
}

// assign(n, value): an iterator at the first element goes.
auto assignCountFirst(List &c) {
  auto it = c.begin();
  c.assign(9, 7);
  return *it; // finding: invalidated-iterator certain
}

// assign(n, value): a reference to the first element goes.
auto assignCountRefFirst(List &c) {
  auto &r = *c.begin();
  c.assign(9, 7);
  return r; // finding: invalidated-reference certain
}

// assign(n, value): end() stays.
auto assignCountEnd(List &c) {
  auto end = c.end();
  c.assign(9, 7);
  return end == c.end();
}

// assign(first, last): an iterator at the first element goes.
auto assignRangeFirst(List &c, const List &o) {
  auto it = c.begin();
  c.assign(o.begin(), o.end());
  return *it; // finding: invalidated-iterator certain
}

// assign(first, last): a reference to the first element goes.
auto assignRangeRefFirst(List &c, const List &o) {
  auto &r = *c.begin();
  c.assign(o.begin(), o.end());
  return r; // finding: invalidated-reference certain
}

// assign(first, last): end() stays.
auto assignRangeEnd(List &c, const List &o) {
  auto end = c.end();
  c.assign(o.begin(), o.end());
  return end == c.end();
}

// assign(list): an iterator at the first element goes.
auto assignListFirst(List &c) {
  auto it = c.begin();
  c.assign({7, 8});
  return *it; // finding: invalidated-iterator certain
}

// assign(list): a reference to the first element goes.
auto assignListRefFirst(List &c) {
  auto &r = *c.begin();
  c.assign({7, 8});
  return r; // finding: invalidated-reference certain
}

// assign(list): end() stays.
auto assignListEnd(List &c) {
  auto end = c.end();
  c.assign({7, 8});
  return end == c.end();
}

// clear: an iterator at the first element goes.
auto clearFirst(List &c) {
  auto it = c.begin();
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// clear: a reference to the first element goes.
auto clearRefFirst(List &c) {
  auto &r = *c.begin();
  c.clear();
  return r; // finding: invalidated-reference certain
}

// clear: end() stays.
auto clearEnd(List &c) {
  auto end = c.end();
  c.clear();
  return end == c.end();
}

// unique: end() stays.
auto uniqueEnd(List &c) {
  auto end = c.end();
  c.unique();
  return end == c.end();
}

// remove: end() stays.
auto removeEnd(List &c) {
  auto end = c.end();
  c.remove(2);
  return end == c.end();
}

// remove_if: end() stays.
auto removeIfEnd(List &c) {
  auto end = c.end();
  c.remove_if([](int x) { return x > 1; });
  return end == c.end();
}

// assign keeps end() for a loop that begins again.
auto assignLoop(List &c) {
  auto end = c.end();
  c.assign(2, 7);
  int sum = 0;
  for (auto it = c.begin(); it != end; ++it)
    sum += *it;
  return sum;
}

// swap: an iterator follows its element.
auto swapMemberFirst(List &c, List &o) {
  auto it = c.begin();
  c.swap(o);
  return *it;
}

// swap: a reference follows its element.
auto swapMemberRef(List &c, List &o) {
  auto &r = c.front();
  c.swap(o);
  return r;
}

// std::swap: an iterator follows its element.
auto swapFreeFirst(List &c, List &o) {
  auto it = c.begin();
  std::swap(c, o);
  return *it;
}

// std::swap: a reference follows its element.
auto swapFreeRef(List &c, List &o) {
  auto &r = c.front();
  std::swap(c, o);
  return r;
}

// Move assignment: iterators into the source follow.
auto moveAssign(List &c, List &o) {
  auto it = o.begin();
  c = std::move(o);
  return *it;
}

// Move assignment: references into the source follow.
auto moveAssignRef(List &c, List &o) {
  auto &r = o.front();
  c = std::move(o);
  return r;
}

// Move assignment: the target's own elements go.
auto moveAssignTarget(List &c, List &o) {
  auto it = c.begin();
  c = std::move(o);
  return *it; // finding: invalidated-iterator certain
}

// forward_list::push_front: an iterator at the first element stays.
auto forwardPushFrontFirst(Forward &c) {
  auto it = c.begin();
  c.push_front(7);
  return *it;
}

// forward_list::push_front: a reference to the first element stays.
auto forwardPushFrontRefFirst(Forward &c) {
  auto &r = *c.begin();
  c.push_front(7);
  return r;
}

// forward_list::push_front: end() stays.
auto forwardPushFrontEnd(Forward &c) {
  auto end = c.end();
  c.push_front(7);
  return end == c.end();
}

// forward_list::emplace_front: an iterator at the first element stays.
auto forwardEmplaceFrontFirst(Forward &c) {
  auto it = c.begin();
  c.emplace_front(7);
  return *it;
}

// forward_list::emplace_front: a reference to the first element stays.
auto forwardEmplaceFrontRefFirst(Forward &c) {
  auto &r = *c.begin();
  c.emplace_front(7);
  return r;
}

// forward_list::emplace_front: end() stays.
auto forwardEmplaceFrontEnd(Forward &c) {
  auto end = c.end();
  c.emplace_front(7);
  return end == c.end();
}

// forward_list::pop_front: an iterator at the first element goes.
auto forwardPopFrontFirst(Forward &c) {
  auto it = c.begin();
  c.pop_front();
  return *it; // finding: invalidated-iterator certain
}

// forward_list::pop_front: a reference to the first element goes.
auto forwardPopFrontRefFirst(Forward &c) {
  auto &r = *c.begin();
  c.pop_front();
  return r; // finding: invalidated-reference certain
}

// forward_list::pop_front: an iterator at the second element stays.
auto forwardPopFrontSecond(Forward &c) {
  auto it = std::next(c.begin());
  c.pop_front();
  return *it;
}

// forward_list::pop_front: a reference to the second element stays.
auto forwardPopFrontRefSecond(Forward &c) {
  auto &r = *std::next(c.begin());
  c.pop_front();
  return r;
}

// forward_list::pop_front: end() stays.
auto forwardPopFrontEnd(Forward &c) {
  auto end = c.end();
  c.pop_front();
  return end == c.end();
}

// forward_list::insert_after: an iterator at the first element stays.
auto forwardInsertAfterFirst(Forward &c) {
  auto it = c.begin();
  c.insert_after(c.begin(), 7);
  return *it;
}

// forward_list::insert_after: a reference to the first element stays.
auto forwardInsertAfterRefFirst(Forward &c) {
  auto &r = *c.begin();
  c.insert_after(c.begin(), 7);
  return r;
}

// forward_list::insert_after: an iterator at the second element stays.
auto forwardInsertAfterSecond(Forward &c) {
  auto it = std::next(c.begin());
  c.insert_after(c.begin(), 7);
  return *it;
}

// forward_list::insert_after: end() stays.
auto forwardInsertAfterEnd(Forward &c) {
  auto end = c.end();
  c.insert_after(c.begin(), 7);
  return end == c.end();
}

// forward_list::emplace_after: an iterator at the first element stays.
auto forwardEmplaceAfterFirst(Forward &c) {
  auto it = c.begin();
  c.emplace_after(c.begin(), 7);
  return *it;
}

// forward_list::emplace_after: a reference to the first element stays.
auto forwardEmplaceAfterRefFirst(Forward &c) {
  auto &r = *c.begin();
  c.emplace_after(c.begin(), 7);
  return r;
}

// forward_list::emplace_after: an iterator at the second element stays.
auto forwardEmplaceAfterSecond(Forward &c) {
  auto it = std::next(c.begin());
  c.emplace_after(c.begin(), 7);
  return *it;
}

// forward_list::emplace_after: end() stays.
auto forwardEmplaceAfterEnd(Forward &c) {
  auto end = c.end();
  c.emplace_after(c.begin(), 7);
  return end == c.end();
}

// forward_list::erase_after: end() stays.
auto forwardEraseAfterEnd(Forward &c) {
  auto end = c.end();
  c.erase_after(c.before_begin());
  return end == c.end();
}

// forward_list::erase_after the first: an iterator at the first element stays.
auto forwardEraseAfterFirstFirst(Forward &c) {
  auto it = c.begin();
  c.erase_after(c.begin());
  return *it;
}

// forward_list::erase_after the first: a reference to the first element stays.
auto forwardEraseAfterFirstRefFirst(Forward &c) {
  auto &r = *c.begin();
  c.erase_after(c.begin());
  return r;
}

// forward_list::erase_after the first: end() stays.
auto forwardEraseAfterFirstEnd(Forward &c) {
  auto end = c.end();
  c.erase_after(c.begin());
  return end == c.end();
}

// forward_list::sort: an iterator at the first element stays.
auto forwardSortFirst(Forward &c) {
  auto it = c.begin();
  c.sort();
  return *it;
}

// forward_list::sort: a reference to the first element stays.
auto forwardSortRefFirst(Forward &c) {
  auto &r = *c.begin();
  c.sort();
  return r;
}

// forward_list::sort: end() stays.
auto forwardSortEnd(Forward &c) {
  auto end = c.end();
  c.sort();
  return end == c.end();
}

// forward_list::reverse: an iterator at the first element stays.
auto forwardReverseFirst(Forward &c) {
  auto it = c.begin();
  c.reverse();
  return *it;
}

// forward_list::reverse: a reference to the first element stays.
auto forwardReverseRefFirst(Forward &c) {
  auto &r = *c.begin();
  c.reverse();
  return r;
}

// forward_list::reverse: end() stays.
auto forwardReverseEnd(Forward &c) {
  auto end = c.end();
  c.reverse();
  return end == c.end();
}

// forward_list::clear: an iterator at the first element goes.
auto forwardClearFirst(Forward &c) {
  auto it = c.begin();
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// forward_list::clear: a reference to the first element goes.
auto forwardClearRefFirst(Forward &c) {
  auto &r = *c.begin();
  c.clear();
  return r; // finding: invalidated-reference certain
}

// forward_list::clear: end() stays.
auto forwardClearEnd(Forward &c) {
  auto end = c.end();
  c.clear();
  return end == c.end();
}
EXECUTE(GOOD(pushBackFirst) GOOD(pushBackRefFirst) GOOD(pushBackLast) GOOD(pushBackRefLast)
        GOOD(pushBackEnd) GOOD(pushFrontFirst) GOOD(pushFrontRefFirst) GOOD(pushFrontLast)
        GOOD(pushFrontRefLast) GOOD(pushFrontEnd) GOOD(emplaceBackFirst) GOOD(emplaceBackRefFirst)
        GOOD(emplaceBackLast) GOOD(emplaceBackRefLast) GOOD(emplaceBackEnd)
        GOOD(emplaceFrontFirst) GOOD(emplaceFrontRefFirst) GOOD(emplaceFrontLast)
        GOOD(emplaceFrontRefLast) GOOD(emplaceFrontEnd) GOOD(emplaceFirst) GOOD(emplaceRefFirst)
        GOOD(emplaceLast) GOOD(emplaceRefLast) GOOD(emplaceEnd) GOOD(insertOneFirst)
        GOOD(insertOneRefFirst) GOOD(insertOneLast) GOOD(insertOneRefLast) GOOD(insertOneEnd)
        GOOD(insertRangeFirst) GOOD(insertRangeRefFirst) GOOD(insertRangeLast)
        GOOD(insertRangeRefLast) GOOD(insertRangeEnd) GOOD(insertCountFirst)
        GOOD(insertCountRefFirst) GOOD(insertCountLast) GOOD(insertCountRefLast)
        GOOD(insertCountEnd) GOOD(sortFirst) GOOD(sortRefFirst) GOOD(sortLast) GOOD(sortRefLast)
        GOOD(sortEnd) GOOD(sortByFirst) GOOD(sortByRefFirst) GOOD(sortByLast) GOOD(sortByRefLast)
        GOOD(sortByEnd) GOOD(reverseFirst) GOOD(reverseRefFirst) GOOD(reverseLast)
        GOOD(reverseRefLast) GOOD(reverseEnd) GOOD(spliceFirst) GOOD(spliceRefFirst)
        GOOD(spliceLast) GOOD(spliceRefLast) GOOD(spliceEnd) GOOD(spliceOther)
        GOOD(spliceOneFirst) GOOD(spliceOneRefFirst) GOOD(spliceOneLast) GOOD(spliceOneRefLast)
        GOOD(spliceOneEnd) GOOD(spliceOneOther) GOOD(spliceRangeFirst) GOOD(spliceRangeRefFirst)
        GOOD(spliceRangeLast) GOOD(spliceRangeRefLast) GOOD(spliceRangeEnd) GOOD(spliceRangeOther)
        GOOD(mergeFirst) GOOD(mergeRefFirst) GOOD(mergeLast) GOOD(mergeRefLast) GOOD(mergeEnd)
        GOOD(mergeOther) GOOD(mergeByFirst) GOOD(mergeByRefFirst) GOOD(mergeByLast)
        GOOD(mergeByRefLast) GOOD(mergeByEnd) GOOD(mergeByOther) BAD(popFrontFirst)
        BAD(popFrontRefFirst) GOOD(popFrontSecond) GOOD(popFrontRefSecond) GOOD(popFrontEnd)
        GOOD(popBackFirst) GOOD(popBackRefFirst) GOOD(popBackEnd) BAD(popBackRef) BAD(popBackLast)
        BAD(eraseOneFirst) BAD(eraseOneRefFirst) GOOD(eraseOneSecond) GOOD(eraseOneRefSecond)
        GOOD(eraseOneEnd) BAD(eraseRangeFirst) BAD(eraseRangeRefFirst) GOOD(eraseRangeEnd)
        GOOD(eraseRangeAfterFirst) GOOD(eraseRangeAfterRefFirst) GOOD(eraseRangeAfterEnd)
        GOOD(resizeEnd) BAD(copyAssignFirst) GOOD(copyAssignEnd) BAD(assignCountFirst)
        GOOD(assignCountEnd) BAD(assignRangeFirst) GOOD(assignRangeEnd) BAD(assignListFirst)
        GOOD(assignListEnd) BAD(clearFirst) BAD(clearRefFirst) GOOD(clearEnd) GOOD(uniqueEnd)
        GOOD(removeEnd) GOOD(removeIfEnd) GOOD(assignLoop) GOOD(swapMemberFirst)
        GOOD(swapMemberRef) GOOD(swapFreeFirst) GOOD(swapFreeRef) GOOD(moveAssign)
        GOOD(moveAssignRef) BAD(moveAssignTarget) GOOD(forwardPushFrontFirst)
        GOOD(forwardPushFrontRefFirst) GOOD(forwardPushFrontEnd) GOOD(forwardEmplaceFrontFirst)
        GOOD(forwardEmplaceFrontRefFirst) GOOD(forwardEmplaceFrontEnd) BAD(forwardPopFrontFirst)
        BAD(forwardPopFrontRefFirst) GOOD(forwardPopFrontSecond) GOOD(forwardPopFrontRefSecond)
        GOOD(forwardPopFrontEnd) GOOD(forwardInsertAfterFirst) GOOD(forwardInsertAfterRefFirst)
        GOOD(forwardInsertAfterSecond) GOOD(forwardInsertAfterEnd) GOOD(forwardEmplaceAfterFirst)
        GOOD(forwardEmplaceAfterRefFirst) GOOD(forwardEmplaceAfterSecond)
        GOOD(forwardEmplaceAfterEnd) GOOD(forwardEraseAfterEnd) GOOD(forwardEraseAfterFirstFirst)
        GOOD(forwardEraseAfterFirstRefFirst) GOOD(forwardEraseAfterFirstEnd)
        GOOD(forwardSortFirst) GOOD(forwardSortRefFirst) GOOD(forwardSortEnd)
        GOOD(forwardReverseFirst) GOOD(forwardReverseRefFirst) GOOD(forwardReverseEnd)
        BAD(forwardClearFirst) BAD(forwardClearRefFirst) GOOD(forwardClearEnd))
