//===- objects-compared.cpp - objects of the user's were compared -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// The `==` of a class says whether two objects are the same value, whatever its body looks at: the
// element that equals the object goes, others stay.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <list>
#include <map>
#include <string>

struct Id {
  int space;
  std::string name;
  bool operator==(const Id &other) const { return space == other.space && name == other.name; }
#if __cplusplus < 202002L
  bool operator!=(const Id &other) const { return !(*this == other); }
#endif
  bool operator<(const Id &other) const { return space < other.space; }
};
using Places = std::map<Id, int>;

int eraseSame(Places &c, const Id &id) {
  auto it = c.begin();
  if (it != c.end() && it->first == id) {
    c.erase(id);
    return it->second; // finding: invalidated-iterator certain
  }
  return 0;
}
int eraseOther(Places &c, const Id &id) {
  auto it = c.begin();
  if (it != c.end() && it->first != id) {
    c.erase(id);
    return it->second;
  }
  return 0;
}
void eraseOneOther(Places &c, const Id &gone) {
  for (auto &[id, number] : c) {
    if (id == gone)
      continue;
    c.erase(gone);
  }
}

// cppcheck's Token.cpp.
void removeContradiction(std::list<Id> &c) {
  for (Id &x : c)
    for (Id &y : c) {
      if (x.space == 0 || x == y)
        continue;
      c.remove(x);
      c.remove(y);
      return;
    }
}
void removeThisOne(std::list<Id> &c, const Id &gone) {
  for (const Id &id : c)
    if (gone == id)
      c.remove(gone); // finding: mutate-while-iterating
}

// The object was changed in between.
void removeAfterAssignment(std::list<Id> &c, Id gone) {
  for (const Id &id : c)
    if (id != gone) {
      gone = id;
      c.remove(gone); // finding: mutate-while-iterating
    }
}
void removeAfterMembersWereAssigned(std::list<Id> &c, Id gone) {
  for (const Id &id : c)
    if (id != gone) {
      gone.space = id.space;
      gone.name = id.name;
      c.remove(gone); // finding: mutate-while-iterating
    }
}

// Declared here, defined elsewhere; a function, and not a member.
struct Version {
  int numbers[3];
};
bool operator==(const Version &a, const Version &b);
bool operator!=(const Version &a, const Version &b);
void removeOtherVersions(std::list<Version> &c, const Version &gone) {
  for (const Version &v : c)
    if (v != gone)
      c.remove(gone);
}
void removeThisVersion(std::list<Version> &c, const Version &gone) {
  for (const Version &v : c)
    if (v == gone)
      c.remove(gone); // finding: mutate-while-iterating
}

// What stands for something else: its `==` is about where it is.
struct Cursor {
  std::list<int>::iterator at;
  int steps;
  int &operator*() const { return *at; }
  Cursor &operator++() {
    ++at;
    ++steps;
    return *this;
  }
  bool operator==(const Cursor &other) const { return at == other.at; }
#if __cplusplus < 202002L
  bool operator!=(const Cursor &other) const { return at != other.at; }
#endif
};
int eraseAtCursor(std::list<int> &c, Cursor one, Cursor other) {
  if (one != other)
    c.erase(one.at);
  return *one; // finding: invalidated-iterator
}
