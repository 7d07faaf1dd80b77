//===- facts-results.cpp - what operations hand on ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// Results that name an object, owners and inserters that are made, and what a move leaves behind. A
// second vector is the witness, as in facts-more.cpp.
#include "../Inputs/Execute.h"
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>
#if __cplusplus >= 202002L
#include <ranges>
#endif

using Vector = std::vector<int>;
using List = std::list<int>;
using Map = std::map<int, int>;
using Owner = std::unique_ptr<Vector>;
using Witness = std::vector<int>;

// After a swap the other owner has the object.
int ownersSwap(Owner &p, Owner &q) {
  auto it = p->begin();
  p.swap(q);
  q.reset();
  return *it; // finding: invalidated-iterator certain
}

// And this one has it no more.
int ownersSwapKeeps(Owner &p, Owner &q) {
  auto it = p->begin();
  p.swap(q);
  p.reset();
  return *it;
}

// An owner that is made of a pointer owns its pointee.
int ownerMade(Vector *raw) {
  auto it = raw->begin();
  Owner p(raw);
  p.reset();
  return *it; // finding: invalidated-iterator certain
}

// One that is made of another owner takes it over.
int ownerTaken(Owner &p) {
  auto it = p->begin();
  Owner q(std::move(p));
  q.reset();
  return *it; // finding: invalidated-iterator certain
}

// So that the other one has nothing to release.
int ownerEmptied(Owner &p) {
  auto it = p->begin();
  Owner q(std::move(p));
  p.reset();
  return *it;
}

// What was released is not the owner's any more.
int ownerReleased(Owner &p) {
  auto it = p->begin();
  p.release();
  p.reset();
  return *it;
}

// With a new pointer the old pointee goes.
int ownerReset(Owner &p) {
  auto it = p->begin();
  p.reset(new Vector());
  return *it; // finding: invalidated-iterator certain
}

// The new one stays until it goes, too.
int ownerResetNew(Owner &p, Vector *raw) {
  auto it = raw->begin();
  p.reset(raw);
  p.reset();
  return *it; // known-miss: invalidated-iterator issue "Quality on real code"
}

// A new value in an optional is another object.
int optionalAssigned(std::optional<Vector> &c) {
  auto it = c->begin();
  c = Vector{1, 2};
  return *it; // finding: invalidated-iterator
}

// An address names its object.
int throughAddress(Vector &c) {
  auto it = c.begin();
  std::addressof(c)->clear();
  return *it; // finding: invalidated-iterator certain
}

// An inserter that is made by its constructor.
int inserterMade(Vector &c) {
  auto it = c.begin();
  std::back_insert_iterator<Vector> out(c);
  *out = 7;
  return *it; // known-miss: invalidated-iterator issue "Quality on real code"
}

// std::advance moves its argument,
int advancedAway(Map &m) {
  auto it = m.begin();
  auto first = it;
  std::advance(it, 1);
  m.erase(first);
  return it->second;
}

// not a copy of it,
int advancedCopy(Map &m) {
  auto it = m.begin();
  auto first = it;
  std::advance(it, 1);
  m.erase(it);
  return first->second;
}

// and it is what goes.
int advancedGoes(Map &m) {
  auto it = m.begin();
  std::advance(it, 1);
  auto same = it;
  m.erase(it);
  return same->second; // finding: invalidated-iterator certain
}

// The elements that std::exchange returns are the old ones.
int exchangedKeep(Map &m) {
  auto it = m.begin();
  Map old = std::exchange(m, {});
  m.clear();
  return it->second;
}

// They go with the result.
int exchangedGo(Map &m) {
  auto it = m.begin();
  Map old = std::exchange(m, {});
  old.clear();
  return it->second; // finding: invalidated-iterator certain
}

// The result has as many as there were.
int exchangedSome(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.empty())
    return 0;
  Vector old = std::exchange(c, {});
  if (old.empty())
    o.clear();
  return *w;
}

// What is left has not.
int exchangedNone(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.empty())
    return 0;
  Vector old = std::exchange(c, {});
  if (c.empty())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// What was spliced in makes a list longer.
int splicedSome(List &c, List &other, Witness &o) {
  auto w = o.begin();
  if (!c.empty())
    return 0;
  c.splice(c.begin(), other);
  if (!c.empty())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// It may stand first.
int splicedFirst(List &c, List &other, Witness &o) {
  auto w = o.begin();
  c.front() = 5;
  c.splice(c.begin(), other);
  if (c.front() != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// Values do not survive a move assignment,
int movedOver(Vector &c, Vector &other, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  c = std::move(other);
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// nor a copy,
int copiedOver(Vector &c, const Vector &other, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  c = other;
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// nor an insertion in front of them.
int insertedBefore(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  c.insert(c.begin(), 7);
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// They do when something comes behind them.
int insertedBehind(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  c.push_back(7);
  if (c[0] != 5)
    o.clear();
  return *w;
}

#if __cplusplus >= 202002L
// A view that asks its container when it is iterated does not dangle.
int lazyView(Vector &c) {
  auto odd = c | std::views::filter([](int i) { return i % 2; });
  c.push_back(7);
  int sum = 0;
  for (int i : odd)
    sum += i;
  return sum;
}
#endif

EXECUTE(BAD_CALL(ownersSwap(*new Owner(new Vector{1}), *new Owner(new Vector{2})))
            GOOD_CALL(ownersSwapKeeps(*new Owner(new Vector{1}), *new Owner(new Vector{2})))
                BAD_CALL(ownerMade(new Vector{1})) BAD_CALL(ownerTaken(*new Owner(new Vector{1})))
                    GOOD_CALL(ownerEmptied(*new Owner(new Vector{1})))
                        BAD_CALL(ownerReset(*new Owner(new Vector{1})))
                            BAD_CALL(ownerResetNew(*new Owner(new Vector{1}), new Vector{2}))
                                GOOD_CALL(ownerReleased(*new Owner(new Vector{1}))) BAD_CALL(
                                    optionalAssigned(*new std::optional<Vector>(Vector{1, 2, 3})))
                                    BAD(throughAddress) BAD(inserterMade) GOOD(advancedAway)
                                        GOOD(advancedCopy) BAD(advancedGoes) GOOD(exchangedKeep)
                                            BAD(exchangedGo) GOOD(exchangedSome) BAD(exchangedNone)
                                                BAD_CALL(splicedSome(*new List(), sample<List>(),
                                                                     sample<Witness>()))
                                                    BAD(splicedFirst) BAD(movedOver) BAD(copiedOver)
                                                        BAD(insertedBefore) GOOD(insertedBehind)
                                                            GOOD(lazyView))
