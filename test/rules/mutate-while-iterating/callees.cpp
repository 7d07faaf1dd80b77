//===- callees.cpp - changes inside called functions ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
//
// One function at a time sees none of these.
#include "../Inputs/Execute.h"
#include <map>
#include <memory>
#include <set>
#include <vector>

using Map = std::map<int, int>;
using Vector = std::vector<int>;

static void eraseFrom(Map &m, int k) { m.erase(k); }
static void eraseThrough(Map *m, int k) { m->erase(k); }
static void eraseTwoLevels(Map &m, int k) { eraseFrom(m, k); }
static void eraseCopy(Map m, int k) { m.erase(k); }
static void readFrom(const Map &m, int k) { (void)m.count(k); }
static int lookUp(const Map &m, int k) { return m.count(k) ? m.at(k) : 0; }
static void grow(Vector &v) { v.push_back(1); }

// By reference.
void byReference(Map &m) {
  for (auto &kv : m)
    eraseFrom(m, kv.first); // finding: mutate-while-iterating
}

// By pointer.
void byPointer(Map &m) {
  for (auto &kv : m)
    eraseThrough(&m, kv.first); // finding: mutate-while-iterating
}

// Two levels down.
void twoLevels(Map &m) {
  for (auto &kv : m)
    eraseTwoLevels(m, kv.first); // finding: mutate-while-iterating
}

// By value: the callee's copy.
void byValue(Map &m) {
  for (auto &kv : m)
    eraseCopy(m, kv.first);
}

// Only read.
int onlyRead(Map &m) {
  int sum = 0;
  for (auto &kv : m) {
    readFrom(m, kv.first);
    sum += lookUp(m, kv.second);
  }
  return sum;
}

// Another container.
void otherContainer(Map &m, Map &other) {
  for (auto &kv : m)
    eraseFrom(other, kv.first);
}

// Then left.
void thenBreak(Map &m) {
  for (auto &kv : m) {
    eraseFrom(m, kv.first);
    break;
  }
}

// Through this.
class Bus {
  std::set<int> clients;

public:
  void unsubscribe(int id) { clients.erase(id); }
  void notify() {
    for (int id : clients)
      unsubscribe(id); // finding: mutate-while-iterating
  }
  void notifyCopy() {
    auto copy = clients;
    for (int id : copy)
      unsubscribe(id);
  }
  int size() const { return int(clients.size()); }
  int sizes() {
    int n = 0;
    for (int id : clients)
      n += id + size();
    return n;
  }
};

// An iterator across a call that grows.
int iteratorAcrossCall(Vector &v) {
  auto it = v.begin();
  grow(v);
  return *it; // finding: invalidated-iterator
}

// A reference across a call that grows.
int referenceAcrossCall(Vector &v) {
  int &x = v[0];
  grow(v);
  return x; // finding: invalidated-reference
}

// The element's own container changed by the callee.
void elementsContainer(std::map<int, Map> &m) {
  for (auto &kv : m)
    eraseFrom(kv.second, kv.first);
}

// Recursion that walks and changes a tree of vectors.
struct Folder {
  std::vector<std::unique_ptr<Folder>> children;
  void flatten(std::vector<Folder *> &out) {
    for (auto &child : children) {
      out.push_back(child.get());
      child->flatten(out);
    }
  }
};

// A callee that deletes the node.
struct Node {
  Node *next;
};
static void destroy(Node *n) { delete n; }
void traverse(Node *head) {
  for (Node *n = head; n; n = n->next) // finding: deleted-node-in-traversal
    destroy(n);
}

EXECUTE(BAD(byReference) BAD(byPointer) BAD(twoLevels) GOOD(byValue) GOOD(onlyRead)
        GOOD(otherContainer) GOOD(thenBreak) BAD(iteratorAcrossCall) BAD(referenceAcrossCall))
