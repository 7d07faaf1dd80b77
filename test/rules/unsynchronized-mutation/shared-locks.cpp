//===- shared-locks.cpp - readers that change something ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// No thread is seen here: that a lock is shared is evidence enough.
// RUN: %check %s --std=c++17
#include <map>
#include <memory>
#include <mutex>
#include <pthread.h>
#include <shared_mutex>
#include <string>
#include <vector>

void use(int);

struct Table {
  mutable std::shared_mutex mutex;
  std::mutex statistics;
  std::map<int, int> entries;
  std::vector<int> counts;

  explicit Table(int n) {
    std::shared_lock<std::shared_mutex> lock(mutex);
    entries[n] = 1;
  }
  size_t size() const {
    std::shared_lock<std::shared_mutex> lock(mutex);
    return entries.size(); // note: "the other access"
  }
  void put(int key) {
    std::unique_lock<std::shared_mutex> lock(mutex);
    entries[key] = 1;
  }
  int get(int key) {
    std::shared_lock<std::shared_mutex> lock(mutex);
    return entries[key]; // finding: unsynchronized-mutation likely "inserting into 'entries' while only a shared lock of 'mutex' is held; another thread may be using 'entries' at the same time"
  }
  int at(int key) const {
    std::shared_lock<std::shared_mutex> lock(mutex);
    return entries.at(key);
  }
  void clear() {
    std::shared_lock<std::shared_mutex> lock(mutex);
    removeAll();
  }
  void clearAlone() {
    std::lock_guard<std::shared_mutex> lock(mutex);
    entries.clear();
  }
  // The result is nobody else's.
  std::vector<int> keys() const {
    std::shared_lock<std::shared_mutex> lock(mutex);
    std::vector<int> result;
    for (const auto &entry : entries)
      result.push_back(entry.first);
    return result;
  }
  void collect(std::vector<int> &into) const {
    std::shared_lock<std::shared_mutex> lock(mutex);
    for (const auto &entry : entries)
      into.push_back(entry.first);
  }
  // Another lock makes readers wait for each other.
  void count(int key) {
    std::shared_lock<std::shared_mutex> lock(mutex);
    std::lock_guard<std::mutex> guard(statistics);
    counts.push_back(key);
  }
  size_t counted() {
    std::shared_lock<std::shared_mutex> lock(mutex);
    std::lock_guard<std::mutex> guard(statistics);
    return counts.size();
  }

private:
  void removeAll() { entries.clear(); } // finding: unsynchronized-mutation "clearing 'entries' while only a shared lock of 'mutex' is held"
};

// The lock of another object says nothing of this one.
struct Report {
  std::vector<int> lines;
  void add(const Table &table) {
    std::shared_lock<std::shared_mutex> lock(table.mutex);
    for (const auto &entry : table.entries)
      lines.push_back(entry.first);
    lines.shrink_to_fit();
  }
};

// By name, through another object.
struct Server {
  std::shared_ptr<Table> table;
  void drop(int key) {
    std::shared_lock<std::shared_mutex> lock(table->mutex);
    table->entries.erase(key); // finding: unsynchronized-mutation
  }
};

struct Posix {
  pthread_rwlock_t lock;
  std::vector<int> items;
  void add(int item) {
    pthread_rwlock_rdlock(&lock);
    items.push_back(item); // finding: unsynchronized-mutation "only a shared lock of 'lock'"
    pthread_rwlock_unlock(&lock);
  }
  void addAlone(int item) {
    pthread_rwlock_wrlock(&lock);
    items.push_back(item);
    pthread_rwlock_unlock(&lock);
  }
};
