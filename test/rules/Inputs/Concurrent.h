//===- Concurrent.h - names and shapes of concurrent containers -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Only what the tests call, declared under the libraries' own class names.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_CONCURRENT_H
#define HOLDFAST_TEST_CONCURRENT_H

#include <cstddef>
#include <utility>

namespace mock {
template <class T> struct Iterator {
  T &operator*() const;
  T *operator->() const;
  Iterator &operator++();
  bool operator==(const Iterator &) const;
  bool operator!=(const Iterator &) const;
};
} // namespace mock

namespace tbb {
namespace detail {
namespace d2 {
template <class K, class V> class concurrent_hash_map {
public:
  using value_type = std::pair<const K, V>;
  using iterator = mock::Iterator<value_type>;
  iterator begin();
  iterator end();
  bool erase(const K &);
  bool insert(const value_type &);
};
template <class T> class concurrent_queue {
public:
  void push(const T &);
  bool try_pop(T &);
  bool empty() const;
  std::size_t unsafe_size() const;
  void clear();
};
} // namespace d2
namespace d1 {
template <class K, class V> class concurrent_unordered_map {
public:
  using value_type = std::pair<const K, V>;
  using iterator = mock::Iterator<value_type>;
  iterator begin();
  iterator end();
  iterator find(const K &);
  V &operator[](const K &);
  std::pair<iterator, bool> insert(const value_type &);
  iterator unsafe_erase(iterator);
  void clear();
};
template <class T> class concurrent_vector {
public:
  using value_type = T;
  using iterator = mock::Iterator<T>;
  iterator begin();
  iterator end();
  iterator push_back(const T &);
  T &operator[](std::size_t);
  void clear();
};
template <class T> class concurrent_priority_queue {
public:
  void push(const T &);
  bool try_pop(T &);
  void clear();
};
} // namespace d1
} // namespace detail
inline namespace v1 {
using detail::d1::concurrent_priority_queue;
using detail::d1::concurrent_unordered_map;
using detail::d1::concurrent_vector;
using detail::d2::concurrent_hash_map;
using detail::d2::concurrent_queue;
} // namespace v1
} // namespace tbb

namespace folly {
template <class K, class V> class ConcurrentHashMap {
public:
  using value_type = std::pair<const K, V>;
  using ConstIterator = mock::Iterator<const value_type>;
  ConstIterator begin() const;
  ConstIterator end() const;
  std::size_t erase(const K &);
  ConstIterator erase(ConstIterator);
  std::pair<ConstIterator, bool> insert(const K &, const V &);
};
} // namespace folly

namespace folly {
template <class T> class ProducerConsumerQueue {
public:
  bool write(const T &);
  bool read(T &);
};
} // namespace folly

namespace phmap {
struct NullMutex {};
template <class K, class V, class Mutex = NullMutex> class parallel_flat_hash_map {
public:
  using value_type = std::pair<const K, V>;
  using iterator = mock::Iterator<value_type>;
  iterator begin();
  iterator end();
  iterator find(const K &);
  std::pair<iterator, bool> insert(const value_type &);
  std::size_t erase(const K &);
  std::size_t count(const K &) const;
};
} // namespace phmap

namespace boost {
namespace unordered {
template <class K, class V> class concurrent_flat_map {
public:
  bool insert(const std::pair<const K, V> &);
  std::size_t erase(const K &);
  template <class F> std::size_t visit(const K &, F) { return 0; }
  template <class F> std::size_t visit_all(F) { return 0; }
  void clear();
};
} // namespace unordered
using unordered::concurrent_flat_map;
} // namespace boost

namespace libcuckoo {
template <class K, class V> class cuckoohash_map {
public:
  bool insert(const K &, const V &);
  bool find(const K &, V &) const;
  bool erase(const K &);
  void clear();
  void swap(cuckoohash_map &);
};
} // namespace libcuckoo

namespace moodycamel {
template <class T> class ConcurrentQueue {
public:
  bool enqueue(const T &);
  bool try_dequeue(T &);
};
} // namespace moodycamel

#endif // HOLDFAST_TEST_CONCURRENT_H
