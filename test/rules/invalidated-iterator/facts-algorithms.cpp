//===- facts-algorithms.cpp - algorithms and handles ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// An algorithm moves values, not elements: handles stay. It uses the iterators that it gets.
#include "../Inputs/Execute.h"
#include <algorithm>
#include <iterator>
#include <numeric>
#include <vector>

using Vector = std::vector<int>;

// std::for_each keeps all handles.
auto forEachKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::for_each(c.begin(), c.end(), [](int) {});
  return *it + r + (end == c.end());
}

// std::for_each uses its first iterator.
void forEachFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::for_each(it, c.end(), [](int) {});
}

// std::for_each uses its last iterator.
void forEachLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::for_each(c.begin(), it, [](int) {});
}

// std::find keeps all handles.
auto findKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::find(c.begin(), c.end(), 2);
  return *it + r + (end == c.end());
}

// std::find uses its first iterator.
void findFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::find(it, c.end(), 2);
}

// std::find uses its last iterator.
void findLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::find(c.begin(), it, 2);
}

// What std::find returns goes with the elements.
auto findResult(Vector &c, Vector &o) {
  auto it = std::find(c.begin(), c.end(), 2);
  c.push_back(7);
  return it == c.end(); // finding: invalidated-iterator certain
}

// What std::find returns need not be the end.
auto findResultNotEnd(Vector &c, Vector &o) {
  auto w = o.begin();
  auto it = std::find(c.begin(), c.end(), 2);
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::find_if keeps all handles.
auto findIfKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::find_if(c.begin(), c.end(), [](int x) { return x == 2; });
  return *it + r + (end == c.end());
}

// std::find_if uses its first iterator.
void findIfFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::find_if(it, c.end(), [](int x) { return x == 2; });
}

// std::find_if uses its last iterator.
void findIfLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::find_if(c.begin(), it, [](int x) { return x == 2; });
}

// What std::find_if returns goes with the elements.
auto findIfResult(Vector &c, Vector &o) {
  auto it = std::find_if(c.begin(), c.end(), [](int x) { return x == 2; });
  c.push_back(7);
  return it == c.end(); // finding: invalidated-iterator certain
}

// What std::find_if returns need not be the end.
auto findIfResultNotEnd(Vector &c, Vector &o) {
  auto w = o.begin();
  auto it = std::find_if(c.begin(), c.end(), [](int x) { return x == 2; });
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::lower_bound keeps all handles.
auto lowerBoundKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::lower_bound(c.begin(), c.end(), 2);
  return *it + r + (end == c.end());
}

// std::lower_bound uses its first iterator.
void lowerBoundFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::lower_bound(it, c.end(), 2);
}

// std::lower_bound uses its last iterator.
void lowerBoundLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::lower_bound(c.begin(), it, 2);
}

// What std::lower_bound returns goes with the elements.
auto lowerBoundResult(Vector &c, Vector &o) {
  auto it = std::lower_bound(c.begin(), c.end(), 2);
  c.push_back(7);
  return it == c.end(); // finding: invalidated-iterator certain
}

// What std::lower_bound returns need not be the end.
auto lowerBoundResultNotEnd(Vector &c, Vector &o) {
  auto w = o.begin();
  auto it = std::lower_bound(c.begin(), c.end(), 2);
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::upper_bound keeps all handles.
auto upperBoundKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::upper_bound(c.begin(), c.end(), 2);
  return *it + r + (end == c.end());
}

// std::upper_bound uses its first iterator.
void upperBoundFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::upper_bound(it, c.end(), 2);
}

// std::upper_bound uses its last iterator.
void upperBoundLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::upper_bound(c.begin(), it, 2);
}

// What std::upper_bound returns goes with the elements.
auto upperBoundResult(Vector &c, Vector &o) {
  auto it = std::upper_bound(c.begin(), c.end(), 2);
  c.push_back(7);
  return it == c.end(); // finding: invalidated-iterator certain
}

