//===- real-counted.cpp - handles that count each other -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// An iterator of the project's own erases its element when it is the last one that leads there, and
// the unit is gone. A copy that still leads there keeps it. Found in Wesnoth (unit_map).
// RUN: %check %s --std=c++17
#include <atomic>
#include <cassert>
#include <cstddef>
#include <map>
#include <memory>

class Counter {
  int count = 0;

public:
  operator int() const { return count; }
  int operator++() { return ++count; }
  int operator--() { return count > 0 ? --count : count; }
};
struct Unit {
  int health = 0;
};

class Units {
  struct Pod {
    std::shared_ptr<Unit> unit;
    mutable Counter count;
  };
  using Map = std::map<std::size_t, Pod>;
  Map pods;

public:
  class Iterator {
  public:
    Iterator() : units(nullptr) {}
    Iterator(Map::iterator i, Units *u) : at(i), units(u) { inc(); }
    Iterator(const Iterator &that) : at(that.at), units(that.units) { inc(); }
    Iterator &operator=(const Iterator &that) {
      if (at != that.at) {
        dec();
        units = that.units;
        at = that.at;
        inc();
      }
      return *this;
    }
    ~Iterator() { dec(); }
    Unit &operator*() const { return *at->second.unit; }
    bool valid() const { return units && at != units->pods.end() && at->second.unit; }
    bool operator==(const Iterator &that) const { return at == that.at; }

  private:
    void inc() {
      if (units && at != units->pods.end())
        ++at->second.count;
    }
    void dec() {
      if (units && at != units->pods.end()) {
        assert(at->second.count != 0);
        if (--at->second.count == 0 && !at->second.unit) {
          Map::iterator old = at++;
          units->pods.erase(old);
        }
      }
    }
    Map::iterator at;
    Units *units;
  };
  Iterator find(std::size_t id) { return Iterator(pods.find(id), this); }
  Iterator begin() { return Iterator(pods.begin(), this); }
  Iterator end() { return Iterator(pods.end(), this); }
};

Units units;
int found(std::size_t id) {
  Units::Iterator it = units.find(id);
  {
    Units::Iterator copy = it;
    if (!copy.valid())
      return 0;
  }
  return (*it).health;
}
Units::Iterator chosen(std::size_t id, bool other) {
  Units::Iterator result = units.end();
  result = units.find(id);
  if (other)
    result = units.begin();
  return result;
}
int used(std::size_t id) {
  Units::Iterator it = chosen(id, true);
  it = chosen(id, false);
  return it.valid() ? (*it).health : 0;
}

// The same of pointers, with an atomic counter.
struct Node {
  std::atomic<int> count{0};
  bool isFull = false;
  Node *next = nullptr;
};
class Pointer {
public:
  explicit Pointer(Node *n) : node(n) { ++node->count; }
  Pointer(const Pointer &that) : node(that.node) { ++node->count; }
  ~Pointer() {
    if (node->count.fetch_sub(1) == 1)
      delete node;
  }
  Node *operator->() const { return node; }

private:
  Node *node;
};
void walkCounted(Node *list) {
  for (Node *node = list; node != nullptr;) {
    Pointer first(node);
    { Pointer second = first; }
    node = first->next;
  }
}

// Nobody else counts. And what nobody counts goes with any.
void walkLast(Node *list) {
  for (Node *node = list; node != nullptr; node = node->next) { // known-miss: deleted-node-in-traversal issue "The whole program: callees, wrappers, virtual calls, callbacks, observers, destructors, other files"
    Pointer only(node);
  }
}
class Sole {
public:
  explicit Sole(Node *n) : node(n) {}
  ~Sole() {
    if (node->isFull)
      delete node;
  }
  Node *operator->() const { return node; }

private:
  Node *node;
};
void walkSole(Node *list) {
  for (Node *node = list; node != nullptr;) {
    Sole first(node);
    { Sole second = first; }
    node = first->next; // known-miss: deleted-node-in-traversal issue "The whole program: callees, wrappers, virtual calls, callbacks, observers, destructors, other files"
  }
}
