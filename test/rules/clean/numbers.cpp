//===- numbers.cpp - matrices, sequences and searches -----------*- C++ -*-===//
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

Matrix multiply(const Matrix &a, const Matrix &b) {
  Matrix c(a.size(), std::vector<double>(b[0].size()));
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < b[0].size(); ++j)
      for (std::size_t k = 0; k < b.size(); ++k)
        c[i][j] += a[i][k] * b[k][j];
  return c;
}

Matrix transpose(const Matrix &m) {
  Matrix t;
  for (std::size_t j = 0; !m.empty() && j < m[0].size(); ++j) {
    auto &row = t.emplace_back();
    row.reserve(m.size());
    for (const auto &source : m)
      row.push_back(source[j]);
  }
  return t;
}

void appendColumn(Matrix &m, const std::vector<double> &column) {
  auto value = column.begin();
  for (auto &row : m)
    row.push_back(*value++);
}

void removeColumn(Matrix &m, std::size_t j) {
  for (auto &row : m)
    row.erase(row.begin() + j);
}

void removeRow(Matrix &m, std::size_t i) { m.erase(m.begin() + i); }

void swapRows(Matrix &m, std::size_t i, std::size_t j) { std::swap(m[i], m[j]); }

double determinant(Matrix m) {
  double det = 1;
  for (std::size_t i = 0; i < m.size(); ++i) {
    auto pivot = std::max_element(m.begin() + i, m.end(), [i](const auto &a, const auto &b) {
      return std::fabs(a[i]) < std::fabs(b[i]);
    });
    if ((*pivot)[i] == 0)
      return 0;
    if (pivot != m.begin() + i) {
      std::iter_swap(pivot, m.begin() + i);
      det = -det;
    }
    det *= m[i][i];
    for (std::size_t r = i + 1; r < m.size(); ++r)
      for (std::size_t c = m.size(); c-- > i;)
        m[r][c] -= m[i][c] * m[r][i] / m[i][i];
  }
  return det;
}

std::vector<std::vector<int>> pascal(int n) {
  std::vector<std::vector<int>> rows{{1}};
  for (int i = 1; i < n; ++i) {
    const auto &last = rows.back();
    std::vector<int> row{1};
    for (std::size_t j = 1; j < last.size(); ++j)
      row.push_back(last[j - 1] + last[j]);
    row.push_back(1);
    rows.push_back(std::move(row));
  }
  return rows;
}

Vector sieve(int n) {
  std::vector<bool> composite(n + 1);
  Vector primes;
  for (int i = 2; i <= n; ++i) {
    if (composite[i])
      continue;
    primes.push_back(i);
    for (long j = long(i) * i; j <= n; j += i)
      composite[j] = true;
  }
  return primes;
}

Vector primesByTrial(int n) {
  Vector primes;
  for (int candidate = 2; int(primes.size()) < n; ++candidate) {
    bool prime = true;
    for (int p : primes)
      if (candidate % p == 0) {
        prime = false;
        break;
      }
    if (prime)
      primes.push_back(candidate);
  }
  return primes;
}

std::map<int, int> factorize(int n) {
  std::map<int, int> factors;
  for (int p = 2; p * p <= n; ++p)
    while (n % p == 0) {
      ++factors[p];
      n /= p;
    }
  if (n > 1)
    ++factors[n];
  return factors;
}

std::vector<Vector> subsets(const Vector &v) {
  std::vector<Vector> result{{}};
  for (int x : v) {
    std::size_t n = result.size();
    for (std::size_t i = 0; i < n; ++i) {
      auto copy = result[i];
      copy.push_back(x);
      result.push_back(std::move(copy));
    }
  }
  return result;
}

void permute(Vector &current, std::set<int> &left, std::vector<Vector> &out) {
  if (left.empty()) {
    out.push_back(current);
    return;
  }
  for (int x : std::set<int>(left)) {
    left.erase(x);
    current.push_back(x);
    permute(current, left, out);
    current.pop_back();
    left.insert(x);
  }
}

Vector mergeSort(Vector v) {
  if (v.size() < 2)
    return v;
  auto middle = v.begin() + v.size() / 2;
  Vector left = mergeSort(Vector(v.begin(), middle));
  Vector right = mergeSort(Vector(middle, v.end()));
  Vector out;
  out.reserve(v.size());
  std::merge(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(out));
  return out;
}

void insertionSort(Vector &v) {
  for (auto it = v.begin(); it != v.end(); ++it)
    std::rotate(std::upper_bound(v.begin(), it, *it), it, it + 1);
}

void insertionSortByErase(Vector &v) {
  for (std::size_t i = 1; i < v.size(); ++i) {
    int x = v[i];
    v.erase(v.begin() + i);
    v.insert(std::upper_bound(v.begin(), v.begin() + i, x), x);
  }
}

void quickSort(Vector::iterator first, Vector::iterator last) {
  if (last - first < 2)
    return;
  auto pivot = *(first + (last - first) / 2);
  auto middle = std::partition(first, last, [pivot](int x) { return x < pivot; });
  auto upper = std::partition(middle, last, [pivot](int x) { return x == pivot; });
  quickSort(first, middle);
  quickSort(upper, last);
}

void heapSort(Vector &v) {
  std::make_heap(v.begin(), v.end());
  for (auto end = v.end(); end != v.begin(); --end)
    std::pop_heap(v.begin(), end);
}
