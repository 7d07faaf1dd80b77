//===- ranges.cpp - ranges, views and spans ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Right code; nothing may be said about this file.
// RUN: %check %s --std=c++20,c++23
#include <algorithm>
#include <map>
#include <numeric>
#include <ranges>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace views = std::views;

int sumOfSquares(const std::vector<int> &v) {
  int sum = 0;
  for (int x : v | views::filter([](int y) { return y % 2 == 0; }) |
                   views::transform([](int y) { return y * y; }))
    sum += x;
  return sum;
}

std::vector<int> firstOf(const std::vector<int> &v, int n) {
  std::vector<int> out;
  for (int x : v | views::take(n))
    out.push_back(x);
  return out;
}

void doubleAll(std::vector<int> &v) {
  for (int &x : v | views::reverse)
    x *= 2;
}

std::vector<std::string> keysOf(const std::map<std::string, int> &m) {
  auto keys = m | views::keys;
  return {keys.begin(), keys.end()};
}

void clearValues(std::map<std::string, int> &m) {
  for (int &value : m | views::values)
    value = 0;
}

int mean(std::span<const int> s) {
  return s.empty() ? 0 : std::accumulate(s.begin(), s.end(), 0) / int(s.size());
}

std::vector<int> movingMean(const std::vector<int> &v, std::size_t k) {
  std::vector<int> out;
  std::span<const int> all(v);
  for (std::size_t i = 0; i + k <= all.size(); ++i)
    out.push_back(mean(all.subspan(i, k)));
  return out;
}

void sortByLength(std::vector<std::string> &v) {
  std::ranges::sort(v, {}, &std::string::size);
  auto rest = std::ranges::unique(v);
  v.erase(rest.begin(), rest.end());
}

bool contains(const std::vector<int> &v, int x) { return std::ranges::find(v, x) != v.end(); }

void eraseIfPresent(std::vector<int> &v, int x) {
  if (auto it = std::ranges::find(v, x); it != v.end())
    v.erase(it);
}

void dropShort(std::map<std::string, int> &m) {
  std::erase_if(m, [](const auto &entry) { return entry.first.size() < 3; });
}

void dropSeen(std::unordered_set<int> &s, const std::vector<int> &seen) {
  for (int x : seen | views::drop(1))
    s.erase(x);
}

std::vector<std::pair<int, int>> indexed(const std::vector<int> &v) {
  std::vector<std::pair<int, int>> out;
  for (int i : views::iota(0, int(v.size())))
    out.emplace_back(i, v[i]);
  return out;
}

void growByIota(std::vector<int> &v, int n) {
  for (int i : views::iota(0, n))
    v.push_back(i);
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> out;
  for (auto part : text | views::split(' '))
    out.emplace_back(part.begin(), part.end());
  return out;
}

std::unordered_map<char, std::vector<std::string>> byInitial(const std::vector<std::string> &names) {
  std::unordered_map<char, std::vector<std::string>> groups;
  for (const auto &name : names | views::filter([](auto &n) { return !n.empty(); }))
    groups[name.front()].push_back(name);
  for (auto &group : groups | views::values)
    std::ranges::sort(group);
  return groups;
}

void moveMatching(std::vector<int> &from, std::vector<int> &to, int limit) {
  auto tail = std::ranges::partition(from, [=](int x) { return x < limit; });
  std::ranges::copy(tail, std::back_inserter(to));
  from.erase(tail.begin(), tail.end());
}

int longestRun(const std::vector<int> &v) {
  int best = 0;
  for (auto it = v.begin(); it != v.end();) {
    auto next = std::ranges::find_if(it, v.end(), [x = *it](int y) { return y != x; });
    best = std::max(best, int(next - it));
    it = next;
  }
  return best;
}

void eraseKeys(std::map<int, int> &m, const std::set<int> &keys) {
  for (int k : keys)
    m.erase(k);
}

void eraseNegative(std::map<int, int> &m) {
  std::vector<int> doomed;
  for (auto &[k, v] : m)
    if (v < 0)
      doomed.push_back(k);
  std::ranges::for_each(doomed, [&](int k) { m.erase(k); });
}
