//===- startup.cpp - before the threads that matter -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <map>
#include <mutex>
#include <thread>
#include <vector>

class Logger {
public:
  void start() { worker = new std::thread([this] { run(); }); }
  void stop() { worker->join(); }

private:
  void run() { lines.clear(); }
  std::thread *worker = nullptr;
  std::vector<int> lines;
};
Logger &logger() {
  static Logger instance;
  return instance;
}

// Some thread runs already, but none that uses the container.
class Database {
public:
  void start() {
    if (rows.size() < 3)
      logger().start();
    rows.erase(1);
    load();
    worker = new std::thread([this] { run(); });
  }
  void put(int key) {
    std::lock_guard<std::mutex> guard(mutex);
    rows[key] = 2;
  }
  bool has(int key) {
    std::lock_guard<std::mutex> guard(mutex);
    return rows.count(key);
  }
  void drop(int key) {
    std::lock_guard<std::mutex> guard(mutex);
    rows.erase(key);
  }

private:
  void load() { rows[7] = 1; }
  void run() {
    std::lock_guard<std::mutex> guard(mutex);
    rows.erase(2);
  }
  std::mutex mutex;
  std::map<int, int> rows;
  std::thread *worker = nullptr;
};

// The thread that uses it runs already; another one is started later.
class Index {
public:
  void start() {
    worker = new std::thread([this] { run(); });
    rows.erase(1); // finding: inconsistent-lock "erasing from 'rows' without 'mutex'"
    logger().start();
  }
  void put(int key) {
    std::lock_guard<std::mutex> guard(mutex);
    rows[key] = 2;
  }
  bool has(int key) {
    std::lock_guard<std::mutex> guard(mutex);
    return rows.count(key);
  }
  void drop(int key) {
    std::lock_guard<std::mutex> guard(mutex);
    rows.erase(key);
  }

private:
  void run() {
    std::lock_guard<std::mutex> guard(mutex);
    rows.erase(2);
  }
  std::mutex mutex;
  std::map<int, int> rows;
  std::thread *worker = nullptr;
};

// None of the threads that it starts uses the container: others may have come before it.
class Cache {
public:
  void warm() {
    logger().start();
    rows.erase(1); // finding: inconsistent-lock "erasing from 'rows' without 'mutex'"
    timer = std::thread([] {});
  }
  void put(int key) {
    std::lock_guard<std::mutex> guard(mutex);
    rows[key] = 2;
  }
  bool has(int key) {
    std::lock_guard<std::mutex> guard(mutex);
    return rows.count(key);
  }
  void drop(int key) {
    std::lock_guard<std::mutex> guard(mutex);
    rows.erase(key);
  }

private:
  std::mutex mutex;
  std::map<int, int> rows;
  std::thread timer;
};