// What std::upper_bound returns need not be the end.
auto upperBoundResultNotEnd(Vector &c, Vector &o) {
  auto w = o.begin();
  auto it = std::upper_bound(c.begin(), c.end(), 2);
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::max_element keeps all handles.
auto maxElementKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::max_element(c.begin(), c.end());
  return *it + r + (end == c.end());
}

// std::max_element uses its first iterator.
void maxElementFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::max_element(it, c.end());
}

// std::max_element uses its last iterator.
void maxElementLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::max_element(c.begin(), it);
}

// What std::max_element returns goes with the elements.
auto maxElementResult(Vector &c, Vector &o) {
  auto it = std::max_element(c.begin(), c.end());
  c.push_back(7);
  return it == c.end(); // finding: invalidated-iterator certain
}

// What std::max_element returns need not be the end.
auto maxElementResultNotEnd(Vector &c, Vector &o) {
  auto w = o.begin();
  auto it = std::max_element(c.begin(), c.end());
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::max_element keeps all handles.
auto maxElementByKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::max_element(c.begin(), c.end(), [](int a, int b) { return a < b; });
  return *it + r + (end == c.end());
}

// std::max_element uses its first iterator.
void maxElementByFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::max_element(it, c.end(), [](int a, int b) { return a < b; });
}

// std::max_element uses its last iterator.
void maxElementByLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::max_element(c.begin(), it, [](int a, int b) { return a < b; });
}

// What std::max_element returns goes with the elements.
auto maxElementByResult(Vector &c, Vector &o) {
  auto it = std::max_element(c.begin(), c.end(), [](int a, int b) { return a < b; });
  c.push_back(7);
  return it == c.end(); // finding: invalidated-iterator certain
}

// What std::max_element returns need not be the end.
auto maxElementByResultNotEnd(Vector &c, Vector &o) {
  auto w = o.begin();
  auto it = std::max_element(c.begin(), c.end(), [](int a, int b) { return a < b; });
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::min_element keeps all handles.
auto minElementKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::min_element(c.begin(), c.end());
  return *it + r + (end == c.end());
}

// std::min_element uses its first iterator.
void minElementFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::min_element(it, c.end());
}

// std::min_element uses its last iterator.
void minElementLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::min_element(c.begin(), it);
}

// What std::min_element returns goes with the elements.
auto minElementResult(Vector &c, Vector &o) {
  auto it = std::min_element(c.begin(), c.end());
  c.push_back(7);
  return it == c.end(); // finding: invalidated-iterator certain
}

// What std::min_element returns need not be the end.
auto minElementResultNotEnd(Vector &c, Vector &o) {
  auto w = o.begin();
  auto it = std::min_element(c.begin(), c.end());
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::accumulate keeps all handles.
auto accumulateKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::accumulate(c.begin(), c.end(), 0);
  return *it + r + (end == c.end());
}

// std::accumulate uses its first iterator.
void accumulateFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::accumulate(it, c.end(), 0);
}

// std::accumulate uses its last iterator.
void accumulateLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::accumulate(c.begin(), it, 0);
}

// std::accumulate keeps all handles.
auto accumulateByKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::accumulate(c.begin(), c.end(), 0, [](int a, int b) { return a + b; });
  return *it + r + (end == c.end());
}

// std::accumulate uses its first iterator.
void accumulateByFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::accumulate(it, c.end(), 0, [](int a, int b) { return a + b; });
}

// std::accumulate uses its last iterator.
void accumulateByLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::accumulate(c.begin(), it, 0, [](int a, int b) { return a + b; });
}

// std::count keeps all handles.
auto countKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::count(c.begin(), c.end(), 2);
  return *it + r + (end == c.end());
}

// std::count uses its first iterator.
void countFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::count(it, c.end(), 2);
}

// std::count uses its last iterator.
void countLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::count(c.begin(), it, 2);
}

// std::count_if keeps all handles.
auto countIfKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::count_if(c.begin(), c.end(), [](int x) { return x == 2; });
  return *it + r + (end == c.end());
}

// std::count_if uses its first iterator.
void countIfFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::count_if(it, c.end(), [](int x) { return x == 2; });
}

// std::count_if uses its last iterator.
void countIfLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::count_if(c.begin(), it, [](int x) { return x == 2; });
}

