//===- facts-order.cpp - what algorithms do to the order --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// Values move between elements: what was stored in the first one need not be there any more. A
// second vector is the witness, as in facts-more.cpp.
#include "../Inputs/Execute.h"
#include <algorithm>
#include <numeric>
#include <queue>
#include <stack>
#include <vector>

using Vector = std::vector<int>;
using Witness = std::vector<int>;

// Without any of them the value is still there.
int nothingMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  if (c[0] != 5)
    o.clear();
  return *w;
}

// std::sort may change the first value.
int sortMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  std::sort(c.begin(), c.end());
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::sort with a predicate may change the first value.
int sortByMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  std::sort(c.begin(), c.end(), [](int a, int b) { return a < b; });
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::stable_sort may change the first value.
int stableSortMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  std::stable_sort(c.begin(), c.end());
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::fill may change the first value.
int fillMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  std::fill(c.begin(), c.end(), 7);
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::iota may change the first value.
int iotaMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  std::iota(c.begin(), c.end(), 7);
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::iter_swap may change the first value.
int iterSwapMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  std::iter_swap(c.begin(), c.begin() + 1);
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::make_heap may change the first value.
int makeHeapMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  std::make_heap(c.begin(), c.end(), [](int a, int b) { return a > b; });
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::pop_heap may change the first value.
int popHeapMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  std::pop_heap(c.begin(), c.end());
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::next_permutation may change the first value.
int nextPermutationMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 2;
  c[1] = 5;
  std::next_permutation(c.begin(), c.end());
  if (c[0] != 2)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::partition may change the first value.
int partitionMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  std::partition(c.begin(), c.end(), [](int i) { return i == 3; });
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::remove may change the first value.
int removeMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  std::remove(c.begin(), c.end(), 5);
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::replace may change the first value.
int replaceMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  std::replace(c.begin(), c.end(), 5, 7);
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::reverse may change the first value.
int reverseMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  std::reverse(c.begin(), c.end());
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::rotate may change the first value.
int rotateMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  std::rotate(c.begin(), c.begin() + 1, c.end());
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::next_permutation keeps all handles.
int nextPermutationKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::next_permutation(c.begin(), c.end());
  return *it + r + (end == c.end());
}

// std::make_heap and std::pop_heap keep all handles.
int popHeapKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::make_heap(c.begin(), c.end());
  std::pop_heap(c.begin(), c.end());
  return *it + r + (end == c.end());
}

// What is pushed goes behind the first element of a queue, which is the one that is popped.
int queueFrontGoes(std::queue<int> &q) {
  int &first = q.front();
  q.push(7);
  q.pop();
  return first; // finding: invalidated-reference certain
}

// The second one stays.
int queueBackStays(std::queue<int> &q) {
  int &last = q.back();
  q.push(7);
  q.pop();
  return last;
}

// What is pushed onto a stack is what is popped.
int stackTopStays(std::stack<int> &s) {
  int &top = s.top();
  s.push(7);
  s.pop();
  return top;
}

// The top goes.
int stackTopGoes(std::stack<int> &s) {
  int &top = s.top();
  s.pop();
  return top; // finding: invalidated-reference certain
}

// Whether there is something is asked twice.
int stackAskedTwice(std::stack<int> &s, Witness &o) {
  auto w = o.begin();
  if (s.empty())
    return 0;
  if (s.empty())
    o.clear();
  return *w;
}

// How much there is, too.
int stackCounted(std::stack<int> &s, Witness &o) {
  auto w = o.begin();
  if (s.empty())
    return 0;
  if (s.size() == 0)
    o.clear();
  return *w;
}

// A new stack is empty.
int stackMade(Witness &o) {
  auto w = o.begin();
  std::stack<int> s;
  if (!s.empty())
    o.clear();
  return *w;
}

EXECUTE(GOOD(nothingMoves) BAD(sortMoves) BAD(sortByMoves) BAD(stableSortMoves) BAD(fillMoves)
            BAD(iotaMoves) BAD(iterSwapMoves) BAD(makeHeapMoves) BAD(popHeapMoves)
                BAD(nextPermutationMoves) BAD(partitionMoves) BAD(removeMoves) BAD(replaceMoves)
                    BAD(reverseMoves) BAD(rotateMoves) GOOD(nextPermutationKeeps) GOOD(popHeapKeeps)
                        GOOD_CALL(stackMade(sample<Witness>())))
