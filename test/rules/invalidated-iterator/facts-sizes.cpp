//===- facts-sizes.cpp - what one operation more or less does ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// What always happens changes the size. A second vector is the witness, as in facts-more.cpp:
// silence means that the path to clear() cannot be taken.
#include "../Inputs/Execute.h"
#include <forward_list>
#include <list>
#include <queue>
#include <set>
#include <stack>
#include <vector>

using List = std::list<int>;
using Forward = std::forward_list<int>;
using Set = std::set<int>;
using MultiSet = std::multiset<int>;
using Witness = std::vector<int>;

// An adaptor of two elements whose vector, if it has one, must grow.
template <class A> A &two() {
  A *result = new A();
  result->push(1);
  result->push(2);
  return *result;
}

// list::emplace adds one.
int listEmplace(List &c, Witness &o) {
  auto w = o.begin();
  auto it = c.begin();
  auto before = c.size();
  c.emplace(it, 7);
  if (c.size() == before)
    o.clear();
  return *w;
}

// list::insert adds one.
int listInsert(List &c, Witness &o) {
  auto w = o.begin();
  auto it = c.begin();
  auto before = c.size();
  c.insert(it, 7);
  if (c.size() == before)
    o.clear();
  return *w;
}

// list::erase removes one.
int listErase(List &c, Witness &o) {
  auto w = o.begin();
  auto it = c.begin();
  auto before = c.size();
  c.erase(it);
  if (c.size() == before)
    o.clear();
  return *w;
}

// list::pop_front removes one.
int listPopFront(List &c, Witness &o) {
  auto w = o.begin();
  int &first = c.front();
  auto before = c.size();
  c.pop_front();
  if (c.size() == before)
    o.clear();
  return *w;
}

// list::pop_back removes one.
int listPopBack(List &c, Witness &o) {
  auto w = o.begin();
  int &last = c.back();
  auto before = c.size();
  c.pop_back();
  if (c.size() == before)
    o.clear();
  return *w;
}

// set::erase removes what it is given.
int setErase(Set &c, Witness &o) {
  auto w = o.begin();
  auto it = c.begin();
  auto before = c.size();
  c.erase(it);
  if (c.size() == before)
    o.clear();
  return *w;
}

// multiset::insert adds one, whatever is there.
int multisetInsert(MultiSet &c, Witness &o) {
  auto w = o.begin();
  auto it = c.begin();
  auto before = c.size();
  c.insert(7);
  if (c.size() == before)
    o.clear();
  return *w;
}

// std::stack::push adds one.
int stackPush(std::stack<int> &c, Witness &o) {
  auto w = o.begin();
  const int &first = c.top();
  auto before = c.size();
  c.push(7);
  if (c.size() == before)
    o.clear();
  return *w;
}

// std::stack::emplace adds one.
int stackEmplace(std::stack<int> &c, Witness &o) {
  auto w = o.begin();
  const int &first = c.top();
  auto before = c.size();
  c.emplace(7);
  if (c.size() == before)
    o.clear();
  return *w;
}

// std::stack::pop removes one.
int stackPop(std::stack<int> &c, Witness &o) {
  auto w = o.begin();
  const int &first = c.top();
  auto before = c.size();
  c.pop();
  if (c.size() == before)
    o.clear();
  return *w;
}

// std::queue::push adds one.
int queuePush(std::queue<int> &c, Witness &o) {
  auto w = o.begin();
  const int &first = c.front();
  auto before = c.size();
  c.push(7);
  if (c.size() == before)
    o.clear();
  return *w;
}

// std::queue::emplace adds one.
int queueEmplace(std::queue<int> &c, Witness &o) {
  auto w = o.begin();
  const int &first = c.front();
  auto before = c.size();
  c.emplace(7);
  if (c.size() == before)
    o.clear();
  return *w;
}