// std::any_of keeps all handles.
auto anyOfKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::any_of(c.begin(), c.end(), [](int x) { return x == 2; });
  return *it + r + (end == c.end());
}

// std::any_of uses its first iterator.
void anyOfFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::any_of(it, c.end(), [](int x) { return x == 2; });
}

// std::any_of uses its last iterator.
void anyOfLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::any_of(c.begin(), it, [](int x) { return x == 2; });
}

// std::all_of keeps all handles.
auto allOfKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::all_of(c.begin(), c.end(), [](int x) { return x == 2; });
  return *it + r + (end == c.end());
}

// std::all_of uses its first iterator.
void allOfFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::all_of(it, c.end(), [](int x) { return x == 2; });
}

// std::all_of uses its last iterator.
void allOfLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::all_of(c.begin(), it, [](int x) { return x == 2; });
}

// std::none_of keeps all handles.
auto noneOfKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::none_of(c.begin(), c.end(), [](int x) { return x == 2; });
  return *it + r + (end == c.end());
}

// std::none_of uses its first iterator.
void noneOfFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::none_of(it, c.end(), [](int x) { return x == 2; });
}

// std::none_of uses its last iterator.
void noneOfLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::none_of(c.begin(), it, [](int x) { return x == 2; });
}

// std::fill keeps all handles.
auto fillKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::fill(c.begin(), c.end(), 7);
  return *it + r + (end == c.end());
}

// std::fill uses its first iterator.
void fillFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::fill(it, c.end(), 7);
}

// std::fill uses its last iterator.
void fillLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::fill(c.begin(), it, 7);
}

// std::iota keeps all handles.
auto iotaKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::iota(c.begin(), c.end(), 7);
  return *it + r + (end == c.end());
}

// std::iota uses its first iterator.
void iotaFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::iota(it, c.end(), 7);
}

// std::iota uses its last iterator.
void iotaLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::iota(c.begin(), it, 7);
}

// std::reverse keeps all handles.
auto reverseKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::reverse(c.begin(), c.end());
  return *it + r + (end == c.end());
}

// std::reverse uses its first iterator.
void reverseFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::reverse(it, c.end());
}

// std::reverse uses its last iterator.
void reverseLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::reverse(c.begin(), it);
}

// std::sort keeps all handles.
auto sortKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::sort(c.begin(), c.end());
  return *it + r + (end == c.end());
}

// std::sort uses its first iterator.
void sortFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::sort(it, c.end());
}

// std::sort uses its last iterator.
void sortLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::sort(c.begin(), it);
}

// std::sort keeps all handles.
auto sortByKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::sort(c.begin(), c.end(), [](int a, int b) { return a > b; });
  return *it + r + (end == c.end());
}

// std::sort uses its first iterator.
void sortByFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::sort(it, c.end(), [](int a, int b) { return a > b; });
}

// std::sort uses its last iterator.
void sortByLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::sort(c.begin(), it, [](int a, int b) { return a > b; });
}

// std::stable_sort keeps all handles.
auto stableSortKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::stable_sort(c.begin(), c.end());
  return *it + r + (end == c.end());
}

// std::stable_sort uses its first iterator.
void stableSortFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::stable_sort(it, c.end());
}

// std::stable_sort uses its last iterator.
void stableSortLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::stable_sort(c.begin(), it);
}

// std::copy keeps all handles.
auto copyKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::copy(c.begin(), c.end(), o.begin());
  return *it + r + (end == c.end());
}

// std::copy uses its first iterator.
void copyFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::copy(it, c.end(), o.begin());
}

// std::copy uses its last iterator.
void copyLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::copy(c.begin(), it, o.begin());
}

// std::transform keeps all handles.
auto transformKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::transform(c.begin(), c.end(), o.begin(), [](int x) { return x; });
  return *it + r + (end == c.end());
}

// std::transform uses its first iterator.
void transformFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::transform(it, c.end(), o.begin(), [](int x) { return x; });
}

// std::transform uses its last iterator.
void transformLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::transform(c.begin(), it, o.begin(), [](int x) { return x; });
}

