//===- parallel-algorithms.cpp - algorithms with an execution policy *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
#include <algorithm>
#include <execution>
#include <map>
#include <mutex>
#include <set>
#include <vector>

void each(std::vector<int> &in) {
  std::vector<int> out;
  std::mutex mutex;
  std::for_each(std::execution::par, in.begin(), in.end(), [&](int x) { out.push_back(x); }); // finding: unsynchronized-mutation "in several threads at once"
  std::for_each(std::execution::par_unseq, in.begin(), in.end(), [&](int x) { out.push_back(x); }); // finding: unsynchronized-mutation
  std::for_each(std::execution::seq, in.begin(), in.end(), [&](int x) { out.push_back(x); });
  std::for_each(in.begin(), in.end(), [&](int x) { out.push_back(x); });
  std::for_each(std::execution::par, in.begin(), in.end(), [&](int x) {
    std::lock_guard<std::mutex> guard(mutex);
    out.push_back(x);
  });
  std::for_each(std::execution::par, in.begin(), in.end(), [&](int &x) { x = out[x]; });
  out.clear();
}

void others(std::vector<int> &in, std::map<int, int> &counts) {
  std::set<int> seen;
  std::vector<int> out(in.size());
  std::transform(std::execution::par, in.begin(), in.end(), out.begin(), [&](int x) {
    counts[x]++; // finding: unsynchronized-mutation
    return x;
  });
  std::any_of(std::execution::par, in.begin(), in.end(), [&](int x) { return seen.count(x) != 0; });
  std::find_if(std::execution::par, in.begin(), in.end(), [&](int x) {
    return seen.insert(x).second; // finding: unsynchronized-mutation
  });
}
