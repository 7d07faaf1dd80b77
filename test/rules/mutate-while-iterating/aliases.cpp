//===- aliases.cpp - the walked container under another name ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
#include "../Inputs/Execute.h"
#include <map>
#include <memory>
#include <set>
#include <vector>

using Map = std::map<int, int>;
using Vector = std::vector<int>;

// Changed through a reference.
void changedThroughReference(Map &m) {
  Map &alias = m;
  for (auto &kv : m)
    alias.erase(kv.first); // finding: mutate-while-iterating
}

// Walked through a reference of a reference.
void referenceOfReference(Vector &v) {
  auto &a = v;
  auto &b = a;
  for (int x : b)
    v.push_back(x); // finding: mutate-while-iterating
}

// Changed through a pointer.
void changedThroughPointer(Map &m) {
  Map *p = &m;
  for (auto &kv : m)
    p->erase(kv.first); // finding: mutate-while-iterating
}

// Walked through a pointer.
void walkedThroughPointer(Vector &v) {
  Vector *p = &v;
  for (int x : *p)
    v.push_back(x); // finding: mutate-while-iterating
}

// Both through the same pointer parameter.
void pointerParameter(Map *m) {
  for (auto &kv : *m)
    m->erase(kv.first); // finding: mutate-while-iterating certain
}

// Through a copy of the pointer.
void pointerCopied(Vector *v) {
  auto *same = v;
  for (int x : *v)
    same->push_back(x); // finding: mutate-while-iterating
}

// Through a smart pointer.
void smartPointer(std::unique_ptr<Map> m) {
  for (auto &kv : *m)
    m->erase(kv.first); // finding: mutate-while-iterating
}

// Through a shared pointer and its copy.
void sharedPointer(std::shared_ptr<Vector> v) {
  auto same = v;
  for (int x : *v)
    same->push_back(x); // finding: mutate-while-iterating
}

// A reference chosen by a ternary, both arms the walked one in one case.
void ternary(Vector &a, Vector &b, bool first) {
  Vector &chosen = first ? a : b;
  for (int x : chosen)
    chosen.push_back(x); // finding: mutate-while-iterating
}

// A ternary that may choose the walked one.
void ternaryMaybe(Vector &a, bool first) {
  Vector other;
  Vector &chosen = first ? a : other;
  for (int x : a)
    chosen.push_back(x); // finding: mutate-while-iterating
}

// The pointer is reseated before the change.
void reseated(Vector &a, Vector &b) {
  Vector *p = &a;
  for (int x : a) {
    p = &b;
    p->push_back(x);
  }
}

// The pointer is reseated before the loop.
void reseatedBefore(Vector &a, Vector &b) {
  Vector *p = &a;
  p->clear();
  p = &b;
  for (int x : a)
    p->push_back(x);
}

// A swap of the pointers.
void reseatedToTheWalked(Vector &a, Vector &b) {
  Vector *p = &b;
  p = &a;
  for (int x : a)
    p->push_back(x); // finding: mutate-while-iterating
}

// Two reference parameters are taken for two objects unless proven otherwise.
void twoParameters(Map &a, Map &b) {
  for (auto &kv : a)
    b.erase(kv.first);
}

// Two pointer parameters as well.
void twoPointers(Map *a, Map *b) {
  for (auto &kv : *a)
    b->erase(kv.first);
}

// An explicit check of identity before the change.
void checkedIdentity(Map &a, Map &b) {
  if (&a == &b)
    return;
  for (auto &kv : a)
    b.erase(kv.first);
}

// Two entries of an array of containers.
void arrayEntries(Vector (&buckets)[4], int i) {
  for (int x : buckets[0])
    buckets[1].push_back(x + i);
}

// The same entry of an array of containers: paths do not tell the entries of an array apart.
void sameArrayEntry(Vector (&buckets)[4], int i) {
  for (int x : buckets[i])
    buckets[i].push_back(x); // known-miss: mutate-while-iterating issue "The whole program"
}

// Front and back buffer exchanged by pointer.
void doubleBuffer(Vector &a, Vector &b, int turns) {
  Vector *front = &a, *back = &b;
  while (turns--) {
    for (int x : *front)
      back->push_back(x);
    front->clear();
    Vector *t = front;
    front = back;
    back = t;
  }
}

// The iterator was made through one name, the change goes through another.
void iteratorThroughAlias(Map &m) {
  auto &alias = m;
  for (auto it = alias.begin(); it != m.end(); ++it)
    m.erase(it); // finding: mutate-while-iterating
}

EXECUTE(BAD(changedThroughReference) BAD(referenceOfReference) BAD(changedThroughPointer)
        BAD(walkedThroughPointer) BAD(pointerParameter) BAD(pointerCopied) BAD(ternary)
        BAD(ternaryMaybe) GOOD(reseated) GOOD(reseatedBefore) BAD(reseatedToTheWalked)
        GOOD(twoParameters) GOOD(twoPointers) GOOD(checkedIdentity) GOOD(doubleBuffer)
        BAD(iteratorThroughAlias))
