//===- real-implicit-sharing.cpp - Qt 5 containers walked and sorted -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// begin() has detached the container: end() finds it unshared and leaves the iterators
// alone. Every range-for over a non-const Qt container does this. Found in KeePassXC.
// RUN: %check %s --std=c++17
#include <algorithm>
#include <cstddef>
#include <iterator>

// As much of Qt 5 as is needed.
template <class T> class QList {
public:
  class iterator {
  public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = T *;
    using reference = T &;
    T &operator*() const;
    iterator &operator++();
    iterator operator++(int);
    iterator &operator--();
    iterator operator--(int);
    iterator &operator+=(std::ptrdiff_t);
    iterator &operator-=(std::ptrdiff_t);
    iterator operator+(std::ptrdiff_t) const;
    iterator operator-(std::ptrdiff_t) const;
    std::ptrdiff_t operator-(iterator) const;
    T &operator[](std::ptrdiff_t) const;
    bool operator==(iterator) const;
    bool operator!=(iterator) const;
    bool operator<(iterator) const;
  };
  using const_iterator = iterator;
  QList();
  QList(const QList &);
  ~QList();
  QList &operator=(const QList &);
  iterator begin();
  const_iterator begin() const;
  iterator end();
  const_iterator end() const;
  void append(const T &);
  int indexOf(const T &) const;
};

// A copy is walked: begin() detaches, end() has nothing left to detach.
int sumOfCopy(const QList<int> &values, const QList<int> &all, bool recursive) {
  auto copy = values;
  if (recursive)
    copy = all;
  int sum = 0;
  for (auto value : copy)
    sum += value;
  return sum;
}

// A copy is sorted.
int rowOf(const QList<int> &values, int value) {
  QList<int> rows = values;
  rows.append(value);
  std::sort(rows.begin(), rows.end());
  return rows.indexOf(value);
}

// With a predicate.
void sortDown(QList<int> &target, const QList<int> &values) {
  target = values;
  std::sort(target.begin(), target.end(), [](int l, int r) { return l > r; });
}