// std::copy_if keeps all handles.
auto copyIfKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::copy_if(c.begin(), c.end(), o.begin(), [](int x) { return x == 2; });
  return *it + r + (end == c.end());
}

// std::copy_if uses its first iterator.
void copyIfFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::copy_if(it, c.end(), o.begin(), [](int x) { return x == 2; });
}

// std::copy_if uses its last iterator.
void copyIfLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::copy_if(c.begin(), it, o.begin(), [](int x) { return x == 2; });
}

// std::remove keeps all handles.
auto removeKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::remove(c.begin(), c.end(), 2);
  return *it + r + (end == c.end());
}

// std::remove uses its first iterator.
void removeFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::remove(it, c.end(), 2);
}

// std::remove uses its last iterator.
void removeLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::remove(c.begin(), it, 2);
}

// What std::remove returns goes with the elements.
auto removeResult(Vector &c, Vector &o) {
  auto it = std::remove(c.begin(), c.end(), 2);
  c.push_back(7);
  return it == c.end(); // finding: invalidated-iterator certain
}

// What std::remove returns need not be the end.
auto removeResultNotEnd(Vector &c, Vector &o) {
  auto w = o.begin();
  auto it = std::remove(c.begin(), c.end(), 2);
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::remove_if keeps all handles.
auto removeIfKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::remove_if(c.begin(), c.end(), [](int x) { return x == 2; });
  return *it + r + (end == c.end());
}

// std::remove_if uses its first iterator.
void removeIfFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::remove_if(it, c.end(), [](int x) { return x == 2; });
}

// std::remove_if uses its last iterator.
void removeIfLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::remove_if(c.begin(), it, [](int x) { return x == 2; });
}

// What std::remove_if returns goes with the elements.
auto removeIfResult(Vector &c, Vector &o) {
  auto it = std::remove_if(c.begin(), c.end(), [](int x) { return x == 2; });
  c.push_back(7);
  return it == c.end(); // finding: invalidated-iterator certain
}

// What std::remove_if returns need not be the end.
auto removeIfResultNotEnd(Vector &c, Vector &o) {
  auto w = o.begin();
  auto it = std::remove_if(c.begin(), c.end(), [](int x) { return x == 2; });
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::unique keeps all handles.
auto uniqueKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::unique(c.begin(), c.end());
  return *it + r + (end == c.end());
}

// std::unique uses its first iterator.
void uniqueFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::unique(it, c.end());
}

// std::unique uses its last iterator.
void uniqueLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::unique(c.begin(), it);
}

// What std::unique returns goes with the elements.
auto uniqueResult(Vector &c, Vector &o) {
  auto it = std::unique(c.begin(), c.end());
  c.push_back(7);
  return it == c.end(); // finding: invalidated-iterator certain
}

// What std::unique returns need not be the end.
auto uniqueResultNotEnd(Vector &c, Vector &o) {
  auto w = o.begin();
  auto it = std::unique(c.begin(), c.end());
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::unique keeps all handles.
auto uniqueByKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::unique(c.begin(), c.end(), [](int a, int b) { return a == b; });
  return *it + r + (end == c.end());
}

// std::unique uses its first iterator.
void uniqueByFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::unique(it, c.end(), [](int a, int b) { return a == b; });
}

// std::unique uses its last iterator.
void uniqueByLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::unique(c.begin(), it, [](int a, int b) { return a == b; });
}

// What std::unique returns goes with the elements.
auto uniqueByResult(Vector &c, Vector &o) {
  auto it = std::unique(c.begin(), c.end(), [](int a, int b) { return a == b; });
  c.push_back(7);
  return it == c.end(); // finding: invalidated-iterator certain
}

// What std::unique returns need not be the end.
auto uniqueByResultNotEnd(Vector &c, Vector &o) {
  auto w = o.begin();
  auto it = std::unique(c.begin(), c.end(), [](int a, int b) { return a == b; });
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::partition keeps all handles.
auto partitionKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::partition(c.begin(), c.end(), [](int x) { return x == 2; });
  return *it + r + (end == c.end());
}

