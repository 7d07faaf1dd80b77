//===- sequences.cpp - sorted sequences, sets and windows -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Right code; nothing may be said about this file.
// RUN: %check %s --std=c++17,c++20
#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <functional>
#include <iterator>
#include <map>
#include <numeric>
#include <queue>
#include <random>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

using Matrix = std::vector<std::vector<double>>;
using Vector = std::vector<int>;

void insertSorted(Vector &v, int x) { v.insert(std::lower_bound(v.begin(), v.end(), x), x); }

bool eraseSorted(Vector &v, int x) {
  auto it = std::lower_bound(v.begin(), v.end(), x);
  if (it == v.end() || *it != x)
    return false;
  v.erase(it);
  return true;
}

void sortUnique(Vector &v) {
  std::sort(v.begin(), v.end());
  v.erase(std::unique(v.begin(), v.end()), v.end());
}

void dedupeKeepOrder(Vector &v) {
  std::set<int> seen;
  auto out = v.begin();
  for (auto it = v.begin(); it != v.end(); ++it)
    if (seen.insert(*it).second)
      *out++ = *it;
  v.erase(out, v.end());
}

Vector slidingMaximum(const Vector &v, std::size_t k) {
  std::deque<std::size_t> window;
  Vector out;
  for (std::size_t i = 0; i < v.size(); ++i) {
    while (!window.empty() && v[window.back()] <= v[i])
      window.pop_back();
    window.push_back(i);
    if (window.front() + k <= i)
      window.pop_front();
    if (i + 1 >= k)
      out.push_back(v[window.front()]);
  }
  return out;
}

class RunningMedian {
  std::multiset<int> values;
  std::multiset<int>::iterator middle;

public:
  void add(int x) {
    bool first = values.empty();
    auto it = values.insert(x);
    if (first)
      middle = it;
    else if (x < *middle && values.size() % 2 == 0)
      --middle;
    else if (x >= *middle && values.size() % 2 == 1)
      ++middle;
  }
  int median() const { return *middle; }
};

Vector intersect(const std::set<int> &a, const std::set<int> &b) {
  Vector out;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i < *j)
      ++i;
    else if (*j < *i)
      ++j;
    else
      out.push_back(*i++), ++j;
  }
  return out;
}

void subtract(std::set<int> &a, const std::set<int> &b) {
  for (auto it = a.begin(); it != a.end();)
    if (b.count(*it))
      it = a.erase(it);
    else
      ++it;
}

void subtractByValue(std::set<int> &a, const std::set<int> &b) {
  for (int x : b)
    a.erase(x);
}

std::vector<std::pair<int, int>> mergeIntervals(std::vector<std::pair<int, int>> v) {
  std::sort(v.begin(), v.end());
  std::vector<std::pair<int, int>> out;
  for (auto &interval : v) {
    if (!out.empty() && out.back().second >= interval.first)
      out.back().second = std::max(out.back().second, interval.second);
    else
      out.push_back(interval);
  }
  return out;
}

void addInterval(std::map<int, int> &intervals, int from, int to) {
  auto it = intervals.lower_bound(from);
  if (it != intervals.begin() && std::prev(it)->second >= from)
    --it;
  while (it != intervals.end() && it->first <= to) {
    from = std::min(from, it->first);
    to = std::max(to, it->second);
    it = intervals.erase(it);
  }
  intervals.emplace(from, to);
}

int josephus(int n, int k) {
  std::deque<int> circle(n);
  std::iota(circle.begin(), circle.end(), 1);
  std::size_t at = 0;
  while (circle.size() > 1) {
    at = (at + k - 1) % circle.size();
    circle.erase(circle.begin() + at);
  }
  return circle.front();
}

std::map<char, int> histogram(const std::vector<char> &v) {
  std::map<char, int> h;
  for (char c : v)
    ++h[c];
  for (auto &[c, n] : h)
    n *= 2;
  return h;
}

std::unordered_map<int, Vector> groupByRemainder(const Vector &v, int k) {
  std::unordered_map<int, Vector> groups;
  for (int x : v)
    groups[x % k].push_back(x);
  for (auto &[remainder, members] : groups) {
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
  }
  return groups;
}

Vector sample(Vector v, std::size_t n, std::mt19937 &random) {
  Vector out;
  while (out.size() < n && !v.empty()) {
    std::size_t i = random() % v.size();
    out.push_back(v[i]);
    v[i] = v.back();
    v.pop_back();
  }
  return out;
}

Vector longestIncreasing(const Vector &v) {
  Vector tails;
  for (int x : v) {
    auto it = std::lower_bound(tails.begin(), tails.end(), x);
    if (it == tails.end())
      tails.push_back(x);
    else
      *it = x;
  }
  return tails;
}

void rotateLeft(std::deque<int> &d, int n) {
  while (n-- > 0) {
    d.push_back(d.front());
    d.pop_front();
  }
}

Vector addDigits(const Vector &a, const Vector &b) {
  Vector out;
  int carry = 0;
  for (auto i = a.rbegin(), j = b.rbegin(); i != a.rend() || j != b.rend() || carry;) {
    if (i != a.rend())
      carry += *i++;
    if (j != b.rend())
      carry += *j++;
    out.push_back(carry % 10);
    carry /= 10;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

void removeOutliers(std::vector<double> &v, double limit) {
  double mean = std::accumulate(v.begin(), v.end(), 0.0) / double(v.size());
  auto bad = [=](double x) { return std::fabs(x - mean) > limit; };
  v.erase(std::remove_if(v.begin(), v.end(), bad), v.end());
}

void compactZeros(Vector &v) {
  auto end = std::remove(v.begin(), v.end(), 0);
  std::fill(end, v.end(), 0);
}

int maxProfit(const Vector &prices) {
  int best = 0, low = prices.empty() ? 0 : prices.front();
  for (int p : prices) {
    best = std::max(best, p - low);
    low = std::min(low, p);
  }
  return best;
}

std::array<int, 26> letterCounts(const std::vector<char> &letters) {
  std::array<int, 26> counts{};
  for (char c : letters)
    ++counts[c - 'a'];
  return counts;
}
