//===- nested.cpp - loops in loops ------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
#include "../Inputs/Execute.h"
#include <list>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

using Map = std::map<int, int>;
using Vector = std::vector<int>;
using Graph = std::map<int, std::set<int>>;

// The outer one changed from the inner loop, which reads the dead element in its next turn: one
// mistake.
void outerChanged(Map &m, Vector &v) {
  for (auto &kv : m)
    for (int x : v)
      if (x == kv.first)
        m.erase(kv.first); // finding: mutate-while-iterating "'m'"
}

// The break leaves only the inner loop.
void outerChangedInnerBreak(Map &m, Vector &v) {
  for (auto &kv : m)
    for (int x : v)
      if (x == kv.first) {
        m.erase(x); // finding: mutate-while-iterating
        break;
      }
}

// The inner one changed inside the inner loop.
void innerChanged(Map &m, Vector &v) {
  for (auto &kv : m)
    for (int x : v)
      v.push_back(x + kv.first); // finding: mutate-while-iterating "'v'"
}

// The inner one changed after its loop.
void innerChangedAfter(Map &m, Vector &v) {
  for (auto &kv : m) {
    int sum = 0;
    for (int x : v)
      sum += x;
    v.push_back(sum + kv.second);
  }
}

// The inner one changed before its loop.
void innerChangedBefore(Map &m, Vector &v) {
  for (auto &kv : m) {
    v.push_back(kv.second);
    for (int x : v)
      kv.second += x;
  }
}

// Both loops over the same container, changed inside.
void sameContainer(Map &m) {
  for (auto &a : m)
    for (auto &b : m)
      if (a.first < b.first && a.second == b.second)
        m.erase(b.first); // finding: mutate-while-iterating
}

// Both loops over the same container, only read.
int sameContainerRead(const Vector &v) {
  int pairs = 0;
  for (int a : v)
    for (int b : v)
      pairs += a < b;
  return pairs;
}

// The inner loop leaves everything: return.
void returnFromInner(Map &m, Vector &v) {
  for (auto &kv : m)
    for (int x : v)
      if (x == kv.first) {
        m.erase(kv.first);
        return;
      }
}

// The element's own container is not the walked one.
void elementsContainer(Graph &g) {
  for (auto &[node, edges] : g) {
    edges.erase(node);
    edges.insert(node + 1);
    if (edges.size() > 3)
      edges.clear();
  }
}

// The element's own vector grows.
void elementsVector(std::vector<Vector> &rows) {
  for (auto &row : rows)
    row.push_back(0);
}

// A nested loop over the element, changing the element's container.
void elementWalkedAndChanged(std::vector<Vector> &rows) {
  for (auto &row : rows)
    for (int x : row)
      row.push_back(x); // finding: mutate-while-iterating "'row'"
}

// A nested loop over the element, changing the outer container: the outer walk breaks. The inner
// one does not, a moved vector keeps its elements where they are ([container.reqmts]/17).
void elementWalkedOuterChanged(std::vector<Vector> &rows) {
  for (auto &row : rows)
    for (int x : row)
      if (x == 2)
        rows.push_back({x}); // finding: mutate-while-iterating "'rows'"
}

// A part of the map is walked while its entry goes: everything below is gone.
void partWalkedEntryErased(Graph &g, int k) {
  for (int x : g[k])
    if (x == 2)
      g.erase(k); // finding: mutate-while-iterating
}

// A part of the map is walked while another node-based entry is made: the part stays.
void partWalkedEntryMade(Graph &g, int k) {
  for (int x : g[k])
    g[x].insert(k + 1000);
}

// In a vector the part is moved, and a moved vector keeps its elements where they are.
void partOfVectorWalked(std::vector<Vector> &rows) {
  for (int x : rows[0])
    rows.push_back({x});
}

// A moved string keeps nothing: short ones store their characters inside.
void stringOfVectorWalked(std::vector<std::string> &names) {
  for (char c : names[0])
    names.push_back(std::string(1, c)); // finding: mutate-while-iterating
}

// A part of an unordered map stays at its place over a rehash ([unord.req.general]/9).
void partOfHashWalked(std::unordered_map<int, Vector> &m) {
  for (int x : m[1])
    m[x + 100].push_back(x);
}

// Another entry's set is changed.
void otherEntrysSet(Graph &g) {
  for (auto &[node, edges] : g)
    for (int to : edges)
      if (to != node)
        if (auto it = g.find(to); it != g.end() && &it->second != &edges)
          it->second.erase(node);
}

// Three levels, the middle one changed from the innermost: both lower walks break, said once.
void threeLevels(std::vector<std::vector<Vector>> &cube) {
  for (auto &plane : cube)
    for (auto &row : plane)
      for (int x : row)
        if (x)
          plane.clear(); // finding: mutate-while-iterating "'plane'"
}

// An inner iterator loop that erases properly.
void innerErasesProperly(Graph &g) {
  for (auto &entry : g)
    for (auto it = entry.second.begin(); it != entry.second.end();)
      it = *it > 2 ? entry.second.erase(it) : std::next(it);
}

// The outer loop erases properly after the inner one has walked the entry.
void outerErasesProperly(Graph &g) {
  for (auto it = g.begin(); it != g.end();) {
    bool bad = false;
    for (int x : it->second)
      bad = bad || x < 0;
    if (bad)
      it = g.erase(it);
    else
      ++it;
  }
}

EXECUTE(BAD(outerChanged) BAD(outerChangedInnerBreak) BAD(innerChanged) GOOD(innerChangedAfter)
        GOOD(innerChangedBefore) GOOD(sameContainerRead) GOOD(returnFromInner)
        GOOD_CALL(elementsContainer(*new Graph{{1, {1}}, {2, {1, 2, 3, 4}}}))
        GOOD_CALL(elementsVector(*new std::vector<Vector>{{1}, {2}}))
        BAD_CALL(elementWalkedAndChanged(*new std::vector<Vector>{{1}, {2}}))
        BAD_CALL(elementWalkedOuterChanged(*new std::vector<Vector>{{1}, {2}}))
        BAD_CALL(partWalkedEntryErased(*new Graph{{1, {1, 2, 3}}}, 1))
        GOOD_CALL(partWalkedEntryMade(*new Graph{{1, {7, 8, 9}}}, 1))
        GOOD_CALL(partOfVectorWalked(*new std::vector<Vector>{{1, 2, 3}}))
        BAD_CALL(stringOfVectorWalked(*new std::vector<std::string>{"abc", "d"}))
        GOOD_CALL(partOfHashWalked(*new std::unordered_map<int, Vector>{{1, {1, 2, 3}}}))
        GOOD_CALL(otherEntrysSet(*new Graph{{1, {2}}, {2, {1, 3}}}))
        BAD_CALL(threeLevels(*new std::vector<std::vector<Vector>>{{{1}, {2}}}))
        GOOD_CALL(innerErasesProperly(*new Graph{{1, {1, 2, 3}}}))
        GOOD_CALL(outerErasesProperly(*new Graph{{1, {-1, 2, 3}}, {2, {1}}})))
