//===- facts-paths.cpp - what is still known later on -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// What other operations leave as it was, and what they do not. A second vector is the witness, as
// in facts-more.cpp: silence means that the path to clear() cannot be taken.
#include "../Inputs/Execute.h"
#include <algorithm>
#include <list>
#include <map>
#include <vector>

using Vector = std::vector<int>;
using List = std::list<int>;
using Map = std::map<int, int>;
using Witness = std::vector<int>;

// The last element is the last one, whatever comes in front.
int lastAfterPushFront(List &c) {
  int &last = c.back();
  c.push_front(7);
  c.pop_back();
  return last; // finding: invalidated-reference certain
}

// It is not when something comes behind it.
int lastAfterPushBack(List &c) {
  int &last = c.back();
  c.push_back(7);
  c.pop_back();
  return last;
}

// The first one is the first, whatever goes behind it.
int firstAfterRange(List &c) {
  int &first = c.front();
  auto it = c.begin();
  ++it;
  c.erase(it, c.end());
  c.pop_front();
  return first; // finding: invalidated-reference certain
}

// It is not when something comes in front.
int firstAfterPushFront(List &c) {
  int &first = c.front();
  c.push_front(7);
  c.pop_front();
  return first;
}

// What has elements has some after an insertion of none, too.
int insertNone(Vector &c, Vector &other, Witness &o) {
  auto w = o.begin();
  if (c.empty())
    return 0;
  c.insert(c.end(), other.begin(), other.end());
  if (c.empty())
    o.clear();
  return *w;
}

// A key that is there stays there when others come,
int keyStays(Map &m, int key, int other, Witness &o) {
  auto w = o.begin();
  if (!m.count(key))
    return 0;
  m[other] = 1;
  if (!m.count(key))
    o.clear();
  return *w;
}

// but not when something goes that may be it.
int keyMayGo(Map &m, int key, int other, Witness &o) {
  auto w = o.begin();
  if (!m.count(key))
    return 0;
  m.erase(other);
  if (!m.count(key))
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A key that is not there does not come by an erasure,
int keyStaysAway(Map &m, int key, int other, Witness &o) {
  auto w = o.begin();
  if (m.count(key))
    return 0;
  m.erase(other);
  if (m.count(key))
    o.clear();
  return *w;
}

// but by an insertion that may be it.
int keyMayCome(Map &m, int key, int other, Witness &o) {
  auto w = o.begin();
  if (m.count(key))
    return 0;
  m[other] = 1;
  if (m.count(key))
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// What is dereferenced is not the end.
int foundAndRead(Map &m, int key, Witness &o) {
  auto w = o.begin();
  auto it = m.find(key);
  int value = it->second;
  if (it == m.end())
    o.clear();
  return *w + value;
}

// So the key is there.
int foundAndCounted(Map &m, int key, Witness &o) {
  auto w = o.begin();
  auto it = m.find(key);
  int value = it->second;
  if (!m.count(key))
    o.clear();
  return *w + value;
}

// Two lookups in a vector: what is erased may stand before the other one.
int eraseUnrelated(Vector &c) {
  auto a = std::find(c.begin(), c.end(), 1);
  auto b = std::find(c.begin(), c.end(), 2);
  c.erase(a);
  return *b; // finding: invalidated-iterator
}

// A value that a switch lets pass is no other one.
int switchPasses(int n, Witness &o) {
  auto w = o.begin();
  switch (n) {
  case 1:
    break;
  default:
    return 0;
  }
  if (n != 1)
    o.clear();
  return *w;
}

// One that it does not let pass does not come.
int switchStops(int n, Witness &o) {
  auto w = o.begin();
  switch (n) {
  case 1:
    return 0;
  default:
    break;
  }
  if (n == 1)
    o.clear();
  return *w;
}

// Another one may.
int switchOther(int n, Witness &o) {
  auto w = o.begin();
  switch (n) {
  case 1:
    return 0;
  default:
    break;
  }
  if (n == 2)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// Sums of known numbers are known,
int sums(Witness &o) {
  auto w = o.begin();
  int two = 2;
  int five = two + 3;
  if (five != 5)
    o.clear();
  return *w;
}

// differences, too,
int differences(Witness &o) {
  auto w = o.begin();
  int five = 5;
  int two = five - 3;
  if (two != 2)
    o.clear();
  return *w;
}

// and counting.
int counts(Witness &o) {
  auto w = o.begin();
  int n = 0;
  ++n;
  n += 2;
  --n;
  if (n != 2)
    o.clear();
  return *w;
}

// A flag says what it was made of,
int flagged(Map &m, int key, Witness &o) {
  auto w = o.begin();
  bool has = m.count(key) != 0;
  if (!has)
    return 0;
  if (!m.count(key))
    o.clear();
  return *w;
}

// negated twice,
int flaggedTwice(Vector &c, Witness &o) {
  auto w = o.begin();
  bool some = !c.empty();
  bool none = !some;
  if (none)
    return 0;
  if (c.empty())
    o.clear();
  return *w;
}

// until it is given another value.
int flagChanged(Vector &c, bool other, Witness &o) {
  auto w = o.begin();
  bool some = !c.empty();
  some = other;
  if (!some)
    return 0;
  if (c.empty())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// Or somebody else writes it.
void set(bool &flag);
int flagWritten(Vector &c, Witness &o) {
  auto w = o.begin();
  bool some = !c.empty();
  set(some);
  if (!some)
    return 0;
  if (c.empty())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// Through a pointer, too.
void setAt(bool *flag);
int flagWrittenAt(Vector &c, Witness &o) {
  auto w = o.begin();
  bool some = !c.empty();
  setAt(&some);
  if (!some)
    return 0;
  if (c.empty())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// Not when it only gets the value.
void look(bool flag);
int flagPassed(int n, Witness &o) {
  auto w = o.begin();
  bool some = n == 1;
  look(some);
  if (!some)
    return 0;
  if (n != 1)
    o.clear();
  return *w;
}
#ifdef HOLDFAST_EXECUTE
void set(bool &flag) { flag = true; }
void setAt(bool *flag) { *flag = true; }
void look(bool) {}
#endif

EXECUTE(
    BAD(lastAfterPushFront) GOOD(lastAfterPushBack) BAD(firstAfterRange) GOOD(firstAfterPushFront)
        GOOD(insertNone) GOOD(keyStays) BAD_CALL(keyMayGo(sample<Map>(), 1, 1, sample<Witness>()))
            GOOD_CALL(keyStaysAway(sample<Map>(), 9, 1, sample<Witness>())) BAD_CALL(keyMayCome(
                sample<Map>(), 9, 9, sample<Witness>())) GOOD(foundAndRead) GOOD(foundAndCounted)
                BAD(eraseUnrelated) GOOD_CALL(switchPasses(1, sample<Witness>()))
                    GOOD_CALL(switchStops(2, sample<Witness>()))
                        BAD_CALL(switchOther(2, sample<Witness>())) GOOD(sums) GOOD(differences)
                            GOOD(counts) GOOD(flagged) GOOD(flaggedTwice)
                                BAD_CALL(flagChanged(*new Vector(), true, sample<Witness>()))
                                    BAD_CALL(flagWritten(*new Vector(), sample<Witness>()))
                                        BAD_CALL(flagWrittenAt(*new Vector(), sample<Witness>()))
                                            GOOD_CALL(flagPassed(1, sample<Witness>())))
