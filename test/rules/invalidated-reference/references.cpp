//===- references.cpp - references and pointers into elements ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <algorithm>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

using Map = std::map<int, std::string>;
using HashMap = std::unordered_map<int, std::string>;
using Vector = std::vector<int>;

// A reference to an element across growth.
int frontAcrossPush(Vector &v) {
  int &first = v.front();
  v.push_back(1);
  return first; // finding: invalidated-reference "'first'"
}

// By index.
int indexAcrossPush(Vector &v) {
  const int &x = v[0];
  v.push_back(1);
  return x; // finding: invalidated-reference
}

// By at(), written through.
void atAcrossInsert(Vector &v) {
  auto &x = v.at(1);
  v.insert(v.begin(), 7);
  x = 2; // finding: invalidated-reference
}

// A pointer to an element.
int pointerAcrossPush(Vector &v) {
  int *p = &v[0];
  v.push_back(1);
  return *p; // finding: invalidated-reference "'p'"
}

// data().
int dataAcrossResize(Vector &v) {
  const int *p = v.data();
  v.resize(100);
  return p[0]; // finding: invalidated-reference
}

// An index visits every element: at the end, the last one.
int indexAcrossPop(std::deque<int> &d) {
  int sum = 0;
  for (std::size_t i = 0; i < d.size(); ++i) {
    auto &x = d[i];
    d.pop_back();
    sum += x; // finding: invalidated-reference "'x'"
  }
  return sum;
}

// Nothing visits all elements: who takes the last knows that it is another one.
int elementAcrossPop(std::deque<int> &d, std::size_t i) {
  auto &x = d[i];
  d.pop_back();
  return x;
}

// A copy of the element is no reference.
int copyAcrossPush(Vector &v) {
  int first = v.front();
  v.push_back(1);
  return first;
}

// A fresh access after the change.
int freshAccess(Vector &v) {
  v.push_back(1);
  v[0] = 2;
  return v.front();
}

// Bound after the change.
int boundAfter(Vector &v) {
  v.push_back(1);
  int &x = v[0];
  return x;
}

// Enough reserved.
int reserved(Vector &v) {
  v.reserve(v.size() + 1);
  int &x = v[0];
  v.push_back(1);
  return x;
}

// The element that is appended lives in the vector itself: the library copes ([sequence.reqmts]).
void pushOwnElement(Vector &v) {
  v.push_back(v[0]);
  v.insert(v.begin(), v.back());
}

// deque: push at the ends keeps references ([deque.modifiers]/1).
int dequePush(std::deque<int> &d) {
  int &x = d.front();
  d.push_back(1);
  d.push_front(2);
  return x;
}

// deque: insertion in the middle does not.
int dequeInsert(std::deque<int> &d) {
  int &x = d.front();
  d.insert(d.begin() + 1, 7);
  return x; // finding: invalidated-reference
}

// deque: the popped element is gone.
int dequePop(std::deque<int> &d) {
  int &x = d.front();
  d.pop_front();
  return x; // finding: invalidated-reference
}

// list: popped, gone.
int listPop(std::list<int> &l) {
  auto &x = l.front();
  l.pop_front();
  return x; // finding: invalidated-reference certain
}

// list: the value taken before the pop.
int listTakeThenPop(std::list<int> &l) {
  auto x = std::move(l.front());
  l.pop_front();
  return x;
}

// map: the value of an erased entry.
std::string mapErased(Map &m, int k) {
  auto &value = m[k];
  m.erase(k);
  return value; // finding: invalidated-reference
}

// map: the value of an entry erased through its iterator.
std::size_t mapErasedByIterator(Map &m, int k) {
  auto it = m.find(k);
  if (it == m.end())
    return 0;
  const std::string &value = it->second;
  m.erase(it);
  return value.size(); // finding: invalidated-reference certain
}

// map: insertion keeps references.
std::string mapInsert(Map &m) {
  auto &value = m[1];
  m[2] = "two";
  m.emplace(3, "three");
  return value;
}

// map: another entry erased.
std::string mapErasedOther(Map &m) {
  auto &value = m[1];
  m.erase(2);
  return value;
}

// unordered_map: a rehash keeps references ([unord.req.general]/9).
std::string hashInsert(HashMap &m, int k) {
  auto &value = m[1];
  m[k] = "k";
  m.rehash(1000);
  return value;
}

// unordered_map: clear keeps nothing.
std::string hashClear(HashMap &m) {
  auto &value = m[1];
  m.clear();
  return value; // finding: invalidated-reference certain
}

// map: operator= promises nothing, though a library may reuse the node.
std::string mapAssigned(Map &m, const Map &o) {
  auto &value = m.at(1);
  m = o;
  return value; // finding: invalidated-reference
}

// The key argument lives in the element that erase destroys: libraries look it up first.
void keyInsideElement(Map &m) {
  auto it = m.begin();
  m.erase(it->first);
}

// The key reference used afterwards.
int keyUsedAfter(Map &m) {
  const int &key = m.begin()->first;
  m.erase(key);
  return key; // finding: invalidated-reference
}

