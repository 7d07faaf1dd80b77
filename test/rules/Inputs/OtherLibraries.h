//===- OtherLibraries.h - names and shapes of other libraries ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Only what the tests call, declared under the libraries' own class names.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_OTHER_LIBRARIES_H
#define HOLDFAST_TEST_OTHER_LIBRARIES_H

#include <cstddef>
#include <functional>
#include <utility>

namespace mock {
template <class T> struct Walker {
  T &operator*() const;
  T *operator->() const;
  Walker &operator++();
  Walker operator++(int);
  Walker operator+(std::ptrdiff_t) const;
  bool operator==(const Walker &) const;
  bool operator!=(const Walker &) const;
};
} // namespace mock

namespace llvm {
template <class T> class SmallVectorImpl {
public:
  using value_type = T;
  using iterator = T *;
  iterator begin();
  iterator end();
  void push_back(const T &);
  iterator erase(iterator);
  T &operator[](std::size_t);
  T &front();
  void clear();
  void reserve(std::size_t);
  std::size_t size() const;
};
template <class T, unsigned N> class SmallVector : public SmallVectorImpl<T> {};
template <class It> class iterator_range {
public:
  It begin() const;
  It end() const;
};
template <class It> struct filter_iterator : mock::Walker<int> {
  std::function<bool(int)> keep;
};
template <class C> iterator_range<mock::Walker<int>> reverse(C &&);
template <class T> class iplist {
public:
  using iterator = mock::Walker<T>;
  iterator begin();
  iterator end();
  T *remove(T *);
  iterator erase(iterator);
};
template <class K, class V> struct DenseMapPair : std::pair<K, V> {};
template <class K, class V> class DenseMapIterator {
public:
  DenseMapPair<K, V> &operator*() const { return isReversed() ? bucket[-1] : *bucket; }
  DenseMapPair<K, V> *operator->() const { return &operator*(); }
  DenseMapIterator &operator++() {
    ++bucket;
    return *this;
  }
  DenseMapIterator operator++(int);
  bool operator==(const DenseMapIterator &) const;
  bool operator!=(const DenseMapIterator &) const;

private:
  static bool isReversed();
  DenseMapPair<K, V> *bucket;
};
template <class K, class V> class DenseMap {
public:
  using iterator = DenseMapIterator<K, V>;
  iterator begin();
  iterator end();
  iterator find(const K &);
  V &operator[](const K &);
  std::pair<iterator, bool> insert(const std::pair<K, V> &);
  bool erase(const K &);
  void erase(iterator);
  void clear();
};
} // namespace llvm

namespace absl {
template <class K, class V> class flat_hash_map {
public:
  using value_type = std::pair<const K, V>;
  using iterator = mock::Walker<value_type>;
  iterator begin();
  iterator end();
  iterator find(const K &);
  V &operator[](const K &);
  std::size_t erase(const K &);
  void erase(iterator);
  void clear();
};
template <class K, class V> class node_hash_map {
public:
  using value_type = std::pair<const K, V>;
  using iterator = mock::Walker<value_type>;
  iterator begin();
  iterator end();
  V &operator[](const K &);
  std::size_t erase(const K &);
};
} // namespace absl

namespace boost {
namespace container {
template <class K, class V> class flat_map {
public:
  using value_type = std::pair<K, V>;
  using iterator = mock::Walker<value_type>;
  iterator begin();
  iterator end();
  V &operator[](const K &);
  std::size_t erase(const K &);
  iterator erase(iterator);
};
} // namespace container
} // namespace boost

#endif // HOLDFAST_TEST_OTHER_LIBRARIES_H