// std::partition uses its first iterator.
void partitionFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::partition(it, c.end(), [](int x) { return x == 2; });
}

// std::partition uses its last iterator.
void partitionLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::partition(c.begin(), it, [](int x) { return x == 2; });
}

// What std::partition returns goes with the elements.
auto partitionResult(Vector &c, Vector &o) {
  auto it = std::partition(c.begin(), c.end(), [](int x) { return x == 2; });
  c.push_back(7);
  return it == c.end(); // finding: invalidated-iterator certain
}

// What std::partition returns need not be the end.
auto partitionResultNotEnd(Vector &c, Vector &o) {
  auto w = o.begin();
  auto it = std::partition(c.begin(), c.end(), [](int x) { return x == 2; });
  if (it != c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// std::make_heap keeps all handles.
auto makeHeapKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::make_heap(c.begin(), c.end());
  return *it + r + (end == c.end());
}

// std::make_heap uses its first iterator.
void makeHeapFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::make_heap(it, c.end());
}

// std::make_heap uses its last iterator.
void makeHeapLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::make_heap(c.begin(), it);
}

// std::replace keeps all handles.
auto replaceKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::replace(c.begin(), c.end(), 2, 7);
  return *it + r + (end == c.end());
}

// std::replace uses its first iterator.
void replaceFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::replace(it, c.end(), 2, 7);
}

// std::replace uses its last iterator.
void replaceLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::replace(c.begin(), it, 2, 7);
}

// std::minmax_element keeps all handles.
auto minmaxKeeps(Vector &c, Vector &o) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::minmax_element(c.begin(), c.end());
  return *it + r + (end == c.end());
}

// std::minmax_element uses its first iterator.
void minmaxFirst(Vector &c, Vector &o) {
  auto it = c.begin();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::minmax_element(it, c.end());
}

// std::minmax_element uses its last iterator.
void minmaxLast(Vector &c, Vector &o) {
  auto it = c.end();
  c.clear();
  // finding@+1: invalidated-iterator certain
  std::minmax_element(c.begin(), it);
}

// std::rotate keeps all handles.
auto rotateKeeps(Vector &c) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::rotate(c.begin(), c.begin() + 1, c.end());
  return *it + r + (end == c.end());
}

// What std::rotate returns goes with the elements.
auto rotateResult(Vector &c) {
  auto it = std::rotate(c.begin(), c.begin() + 1, c.end());
  c.push_back(7);
  return it == c.end(); // finding: invalidated-iterator certain
}

// std::rotate uses its middle.
void rotateMiddle(Vector &c) {
  auto it = c.begin();
  c.clear();
  std::rotate(c.begin(), it, c.end()); // finding: invalidated-iterator
}

// std::rotate uses its first iterator.
void rotateFirst(Vector &c) {
  auto it = c.begin();
  c.clear();
  std::rotate(it, c.begin(), c.end()); // finding: invalidated-iterator
}

// std::rotate uses its last iterator.
void rotateLast(Vector &c) {
  auto it = c.end();
  c.clear();
  std::rotate(c.begin(), c.begin(), it); // finding: invalidated-iterator
}

// std::iter_swap uses both iterators: the first.
void iterSwapFirst(Vector &c) {
  auto it = c.begin();
  c.push_back(7);
  std::iter_swap(it, c.begin()); // finding: invalidated-iterator
}

// std::iter_swap uses both iterators: the second.
void iterSwapSecond(Vector &c) {
  auto it = c.begin();
  c.push_back(7);
  std::iter_swap(c.begin(), it); // finding: invalidated-iterator
}

// std::iter_swap keeps all handles.
auto iterSwapKeeps(Vector &c) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::iter_swap(c.begin(), c.begin() + 1);
  return *it + r + (end == c.end());
}

// std::copy writes through its output iterator.
void copyOut(Vector &c, Vector &o) {
  auto it = o.begin();
  o.push_back(7);
  std::copy(c.begin(), c.end(), it); // finding: invalidated-iterator
}