// Inside a range-for, followed by a break: the element is used between.
std::string elementUsedBeforeBreak(Map &m) {
  std::string last;
  for (auto &kv : m)
    if (kv.first == 2) {
      m.erase(kv.first);
      last = kv.second; // finding: invalidated-reference
      break;
    }
  return last;
}

// Copied before the erase.
std::string elementCopiedBeforeErase(Map &m) {
  for (auto &kv : m)
    if (kv.first == 2) {
      std::string last = std::move(kv.second);
      m.erase(kv.first);
      return last;
    }
  return {};
}

// emplace_back's result, bound in the loop that declares it.
void emplaceBackInLoop(std::vector<Vector> &rows, int n) {
  for (int i = 0; i < n; ++i) {
    auto &row = rows.emplace_back();
    row.push_back(i);
  }
}

// emplace_back's result across the next one.
void emplaceBackTwice(std::vector<Vector> &rows) {
  auto &first = rows.emplace_back();
  auto &second = rows.emplace_back();
  second.push_back(1);
  first.push_back(1); // finding: invalidated-reference "'first'"
}

// emplace_back on a deque or list does not move the first one.
void emplaceBackStable(std::deque<Vector> &d, std::list<Vector> &l) {
  auto &a = d.emplace_back();
  auto &b = l.emplace_back();
  d.emplace_back().push_back(1);
  l.emplace_back().push_back(1);
  a.push_back(1);
  b.push_back(1);
}

// Both references in one expression.
int twoInOneExpression(HashMap &m) {
  std::string &a = m[1];
  std::string &b = m[2];
  return int(a.size() + b.size());
}

// A reference to the container itself is not a reference into it.
int referenceToContainer(Vector &v) {
  Vector &same = v;
  v.push_back(1);
  return same[0];
}

// A lambda that captured the container.
int capturedContainer(Vector &v) {
  auto get = [&v] { return v[0]; };
  v.push_back(1);
  return get();
}

// A lambda that captured the element's reference.
int capturedReference(Vector &v) {
  int &first = v.front();
  auto get = [&first] { return first; }; // finding: invalidated-reference
  v.push_back(1);
  return get();
}

// A reference into the pointee of an element stays: the element moves, the pointee does not.
int pointeeOfElement(std::vector<std::unique_ptr<int>> &v) {
  int &x = *v.front();
  v.push_back(nullptr);
  return x;
}

// The pointee dies with its element.
int pointeeErased(std::vector<std::unique_ptr<int>> &v) {
  int &x = *v.front();
  v.erase(v.begin());
  return x; // finding: invalidated-reference
}

// A raw pointer stored in the vector is copied out: its pointee is not the vector's.
int rawPointerElement(std::vector<int *> &v) {
  int *p = v.front();
  v.clear();
  return *p;
}

// The value behind an optional that was reset: a use after release outside of loops, which is left
// to other tools.
int optionalReset(std::optional<int> &o) {
  int &x = *o;
  o.reset();
  return x;
}

// The owner dies at the end of its scope.
int ownerDies() {
  int *p = nullptr;
  {
    Vector v{1, 2, 3};
    p = &v[0];
  }
  return *p; // finding: invalidated-reference
}

// A reference declared outside cannot be reseated: assignment writes the element.
void writesElement(Vector &v) {
  int &x = v[0];
  x = v[1];
  x += 2;
}

// A pointer reseated after the growth.
int pointerReseated(Vector &v) {
  int *p = &v[0];
  v.push_back(1);
  p = &v[0];
  return *p;
}

// vector<bool> hands out a proxy that points into the vector: taken for a copy of the bit.
bool proxy(std::vector<bool> &v) {
  auto bit = v[0];
  v.push_back(true);
  return bit; // known-miss: invalidated-reference issue "The whole program"
}

// As a bool it is a copy.
bool proxyCopied(std::vector<bool> &v) {
  bool bit = v[0];
  v.push_back(true);
  return bit;
}

// Sibling vectors of one object.
struct Pair {
  Vector a, b;
};
int sibling(Pair &s) {
  auto &a = s.a;
  int &x = s.b[0];
  a.push_back(1);
  return x;
}

// A part of an element: the element moves and the part with it.
int partOfElement(std::vector<Pair> &v) {
  Vector &part = v[0].a;
  v.push_back({});
  return int(part.size()); // finding: invalidated-reference
}

// The node that is taken out dies at once.
void extractedAndDropped(std::map<int, int> &m) {
  int &x = m[3];
  m.extract(3);
  x = 1; // finding: invalidated-reference
}

// It is put back.
void extractedAndPutBack(std::map<int, int> &m) {
  int &x = m[3];
  auto node = m.extract(3);
  node.key() = 4;
  m.insert(std::move(node));
  x = 1;
}

// Of a deque, too, all that follows goes with what is removed.
void removedFromDeque(std::deque<int> &d) {
  int &x = d.back();
  d.erase(std::remove(d.begin(), d.end(), 2), d.end());
  x = 1; // finding: invalidated-reference
}