// std::queue::pop removes one.
int queuePop(std::queue<int> &c, Witness &o) {
  auto w = o.begin();
  const int &first = c.front();
  auto before = c.size();
  c.pop();
  if (c.size() == before)
    o.clear();
  return *w;
}

// std::priority_queue::push adds one.
int priorityQueuePush(std::priority_queue<int> &c, Witness &o) {
  auto w = o.begin();
  const int &first = c.top();
  auto before = c.size();
  c.push(7);
  if (c.size() == before)
    o.clear();
  return *w;
}

// std::priority_queue::emplace adds one.
int priorityQueueEmplace(std::priority_queue<int> &c, Witness &o) {
  auto w = o.begin();
  const int &first = c.top();
  auto before = c.size();
  c.emplace(7);
  if (c.size() == before)
    o.clear();
  return *w;
}

// std::priority_queue::pop removes one.
int priorityQueuePop(std::priority_queue<int> &c, Witness &o) {
  auto w = o.begin();
  const int &first = c.top();
  auto before = c.size();
  c.pop();
  if (c.size() == before)
    o.clear();
  return *w;
}

// A priority queue is a heap in a vector: an element comes in anywhere.
int priorityQueueMoves(std::priority_queue<int> &c) {
  const int &first = c.top();
  c.push(7);
  return first; // finding: invalidated-reference certain
}

// By emplace, too.
int priorityQueueMovesEmplace(std::priority_queue<int> &c) {
  const int &first = c.top();
  c.emplace(7);
  return first; // finding: invalidated-reference certain
}

// forward_list::insert_after leaves something.
int forwardInsert(Forward &c, Witness &o) {
  auto w = o.begin();
  auto it = c.before_begin();
  c.insert_after(it, 7);
  if (c.empty())
    o.clear();
  return *w;
}

// So does emplace_after.
int forwardEmplace(Forward &c, Witness &o) {
  auto w = o.begin();
  auto it = c.before_begin();
  c.emplace_after(it, 7);
  if (c.empty())
    o.clear();
  return *w;
}

EXECUTE(
    GOOD_CALL(listEmplace(sample<List>(), sample<Witness>())) GOOD_CALL(listInsert(
        sample<List>(), sample<Witness>())) GOOD_CALL(listErase(sample<List>(), sample<Witness>()))
        GOOD_CALL(listPopFront(sample<List>(), sample<Witness>())) GOOD_CALL(
            listPopBack(sample<List>(), sample<Witness>())) GOOD_CALL(setErase(sample<Set>(),
                                                                               sample<Witness>()))
            GOOD_CALL(multisetInsert(sample<MultiSet>(), sample<Witness>())) GOOD_CALL(
                stackPush(two<std::stack<int>>(), sample<Witness>()))
                GOOD_CALL(stackEmplace(two<std::stack<int>>(), sample<Witness>())) GOOD_CALL(
                    stackPop(two<std::stack<int>>(), sample<Witness>()))
                    GOOD_CALL(queuePush(two<std::queue<int>>(), sample<Witness>())) GOOD_CALL(
                        queueEmplace(two<std::queue<int>>(), sample<Witness>()))
                        GOOD_CALL(queuePop(two<std::queue<int>>(), sample<Witness>())) GOOD_CALL(
                            priorityQueuePush(two<std::priority_queue<int>>(), sample<Witness>()))
                            GOOD_CALL(priorityQueueEmplace(two<std::priority_queue<int>>(),
                                                           sample<Witness>()))
                                GOOD_CALL(priorityQueuePop(two<std::priority_queue<int>>(),
                                                           sample<Witness>()))
                                    BAD_CALL(priorityQueueMoves(two<std::priority_queue<int>>()))
                                        BAD_CALL(priorityQueueMovesEmplace(
                                            two<std::priority_queue<int>>()))
                                            GOOD_CALL(forwardInsert(*new Forward(),
                                                                    sample<Witness>()))
                                                GOOD_CALL(forwardEmplace(*new Forward(),
                                                                         sample<Witness>())))
