//===- classes.cpp - the mutex of a class --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

// No thread is in sight, but the class locks.
class Registry {
public:
  Registry() { names.push_back("root"); } // Nobody else has it yet.
  ~Registry() { names.clear(); }
  void add(const std::string &name) {
    std::lock_guard<std::mutex> guard(mutex);
    names.push_back(name); // note: "another thread may be inserting into 'names', with the lock"
  }
  void drop() {
    std::lock_guard<std::mutex> guard(mutex);
    names.clear();
  }
  bool has(const std::string &name) const {
    return std::find(names.begin(), names.end(), name) != // finding: inconsistent-lock likely "reading 'names' without 'mutex', which 2 of the 3 functions that use it hold"
           names.end();
  }

private:
  mutable std::mutex mutex;
  std::vector<std::string> names;
};

// Who calls the private one, holds the lock.
class Cache {
public:
  void put(int key, int value) {
    std::lock_guard<std::mutex> guard(mutex);
    shrink();
    entries[key] = value;
  }
  void trim() {
    std::lock_guard<std::mutex> guard(mutex);
    shrink();
  }
  void clear() {
    std::lock_guard<std::mutex> guard(mutex);
    entries.clear();
  }

private:
  void shrink() {
    while (entries.size() > 10)
      entries.erase(entries.begin());
  }
  std::mutex mutex;
  std::map<int, int> entries;
};

// But not everybody does.
class Forgetful {
public:
  void put(int key, int value) {
    std::lock_guard<std::mutex> guard(mutex);
    shrink();
    entries[key] = value;
  }
  void clear() {
    std::lock_guard<std::mutex> guard(mutex);
    entries.clear();
  }
  int count() {
    std::lock_guard<std::mutex> guard(mutex);
    return static_cast<int>(entries.size());
  }
  void trim() {
    shrink(); // note: "by the call of 'Forgetful::shrink' here"
  }

private:
  void shrink() {
    while (entries.size() > 10)
      entries.erase(entries.begin()); // finding: inconsistent-lock "erasing from 'entries' without 'mutex'"
  }
  std::mutex mutex;
  std::map<int, int> entries;
};

// Who uses the object locks its mutex.
struct Table {
  std::mutex mutex;
  std::map<int, int> rows;
  void set(int id) { rows[id] = 1; }
  void unset(int id) { rows.erase(id); }
  int count() { return static_cast<int>(rows.size()); }
};
void enter(Table &table) {
  std::lock_guard<std::mutex> guard(table.mutex);
  table.set(1);
}
void leave(Table &table) {
  std::lock_guard<std::mutex> guard(table.mutex);
  table.unset(1);
}
int count(Table &table) {
  std::lock_guard<std::mutex> guard(table.mutex);
  return table.count();
}

// One of them does not.
struct Sheet {
  std::mutex mutex;
  std::map<int, int> rows;
  void set(int id) { rows[id] = 1; }
  void unset(int id) { rows.erase(id); }
  void wipe() { rows.clear(); } // finding: inconsistent-lock "clearing 'rows' without 'mutex'"
};
void enter(Sheet &sheet) {
  std::lock_guard<std::mutex> guard(sheet.mutex);
  sheet.set(1);
}
void leave(Sheet &sheet) {
  std::lock_guard<std::mutex> guard(sheet.mutex);
  sheet.unset(1);
}
void wipe(Sheet &sheet) { sheet.wipe(); }

// What is filled before threads start, and read when they have ended.
class Pool {
public:
  void run() {
    prepare();
    std::thread worker([this] { take(); });
    put(1);
    worker.join();
    report();
  }

private:
  void prepare() { jobs.push_back(0); }
  void report() { jobs.size(); }
  void put(int job) {
    std::lock_guard<std::mutex> guard(mutex);
    jobs.push_back(job);
  }
  void take() {
    std::lock_guard<std::mutex> guard(mutex);
    jobs.pop_back();
  }
  std::mutex mutex;
  std::vector<int> jobs;
};

// The mutex is for something else: it is held at one place only.
class Unrelated {
public:
  void log(int line) {
    std::lock_guard<std::mutex> guard(output);
    lines.push_back(line);
    names.push_back(line);
  }
  void flush() {
    std::lock_guard<std::mutex> guard(output);
    lines.clear();
  }
  void add(int name) { names.push_back(name); }
  void drop() { names.clear(); }

private:
  std::mutex output;
  std::vector<int> lines, names;
};

// A lambda that is called at once runs with the lock that is held; one that is kept does not.
class Visitors {
public:
  void add(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    std::for_each(ids.begin(), ids.end(), [&](int) { seen.push_back(id); });
    ids.push_back(id);
  }
  void drop(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    ids.clear();
    seen.clear();
  }
  void forget() {
    std::lock_guard<std::mutex> guard(mutex);
    ids.clear();
    seen.clear();
  }
  std::function<void()> later() {
    return [this] { ids.clear(); }; // finding: inconsistent-lock "clearing 'ids' without 'mutex'"
  }

private:
  std::mutex mutex;
  std::vector<int> ids, seen;
};