// What is assigned is found before the place that it is assigned to (since C++17).
struct Counts {
  std::vector<std::optional<int>> all{1, 2};
  std::optional<int> grow() {
    all.push_back(3);
    return all.back();
  }
};
void assignedFromGrowth(Counts &c) { c.all[0] = c.grow(); }

// What is kept by its name knows its name: the key of the erasure is read from the element.
struct Wire {
  std::string name;
  int port;
};
using Wires = std::map<std::string, Wire *>;
int erasedByItsName(Wires &wires) {
  for (auto &entry : wires)
    if (entry.second->port) {
      Wire *wire = entry.second;
      wires.erase(wire->name);
      return entry.second->port; // finding: invalidated-reference likely
    }
  return 0;
}

// By a copy of the name; what is used afterwards is no part of the element.
int erasedByItsNameThenWire(Wires &wires) {
  for (auto &entry : wires)
    if (entry.second->port) {
      Wire *wire = entry.second;
      std::string name = wire->name;
      wires.erase(name);
      return wire->port;
    }
  return 0;
}

// The name is that of an element of another table.
int erasedByNameInOther(Wires &wires, Wires &others) {
  auto &entry = *wires.begin();
  auto &other = *others.begin();
  others.erase(entry.second->name);
  return entry.second->port + int(other.first.size());
}

// The edges of a node name other nodes.
struct Node {
  std::string name;
  std::vector<std::string> edges;
};
std::size_t erasedByNameInElement(std::map<std::string, Node> &nodes) {
  auto &entry = *nodes.begin();
  nodes.erase(entry.second.edges.front());
  return entry.second.name.size();
}

// The loop is ready for an erasure of the element that it is at; the reference to it is not.
struct Timer {
  int due;
};
struct Timers {
  std::map<int, Timer> all{{1, {1}}, {2, {2}}};
  void cancel(int id) {
    auto found = all.find(id);
    if (found != all.end())
      all.erase(found);
  }
};
void usedAfterCancel(Timers &timers, int victim) {
  for (auto it = timers.all.begin(), next = it; it != timers.all.end(); it = next) {
    ++next;
    Timer &timer = it->second;
    timers.cancel(victim);
    timer.due = 0; // finding: invalidated-reference likely
  }
}
void notUsedAfterCancel(Timers &timers, int victim) {
  for (auto it = timers.all.begin(), next = it; it != timers.all.end(); it = next) {
    ++next;
    it->second.due = 0;
    timers.cancel(victim);
  }
}

#ifdef HOLDFAST_EXECUTE
std::vector<std::unique_ptr<int>> &onePointee() {
  auto *v = new std::vector<std::unique_ptr<int>>;
  v->push_back(std::make_unique<int>(1));
  return *v;
}
Wires &oneWire() {
  return *new Wires{{"a", new Wire{"a", 1}}};
}
std::map<std::string, Node> &nodes() {
  return *new std::map<std::string, Node>{{"a", {"a", {"b"}}}, {"b", {"b", {"a"}}}};
}
Wires &otherWire() {
  return *new Wires{{"b", new Wire{"b", 1}}};
}
#endif

EXECUTE(BAD(frontAcrossPush) BAD(indexAcrossPush) BAD(atAcrossInsert) BAD(pointerAcrossPush)
        BAD(dataAcrossResize) GOOD(copyAcrossPush) GOOD(freshAccess) GOOD(boundAfter)
        GOOD(reserved) GOOD(pushOwnElement) GOOD(dequePush) BAD(listPop) GOOD(listTakeThenPop)
        BAD(mapErased) BAD(mapErasedByIterator) GOOD(mapInsert) GOOD(mapErasedOther)
        GOOD_CALL(hashInsert(sample<HashMap>(), 70)) BAD(hashClear)
        GOOD(keyInsideElement) BAD(keyUsedAfter) BAD(elementUsedBeforeBreak)
        GOOD(elementCopiedBeforeErase) GOOD_CALL(emplaceBackInLoop(sample<std::vector<Vector>>(), 9))
        BAD_CALL(emplaceBackTwice(*new std::vector<Vector>())) GOOD(emplaceBackStable) GOOD(twoInOneExpression)
        GOOD(referenceToContainer) GOOD(capturedContainer) BAD(capturedReference)
        GOOD_CALL(pointeeOfElement(onePointee()))
        BAD_CALL(pointeeErased(onePointee())) BAD(ownerDies) GOOD(writesElement) GOOD(pointerReseated) BAD(partOfElement)
        BAD_CALL(erasedByItsName(oneWire())) GOOD_CALL(erasedByItsNameThenWire(oneWire()))
        GOOD_CALL(erasedByNameInOther(oneWire(), otherWire()))
        GOOD_CALL(erasedByNameInElement(nodes()))
        GOOD_CALL(assignedFromGrowth(*new Counts))
        BAD_CALL(usedAfterCancel(*new Timers, 1)) GOOD_CALL(notUsedAfterCancel(*new Timers, 1)))
