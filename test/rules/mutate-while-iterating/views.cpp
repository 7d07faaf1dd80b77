//===- views.cpp - a view of the walked container is the container *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++20,c++23 --stdlib=libstdc++
#include "../Inputs/Execute.h"
#include <map>
#include <ranges>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using Map = std::map<int, int>;
using MultiMap = std::multimap<int, int>;
using Vector = std::vector<int>;

// views::keys walks the map.
void keys(Map &m) {
  for (int k : std::views::keys(m))
    m.erase(k); // finding: mutate-while-iterating
}

// views::values as well, in pipe form.
void values(Map &m) {
  for (int &v : m | std::views::values)
    if (v == 2)
      m.clear(); // finding: mutate-while-iterating
}

// filter.
void filtered(Vector &v) {
  for (int x : v | std::views::filter([](int y) { return y > 1; }))
    v.push_back(x); // finding: mutate-while-iterating
}

// Two views in a row.
void chained(Vector &v) {
  for (int x : v | std::views::transform([](int y) { return y + 1; }) | std::views::take(2))
    v.push_back(x); // finding: mutate-while-iterating
}

// reverse.
void reversed(Vector &v) {
  for (int x : v | std::views::reverse)
    v.push_back(x); // finding: mutate-while-iterating
}

// A named view.
void named(Vector &v) {
  auto big = v | std::views::filter([](int y) { return y > 1; });
  for (int x : big)
    v.push_back(x); // finding: mutate-while-iterating
}

// views::all and drop.
void allAndDrop(Vector &v) {
  for (int x : std::views::drop(std::views::all(v), 1))
    v.erase(v.begin() + x - x); // finding: mutate-while-iterating
}

// as_const protects nothing.
void asConst(Map &m) {
  for (auto &kv : std::as_const(m))
    m.erase(kv.first); // finding: mutate-while-iterating
}

// A const reference protects nothing.
void constReference(Map &m) {
  const Map &view = m;
  for (auto &kv : view)
    m.erase(kv.first); // finding: mutate-while-iterating
}

// A span of the vector.
void span(Vector &v) {
  for (int x : std::span<int>(v))
    v.push_back(x); // finding: mutate-while-iterating
}

// A named span.
void namedSpan(Vector &v) {
  std::span<const int> s = v;
  for (int x : s)
    v.push_back(x); // finding: mutate-while-iterating
}

// A string_view of the string.
void stringView(std::string &s) {
  for (char c : std::string_view(s))
    s.push_back(c); // finding: mutate-while-iterating
}

// equal_range being walked.
void equalRange(MultiMap &m, int k) {
  auto range = m.equal_range(k);
  for (auto it = range.first; it != range.second; ++it)
    m.erase(it); // finding: mutate-while-iterating
}

// equal_range in a structured binding.
void equalRangeBound(MultiMap &m, int k) {
  auto [first, last] = m.equal_range(k);
  for (; first != last; ++first)
    if (first->second)
      m.erase(first); // finding: mutate-while-iterating
}

// std::ranges::subrange of two iterators.
void subrange(Vector &v) {
  for (int x : std::ranges::subrange(v.begin(), v.end()))
    v.push_back(x); // finding: mutate-while-iterating
}

// iota over the old size keeps no iterator.
void iota(Vector &v) {
  for (int i : std::views::iota(0, static_cast<int>(v.size())))
    v.push_back(v[i]);
}

// A view of another container.
void viewOfOther(Map &m, Map &other) {
  for (int k : std::views::keys(other))
    m.erase(k);
}

// A filter whose change is followed by a break.
void thenBreak(Vector &v) {
  for (int x : v | std::views::filter([](int y) { return y > 1; })) {
    v.push_back(x);
    break;
  }
}

// Elements changed through the view.
void changeElements(Map &m) {
  for (int &v : m | std::views::values)
    v = 0;
}

// Collected from the view first.
void collected(Map &m) {
  auto keys = m | std::views::keys;
  std::vector<int> all(keys.begin(), keys.end());
  for (int k : all)
    m.erase(k);
}

// equal_range erased as a whole.
void eraseEqualRange(MultiMap &m, int k) {
  auto range = m.equal_range(k);
  m.erase(range.first, range.second);
}

// equal_range with the returned iterator.
void eraseInEqualRange(MultiMap &m, int k) {
  auto [first, last] = m.equal_range(k);
  while (first != last)
    first = m.erase(first);
}

EXECUTE(BAD(keys) BAD(values) BAD(filtered) BAD(chained) BAD(reversed) BAD(named) BAD(asConst)
        BAD(constReference) BAD(span) BAD(namedSpan) BAD(equalRange) BAD(equalRangeBound)
        BAD(subrange) GOOD(iota) GOOD(viewOfOther) GOOD(thenBreak) GOOD(changeElements)
        GOOD(collected) GOOD(eraseEqualRange) GOOD(eraseInEqualRange))
