//===- concurrent-containers.cpp - what their contracts allow ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include "../Inputs/Concurrent.h"
#include <mutex>
#include <thread>

// Growth, lookup and walks are safe beside growth.
int unordered() {
  tbb::concurrent_unordered_map<int, int> m;
  std::thread t([&] { m.insert({1, 1}); });
  m.insert({2, 2});
  m[3] = 3;
  int sum = 0;
  for (auto &kv : m)
    sum += kv.second;
  m.unsafe_erase(m.begin()); // finding: unsynchronized-mutation "erasing from 'm'"
  t.join();
  m.clear();
  return sum;
}
void cleared() {
  tbb::concurrent_unordered_map<int, int> m;
  std::thread t([&] { m.find(1); });
  m.clear(); // finding: unsynchronized-mutation "clearing 'm' while another thread is using elements of 'm'"
  t.join();
}

void vector() {
  tbb::concurrent_vector<int> v;
  std::thread t([&] { v.push_back(1); });
  v.push_back(2);
  v[0] = 3;
  for (int &x : v)
    x = 4;
  v.clear(); // finding: unsynchronized-mutation
  t.join();
}

// A walk of a concurrent_hash_map is not safe beside insertions, as lookups are.
void walked() {
  tbb::concurrent_hash_map<int, int> m;
  std::thread t([&] { m.insert({1, 1}); }); // finding: unsynchronized-mutation "inserting into 'm' in a thread while this one is reading 'm'"
  m.insert({2, 2});
  m.erase(2);
  for (auto &kv : m)
    (void)kv;
  t.join();
}
void walkedTwice() {
  tbb::concurrent_hash_map<int, int> m;
  std::thread t([&] {
    for (auto &kv : m)
      (void)kv;
  });
  for (auto &kv : m)
    (void)kv;
  t.join();
}

// Everything is safe.
void safe() {
  folly::ConcurrentHashMap<int, int> m;
  std::thread t([&] { m.insert(1, 1); });
  m.erase(1);
  for (const auto &kv : m)
    (void)kv;
  t.join();
}

// One thread writes, one reads.
void twoThreads() {
  folly::ProducerConsumerQueue<int> q;
  std::thread t([&] { q.write(1); });
  int x;
  q.read(x);
  t.join();
}
void twoProducers() {
  folly::ProducerConsumerQueue<int> q;
  std::thread t([&] { q.write(1); });
  q.write(2); // finding: unsynchronized-mutation "inserting into 'q'"
  t.join();
}
void manyProducers() {
  moodycamel::ConcurrentQueue<int> q;
  std::thread t([&] { q.enqueue(1); });
  q.enqueue(2);
  t.join();
}

// It locks only if it is told how.
void queue() {
  tbb::concurrent_queue<int> q;
  std::thread t([&] { q.push(1); });
  int x;
  q.push(2);
  q.try_pop(x);
  q.empty();
  t.join();
}
void queueCleared() {
  tbb::concurrent_queue<int> q;
  std::thread t([&] { q.push(1); });
  q.clear(); // finding: unsynchronized-mutation "clearing 'q' while another thread is inserting
             // into 'q'"
  t.join();
  q.clear();
}
void queueMeasured() {
  tbb::concurrent_queue<int> q;
  std::thread t([&] { q.push(1); }); // finding: unsynchronized-mutation "inserting into 'q' in a
                                     // thread while this one is reading 'q'"
  q.unsafe_size();
  t.join();
  q.unsafe_size();
}
void priorities() {
  tbb::concurrent_priority_queue<int> q;
  std::thread t([&] { q.push(1); });
  int x;
  q.push(2);
  q.try_pop(x);
  t.join();
}
void prioritiesCleared() {
  tbb::concurrent_priority_queue<int> q;
  std::thread t([&] { q.push(1); });
  q.clear(); // finding: unsynchronized-mutation
  t.join();
}

void visited() {
  boost::concurrent_flat_map<int, int> m;
  std::thread t([&] { m.insert({1, 1}); });
  m.visit(1, [](auto &kv) { kv.second = 2; });
  m.visit_all([](auto &kv) { kv.second = 2; });
  m.erase(1);
  m.clear();
  t.join();
}

void cuckoo() {
  libcuckoo::cuckoohash_map<int, int> m;
  std::thread t([&] { m.insert(1, 1); });
  int x;
  m.find(1, x);
  m.erase(1);
  m.clear();
  t.join();
}
void cuckooSwapped() {
  libcuckoo::cuckoohash_map<int, int> m, other;
  std::thread t([&] { m.insert(1, 1); });
  m.swap(other); // finding: unsynchronized-mutation
  t.join();
}

void withoutMutex() {
  phmap::parallel_flat_hash_map<int, int> m;
  std::thread t([&] { m.insert({1, 1}); });
  m.insert({2, 2}); // finding: unsynchronized-mutation
  t.join();
}
void withMutex() {
  phmap::parallel_flat_hash_map<int, int, std::mutex> m;
  std::thread t([&] { m.insert({1, 1}); });
  m.insert({2, 2});
  m.erase(1);
  m.count(1);
  t.join();
}
void iteratorsOfOneWithMutex() {
  phmap::parallel_flat_hash_map<int, int, std::mutex> m;
  std::thread t([&] { m.insert({1, 1}); }); // finding: unsynchronized-mutation
  m.find(1);
  t.join();
}
