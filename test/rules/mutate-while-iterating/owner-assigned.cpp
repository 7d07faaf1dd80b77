//===- owner-assigned.cpp - owners that are given another object *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// `owner = other` ends what the owner had, like `owner.reset()`, and runs its destructor.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <algorithm>
#include <memory>
#include <vector>

using Vector = std::vector<int>;
using Owner = std::unique_ptr<Vector>;

void assignedNull(Owner &p) {
  for (int x : *p)
    if (x == 2)
      p = nullptr; // finding: mutate-while-iterating
}

void assignedNew(Owner &p) {
  for (int x : *p)
    if (x == 2)
      p = std::make_unique<Vector>(); // finding: mutate-while-iterating
}

void assignedOther(Owner &p, Owner &q) {
  for (int x : *p)
    if (x == 2)
      p = std::move(q); // finding: mutate-while-iterating
}

void movedAway(Owner &p) {
  Owner kept;
  for (int x : *p)
    if (!kept && x == 2) {
      kept = std::move(p);
      p = nullptr;
    }
}

// Once more: now q has it.
void movedTwice(Owner &p, Owner &q) {
  for (int x : *p)
    if (x >= 2)
      q = std::move(p); // finding: mutate-while-iterating
}

void leftAtOnce(Owner &p) {
  for (int x : *p)
    if (x == 2) {
      p = nullptr;
      break;
    }
}

int keptIterator(Owner &p) {
  auto it = p->begin();
  p = std::make_unique<Vector>(3, 1);
  return *it; // finding: invalidated-iterator
}

int madeAnew(Owner &p) {
  p = std::make_unique<Vector>(3, 1);
  auto it = p->begin();
  return *it;
}

// What it is given is read from the object that goes.
struct Chained {
  Vector values;
  std::unique_ptr<Chained> next;
};
int chain(std::unique_ptr<Chained> &head) {
  int sum = 0;
  while (head) {
    for (int x : head->values)
      sum += x;
    head = std::move(head->next);
  }
  return sum;
}

// An observer that leaves the list of its subject when it ends.
struct Subject;
struct Observer {
  explicit Observer(Subject &s);
  virtual ~Observer();
  virtual bool wants() const { return true; }
  Subject &subject;
  bool isNew = true;
};
struct Derived : Observer {
  using Observer::Observer;
};
std::unique_ptr<Derived> makeDerived(Subject &s) { return std::make_unique<Derived>(s); }
std::unique_ptr<Observer> pass(std::unique_ptr<Observer> o) { return o; }

struct Subject {
  std::vector<Observer *> observers;
  std::unique_ptr<Observer> current;
  std::shared_ptr<Observer> shared;

  void drop() {
    for (Observer *o : observers)
      if (o->wants())
        current = nullptr; // finding: mutate-while-iterating
  }
  void replace() {
    for (Observer *o : observers)
      if (o->wants())
        current = std::unique_ptr<Observer>(); // finding: mutate-while-iterating
  }
  void dropShared() {
    for (Observer *o : observers)
      if (o->wants())
        shared = nullptr; // finding: mutate-while-iterating
  }
  // There was none.
  void dropNone() {
    if (current)
      return;
    for (Observer *o : observers)
      if (o->isNew)
        current = nullptr;
  }
  void dropNoneShared() {
    shared.reset();
    for (Observer *o : observers)
      if (o->isNew)
        shared.reset();
  }
  // Temporaries that are moved from own nothing when they end.
  bool madeByCallee() {
    std::unique_ptr<Observer> o;
    o = makeDerived(*this);
    std::unique_ptr<Observer> other = makeDerived(*this);
    other = pass(std::move(other));
    return o->wants() && other->wants();
  }
  bool first() {
    std::unique_ptr<Observer> o;
    o = makeDerived(*this);
    for (Observer *each : observers)
      if (each != o.get() && each->wants())
        return true;
    return false;
  }
};
Observer::Observer(Subject &s) : subject(s) { s.observers.push_back(this); }
Observer::~Observer() {
  auto &all = subject.observers;
  all.erase(std::remove(all.begin(), all.end(), this), all.end());
}

#ifdef HOLDFAST_EXECUTE
Owner &owner() { return *new Owner(new Vector{1, 2, 3}); }
Subject &watched() {
  auto *s = new Subject;
  new Observer(*s);
  s->current = std::make_unique<Observer>(*s);
  s->shared = std::make_shared<Observer>(*s);
  new Observer(*s);
  return *s;
}
std::unique_ptr<Chained> &chained() { return *new std::unique_ptr<Chained>(new Chained{{1}, {}}); }
#endif

EXECUTE(BAD_CALL(assignedNull(owner())) BAD_CALL(assignedNew(owner()))
        BAD_CALL(assignedOther(owner(), owner())) GOOD_CALL(movedAway(owner()))
        BAD_CALL(movedTwice(owner(), owner()))
        GOOD_CALL(leftAtOnce(owner())) BAD_CALL(keptIterator(owner()))
        GOOD_CALL(madeAnew(owner())) GOOD_CALL(chain(chained())) BAD_CALL(watched().drop())
        BAD_CALL(watched().replace()) BAD_CALL(watched().dropShared())
        GOOD_CALL(watched().dropNoneShared()) GOOD_CALL(watched().madeByCallee())
        GOOD_CALL(watched().first()))