// Parts of elements, each with a lock of its own.
struct Shard {
  std::mutex mutex;
  std::map<int, int> rows;
};
class Shards {
public:
  void put(int key) {
    Shard &shard = all[key % 4];
    std::lock_guard<std::mutex> guard(shard.mutex);
    shard.rows[key] = 1;
  }
  void drop(int key) {
    Shard &shard = all[key % 4];
    std::lock_guard<std::mutex> guard(shard.mutex);
    shard.rows.erase(key);
  }
  int sum() {
    int sum = 0;
    for (Shard &shard : all)
      for (auto &row : shard.rows) // finding: inconsistent-lock "reading 'rows' without 'mutex'"
        sum += row.second;
    return sum;
  }
  // A hint: a race by the letter, most often one on purpose (possible).
  size_t size() {
    size_t sum = 0;
    for (Shard &shard : all)
      sum += shard.rows.size();
    return sum;
  }

private:
  std::vector<Shard> all{4};
};

// A guard of its own: a member holds the lock, and gives it back when the guard ends.
class Board {
  struct Guard {
    explicit Guard(std::mutex &m) : held(m) {}
    std::lock_guard<std::mutex> held;
  };

public:
  void add(int id) {
    Guard guard(mutex);
    ids.push_back(id);
  }
  void drop() {
    Guard guard(mutex);
    ids.clear();
  }
  void late(int id) {
    { Guard guard(mutex); }
    ids.push_back(id); // finding: inconsistent-lock "inserting into 'ids' without 'mutex'"
  }

private:
  std::mutex mutex;
  std::vector<int> ids;
};

// The lock is that of another object: it says nothing of this container.
static std::mutex everywhere;
class Member {
public:
  void add(int id) {
    std::lock_guard<std::mutex> guard(everywhere);
    ids.push_back(id);
  }
  void drop() {
    std::lock_guard<std::mutex> guard(everywhere);
    ids.clear();
  }
  bool any() { return ids.begin() != ids.end(); }

private:
  std::vector<int> ids;
};

// Deleted by whoever has the last one.
class Node {
public:
  ~Node() { parts.clear(); }
  void add(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    parts.push_back(id);
  }
  void drop() {
    std::lock_guard<std::mutex> guard(mutex);
    parts.clear();
  }

private:
  std::mutex mutex;
  std::vector<int> parts;
};
void forget(Node *node) { delete node; }

// Its own push_back locks.
class Queue : private std::vector<int> {
public:
  void push_back(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    std::vector<int>::push_back(id);
  }
  void drop() {
    std::lock_guard<std::mutex> guard(mutex);
    clear();
  }

private:
  std::mutex mutex;
};
void append(Queue &queue) { queue.push_back(1); }

// Who walks it has to hold a lock for as long as that takes: begin() cannot (Icinga 2, Dictionary).
// It says nothing of whether there is a custom either.
class Dictionary {
public:
  using Iterator = std::map<int, int>::iterator;
  Iterator begin() { return rows.begin(); }
  Iterator end() { return rows.end(); }
  void set(int key, int value) {
    std::lock_guard<std::mutex> guard(mutex);
    rows[key] = value;
  }
  void remove(int key) {
    std::lock_guard<std::mutex> guard(mutex);
    rows.erase(key);
  }
  bool has(int key) {
    std::lock_guard<std::mutex> guard(mutex);
    return rows.find(key) != rows.end();
  }
  int sum() {
    int result = 0;
    for (auto &row : rows) // finding: inconsistent-lock
      result += row.second;
    return result;
  }

private:
  std::mutex mutex;
  std::map<int, int> rows;
};

// Who has got an iterator holds the lock since (Icinga 2, Array::Remove). A caller that does not is
// one that is known.
class Array {
public:
  using Iterator = std::vector<int>::iterator;
  Iterator begin() { return rows.begin(); }
  void add(int value) {
    std::lock_guard<std::recursive_mutex> guard(mutex);
    rows.push_back(value);
  }
  void clear() {
    std::lock_guard<std::recursive_mutex> guard(mutex);
    rows.clear();
  }
  void remove(Iterator it) { rows.erase(it); }

private:
  std::recursive_mutex mutex;
  std::vector<int> rows;
};
class Known {
public:
  void add(int value) {
    std::lock_guard<std::recursive_mutex> guard(mutex);
    rows.push_back(value);
  }
  void clear() {
    std::lock_guard<std::recursive_mutex> guard(mutex);
    rows.clear();
  }
  bool has(int value) {
    std::lock_guard<std::recursive_mutex> guard(mutex);
    return std::find(rows.begin(), rows.end(), value) != rows.end();
  }
  void pop() { remove(last); }

private:
  void remove(std::vector<int>::iterator it) {
    rows.erase(it); // finding: inconsistent-lock
  }
  std::recursive_mutex mutex;
  std::vector<int> rows;
  std::vector<int>::iterator last;
};
