//===- adaptors.cpp - references into stacks, queues and heaps --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <functional>
#include <queue>
#include <stack>
#include <string>
#include <utility>
#include <vector>

// The front of a queue after pop.
std::size_t queuePop(std::queue<std::string> &q) {
  const std::string &front = q.front();
  q.pop();
  return front.size(); // finding: invalidated-reference
}

// Copied before the pop.
std::size_t queueCopy(std::queue<std::string> &q) {
  std::string front = q.front();
  q.pop();
  return front.size();
}

// Moved out before the pop.
std::size_t queueMove(std::queue<std::string> &q) {
  std::string front = std::move(q.front());
  q.pop();
  return front.size();
}

// A queue is a deque: a push keeps references.
std::size_t queuePush(std::queue<std::string> &q) {
  std::string &front = q.front();
  q.push("x");
  return front.size();
}

// The top of a stack after pop.
std::size_t stackPop(std::stack<std::string> &s) {
  auto &top = s.top();
  s.pop();
  return top.size(); // finding: invalidated-reference
}

// The top of a heap after a push: the heap is a vector that reorders.
std::size_t heapPush(std::priority_queue<std::string> &q) {
  const auto &top = q.top();
  q.push("x");
  return top.size(); // finding: invalidated-reference
}

// The top of a heap after pop.
std::size_t heapPop(std::priority_queue<std::string> &q) {
  const auto &top = q.top();
  q.pop();
  return top.size(); // finding: invalidated-reference
}

// The usual loop: the reference lives for one turn.
std::size_t drain(std::queue<std::string> &q) {
  std::size_t n = 0;
  while (!q.empty()) {
    const auto &front = q.front();
    n += front.size();
    q.pop();
  }
  return n;
}

// The usual breadth-first walk: the front is copied.
int walk(const std::vector<std::vector<int>> &graph) {
  int n = 0;
  std::queue<int> work;
  work.push(0);
  while (!work.empty()) {
    int node = work.front();
    work.pop();
    ++n;
    for (int to : graph[node])
      work.push(to);
  }
  return n;
}

// The same with a reference and the pop at the end: a push in between keeps it.
int walkPopLast(const std::vector<std::vector<int>> &graph) {
  int n = 0;
  std::queue<int> work;
  work.push(0);
  while (!work.empty()) {
    const int &node = work.front();
    for (int to : graph[node])
      work.push(to);
    n += node;
    work.pop();
  }
  return n;
}

// With a heap it does not.
int walkHeap(const std::vector<std::vector<int>> &graph) {
  int n = 0;
  std::priority_queue<int> work;
  work.push(0);
  while (!work.empty()) {
    const int &node = work.top();
    for (int to : graph[node])
      work.push(to);
    n += node; // finding: invalidated-reference
    work.pop();
  }
  return n;
}

EXECUTE(GOOD_CALL(queueCopy(*new std::queue<std::string>({"a"})))
        GOOD_CALL(queueMove(*new std::queue<std::string>({"a"})))
        GOOD_CALL(queuePush(*new std::queue<std::string>({"a"})))
        GOOD_CALL(drain(*new std::queue<std::string>({"a", "b"})))
        GOOD_CALL(walk({{1, 2}, {}, {}})) GOOD_CALL(walkPopLast({{1, 2}, {}, {}})))