// std::transform writes through its output iterator.
void transformOut(Vector &c, Vector &o) {
  auto it = o.begin();
  o.push_back(7);
  // finding@+1: invalidated-iterator
  std::transform(c.begin(), c.end(), it, [](int x) { return x; });
}

// std::copy_if writes through its output iterator.
void copyIfOut(Vector &c, Vector &o) {
  auto it = o.begin();
  o.push_back(7);
  // finding@+1: invalidated-iterator
  std::copy_if(c.begin(), c.end(), it, [](int x) { return x == 2; });
}
EXECUTE(GOOD(forEachKeeps) BAD(forEachFirst) BAD(forEachLast) GOOD(findKeeps) BAD(findFirst)
        BAD(findLast) BAD(findResult) GOOD(findIfKeeps) BAD(findIfFirst) BAD(findIfLast)
        BAD(findIfResult) GOOD(lowerBoundKeeps) BAD(lowerBoundFirst) BAD(lowerBoundLast)
        BAD(lowerBoundResult) GOOD(upperBoundKeeps) BAD(upperBoundFirst) BAD(upperBoundLast)
        BAD(upperBoundResult) GOOD(maxElementKeeps) BAD(maxElementFirst) BAD(maxElementLast)
        BAD(maxElementResult) GOOD(maxElementByKeeps) BAD(maxElementByFirst) BAD(maxElementByLast)
        BAD(maxElementByResult) GOOD(minElementKeeps) BAD(minElementFirst) BAD(minElementLast)
        BAD(minElementResult) GOOD(accumulateKeeps) BAD(accumulateFirst) BAD(accumulateLast)
        GOOD(accumulateByKeeps) BAD(accumulateByFirst) BAD(accumulateByLast) GOOD(countKeeps)
        BAD(countFirst) BAD(countLast) GOOD(countIfKeeps) BAD(countIfFirst) BAD(countIfLast)
        GOOD(anyOfKeeps) BAD(anyOfFirst) BAD(anyOfLast) GOOD(allOfKeeps) BAD(allOfFirst)
        BAD(allOfLast) GOOD(noneOfKeeps) BAD(noneOfFirst) BAD(noneOfLast) GOOD(fillKeeps)
        BAD(fillFirst) BAD(fillLast) GOOD(iotaKeeps) BAD(iotaFirst) BAD(iotaLast)
        GOOD(reverseKeeps) BAD(reverseFirst) BAD(reverseLast) GOOD(sortKeeps) BAD(sortFirst)
        BAD(sortLast) GOOD(sortByKeeps) BAD(sortByFirst) BAD(sortByLast) GOOD(stableSortKeeps)
        BAD(stableSortFirst) BAD(stableSortLast) GOOD(copyKeeps) BAD(copyFirst) BAD(copyLast)
        GOOD(transformKeeps) BAD(transformFirst) BAD(transformLast) GOOD(copyIfKeeps)
        BAD(copyIfFirst) BAD(copyIfLast) GOOD(removeKeeps) BAD(removeFirst) BAD(removeLast)
        BAD(removeResult) GOOD(removeIfKeeps) BAD(removeIfFirst) BAD(removeIfLast)
        BAD(removeIfResult) GOOD(uniqueKeeps) BAD(uniqueFirst) BAD(uniqueLast) BAD(uniqueResult)
        GOOD(uniqueByKeeps) BAD(uniqueByFirst) BAD(uniqueByLast) BAD(uniqueByResult)
        GOOD(partitionKeeps) BAD(partitionFirst) BAD(partitionLast) BAD(partitionResult)
        GOOD(makeHeapKeeps) BAD(makeHeapFirst) BAD(makeHeapLast) GOOD(replaceKeeps)
        BAD(replaceFirst) BAD(replaceLast) GOOD(minmaxKeeps) BAD(minmaxFirst) BAD(minmaxLast)
        GOOD(rotateKeeps) BAD(rotateResult) BAD(rotateMiddle) BAD(rotateFirst) BAD(rotateLast)
        BAD(iterSwapFirst) BAD(iterSwapSecond) GOOD(iterSwapKeeps) BAD(copyOut) BAD(transformOut)
        BAD(copyIfOut))
