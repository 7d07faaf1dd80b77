//===- range-for-lists.cpp - every change of a list walked by range-for *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <forward_list>
#include <list>
#include <utility>

using List = std::list<int>;
using Forward = std::forward_list<int>;

// remove() destroys the node the loop stands on.
void removeOwn(List &l) {
  for (int x : l)
    l.remove(x); // finding: mutate-while-iterating "'l'"
}

// remove_if may.
void removeIf(List &l) {
  for (int x : l)
    l.remove_if([x](int y) { return y == x; }); // finding: mutate-while-iterating
}

// unique may, too.
void uniqueList(List &l) {
  for (int x : l)
    if (x)
      l.unique(); // finding: mutate-while-iterating likely
}

// The first node is the current one in the first turn.
void popFront(List &l) {
  for (int x : l)
    if (x == 1)
      l.pop_front(); // finding: mutate-while-iterating
}

// The last node is the current one in the last turn.
void popBack(List &l) {
  for (int x : l)
    if (x == 3)
      l.pop_back(); // finding: mutate-while-iterating likely
}

// The first node by iterator.
void eraseBegin(List &l) {
  for (int x : l)
    if (x == 1)
      l.erase(l.begin()); // finding: mutate-while-iterating
}

// A range that may hold the current node.
void eraseAll(List &l) {
  for (int x : l)
    if (x == 1)
      l.erase(l.begin(), l.end()); // finding: mutate-while-iterating
}

// Nothing is left.
void clearList(List &l) {
  for (int x : l)
    if (x == 1)
      l.clear(); // finding: mutate-while-iterating certain
}

// Assignment may reuse nodes, and may destroy them.
void assignList(List &l, const List &o) {
  for (int x : l)
    if (x == 3)
      l = o; // finding: mutate-while-iterating
}

// assign() is an assignment.
void assignCount(List &l) {
  for (int x : l)
    if (x == 3)
      l.assign(1, x); // finding: mutate-while-iterating
}

// Shrinking destroys the tail, where the loop may stand.
void resizeList(List &l) {
  for (int x : l)
    if (x == 3)
      l.resize(1); // finding: mutate-while-iterating
}

// The nodes belong to the other list now, whose end the loop does not know.
void spliceAway(List &l, List &other) {
  for (int x : l)
    if (x == 1)
      other.splice(other.end(), l); // finding: mutate-while-iterating
}

// swap: the same.
void swapLists(List &l, List &other) {
  for (int x : l)
    if (x == 1)
      l.swap(other); // finding: mutate-while-iterating
}

// merge into another list takes all nodes away.
void mergeAway(List &l, List &other) {
  for (int x : l)
    if (x == 1)
      other.merge(l); // finding: mutate-while-iterating
}

// forward_list: the first node again.
void popFrontForward(Forward &l) {
  for (int x : l)
    if (x == 1)
      l.pop_front(); // finding: mutate-while-iterating
}

// erase_after(before_begin()) is pop_front().
void eraseAfterForward(Forward &l) {
  for (int x : l)
    if (x == 1)
      l.erase_after(l.before_begin()); // finding: mutate-while-iterating
}

// remove() of a forward_list.
void removeForward(Forward &l) {
  for (int x : l)
    l.remove(x); // finding: mutate-while-iterating
}

// clear() of a forward_list.
void clearForward(Forward &l) {
  for (int x : l)
    if (x == 1)
      l.clear(); // finding: mutate-while-iterating certain
}

// Insertion never invalidates in a list ([list.modifiers]/1): the loop sees the new tail.
void pushBack(List &l) {
  for (int x : l)
    if (x < 10)
      l.push_back(x + 10);
}

// At the front as well.
void pushFront(List &l) {
  for (int x : l)
    l.push_front(x);
}

// Anywhere.
void insertSomewhere(List &l) {
  for (int x : l)
    l.insert(l.begin(), x);
}

// Splicing into the walked list adds elements.
void spliceInto(List &l, List &other) {
  for (int x : l)
    if (x == 1)
      l.splice(l.end(), other);
}

// Sorting and reversing relink nodes; iterators stay valid.
void sortAndReverse(List &l) {
  int n = 0;
  for (int x : l)
    if (++n == 1 && x) {
      l.sort();
      l.reverse();
    }
}

// forward_list: insertion keeps iterators.
void pushFrontForward(Forward &l) {
  for (int x : l)
    l.push_front(x);
}

// Another list.
void eraseFromOther(List &l, List &other) {
  for (int x : l)
    other.remove(x);
}

EXECUTE(BAD(removeOwn) BAD(removeIf) BAD(popFront) BAD(popBack) BAD(eraseBegin) BAD(eraseAll)
        BAD(clearList) BAD(assignCount) BAD(resizeList) BAD(spliceAway) BAD(swapLists)
        BAD(mergeAway) BAD(popFrontForward) BAD(eraseAfterForward) BAD(removeForward)
        BAD(clearForward) GOOD(pushBack) GOOD(pushFront) GOOD(insertSomewhere) GOOD(spliceInto)
        GOOD(sortAndReverse) GOOD(pushFrontForward) GOOD(eraseFromOther))
