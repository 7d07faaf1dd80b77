//===- members.cpp - containers that are members ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

struct Session {
  int id = 0;
  bool expired = false;
  std::vector<int> packets;
};

class Server {
public:
  // The member walked and changed.
  void dropExpired() {
    for (auto &entry : sessions)
      if (entry.second.expired)
        sessions.erase(entry.first); // finding: mutate-while-iterating certain "'sessions'"
  }

  // this-> is the same member.
  void dropExpiredThis() {
    for (auto &entry : this->sessions)
      if (entry.second.expired)
        sessions.erase(entry.first); // finding: mutate-while-iterating
  }

  // Through a local reference to the member.
  void dropThroughReference() {
    auto &all = sessions;
    for (auto &entry : sessions)
      all.erase(entry.first); // finding: mutate-while-iterating
  }

  // Through `*this` by another name.
  void dropThroughSelf() {
    Server &self = *this;
    for (auto &entry : sessions)
      self.sessions.erase(entry.first); // finding: mutate-while-iterating
  }

  // The sibling member.
  void moveToClosed() {
    for (auto &entry : sessions)
      closed.insert(entry.first);
  }

  // The element's own member.
  void clearPackets() {
    for (auto &entry : sessions)
      entry.second.packets.clear();
  }

  // The same member of another object.
  void copyFrom(const Server &other) {
    for (auto &entry : other.sessions)
      sessions[entry.first] = entry.second;
  }

  // The walked member belongs to the other object.
  void stealFrom(Server &other) {
    for (auto &entry : other.sessions)
      other.sessions.erase(entry.first); // finding: mutate-while-iterating
  }

  // The proper loop.
  void dropProperly() {
    for (auto it = sessions.begin(); it != sessions.end();)
      it = it->second.expired ? sessions.erase(it) : std::next(it);
  }

  // A static member.
  static void dropAll() {
    for (int id : registry)
      registry.erase(id); // finding: mutate-while-iterating
  }

private:
  std::map<int, Session> sessions;
  std::set<int> closed;
  static std::set<int> registry;
};

struct Box {
  std::vector<int> items;
  std::vector<int> others;
};

// x.m walked, x.m changed.
void sameObject(Box &x) {
  for (int i : x.items)
    x.items.push_back(i); // finding: mutate-while-iterating "'x.items'"
}

// x.m walked, y.m changed.
void otherObject(Box &x, Box &y) {
  for (int i : x.items)
    y.items.push_back(i);
}

// Two members of one object.
void otherMember(Box &x) {
  for (int i : x.items)
    x.others.push_back(i);
}

// Through a pointer to the object.
void throughPointer(Box *x) {
  for (int i : x->items)
    x->items.push_back(i); // finding: mutate-while-iterating
}

// Through a reference to the member.
void throughMemberReference(Box &x) {
  auto &items = x.items;
  for (int i : x.items)
    items.push_back(i); // finding: mutate-while-iterating
}

// Assigning the whole object assigns its members.
void wholeObjectAssigned(Box &x, const Box &y) {
  for (int i : x.items)
    if (i == 2)
      x = y; // finding: mutate-while-iterating
}

// The object behind a smart pointer.
void throughSmartPointer(std::unique_ptr<Box> &x) {
  for (int i : x->items)
    x->items.push_back(i); // finding: mutate-while-iterating
}

// Replacing the object behind the smart pointer ends the walked member.
void ownerReset(std::unique_ptr<Box> &x) {
  for (int i : x->items)
    if (i == 2)
      x.reset(); // finding: mutate-while-iterating
}

// A member of an element of a container.
void memberOfElement(std::vector<Box> &boxes) {
  for (int i : boxes[0].items)
    boxes[0].items.push_back(i); // finding: mutate-while-iterating
}

// A global.
std::unordered_map<std::string, int> counters;
void globalContainer() {
  for (auto &c : counters)
    counters.erase(c.first); // finding: mutate-while-iterating "'counters'"
}

// A static local.
void staticLocal() {
  static std::vector<int> cache;
  for (int x : cache)
    cache.push_back(x); // finding: mutate-while-iterating
}

// Base class members.
struct Base {
  std::vector<int> list;
};
struct Derived : Base {
  std::vector<int> own;
  void mixed() {
    for (int x : list)
      own.push_back(x);
  }
  void same() {
    for (int x : list)
      Base::list.push_back(x); // finding: mutate-while-iterating
  }
};
