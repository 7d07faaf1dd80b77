//===- startup.cpp - before the threads that matter -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <algorithm>
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

// Who makes the object uses it before others do, although some thread runs already (aMule, OnInit).
class Downloads {
public:
  void load() {
    add(1);
    sort();
  }
  void process() {
    std::lock_guard<std::mutex> guard(mutex);
    sort();
    rows.erase(rows.begin());
  }
  void add(int row) {
    std::lock_guard<std::mutex> guard(mutex);
    rows.push_back(row);
  }
  bool has(int row) {
    std::lock_guard<std::mutex> guard(mutex);
    return std::count(rows.begin(), rows.end(), row) != 0;
  }

private:
  void sort() { std::sort(rows.begin(), rows.end()); }
  std::mutex mutex;
  std::vector<int> rows;
};
class App {
public:
  bool onInit() {
    downloads = new Downloads;
    logger().start();
    if (!isConfigured)
      return false;
    downloads->load();
    return true;
  }
  bool isConfigured = false;
  Downloads *downloads = nullptr;
};

// The same, beside a thread that uses what the callee uses, too, but not its object. What all
// objects share, others may use at that time.
class Journal {
public:
  void add(int line) {
    std::lock_guard<std::mutex> guard(mutex);
    lines.push_back(line);
  }
  void drop() {
    std::lock_guard<std::mutex> guard(mutex);
    lines.clear();
  }
  void flush() {
    lines.pop_back(); // finding: inconsistent-lock "erasing from 'journal.lines' without 'mutex'"
  }
  std::mutex mutex;
  std::vector<int> lines;
};
static Journal journal;
class Shares {
public:
  void load() {
    journal.add(1);
    add(1);
    sort();
    journal.flush();
  }
  void process() {
    std::lock_guard<std::mutex> guard(mutex);
    sort();
    rows.erase(rows.begin());
  }
  void add(int row) {
    std::lock_guard<std::mutex> guard(mutex);
    rows.push_back(row);
  }
  bool has(int row) {
    std::lock_guard<std::mutex> guard(mutex);
    return std::count(rows.begin(), rows.end(), row) != 0;
  }

private:
  void sort() { std::sort(rows.begin(), rows.end()); }
  std::mutex mutex;
  std::vector<int> rows;
};
class Server {
public:
  bool onInit() {
    shares = new Shares;
    writer = std::thread([] { journal.add(2); });
    shares->load();
    return true;
  }
  std::thread writer;
  Shares *shares = nullptr;
};

// A thread runs already, of a class that is a guess. One of the classes uses the object (aMule,
// CPartFileConvert).
class Worker {
public:
  virtual ~Worker() = default;
  void start() {
    thread = std::thread([this] { entry(); });
  }
  virtual void entry() = 0;
  std::thread thread;
};
Worker *makeWorker();
class Fetches {
public:
  void load() {
    add(1);
    sort();
  }
  void process() {
    std::lock_guard<std::mutex> guard(mutex);
    sort();
    rows.erase(rows.begin());
  }
  void add(int row) {
    std::lock_guard<std::mutex> guard(mutex);
    rows.push_back(row);
  }
  bool has(int row) {
    std::lock_guard<std::mutex> guard(mutex);
    return std::count(rows.begin(), rows.end(), row) != 0;
  }

private:
  void sort() { std::sort(rows.begin(), rows.end()); }
  std::mutex mutex;
  std::vector<int> rows;
};
class Desk {
public:
  bool onInit() {
    fetches = new Fetches;
    worker = makeWorker();
    worker->start();
    fetches->load();
    return true;
  }
  Worker *worker = nullptr;
  Fetches *fetches = nullptr;
};
Desk desk;
class Hasher : public Worker {
  void entry() override { desk.worker = nullptr; }
};
class Converter : public Worker {
  void entry() override { desk.fetches->add(3); }
};

// It was made before, somewhere.
class Uploads {
public:
  void load() { rows.clear(); } // finding: inconsistent-lock "clearing 'rows' without 'mutex'"
  void process() {
    std::lock_guard<std::mutex> guard(mutex);
    rows.erase(rows.begin());
  }
  void add(int row) {
    std::lock_guard<std::mutex> guard(mutex);
    rows.push_back(row);
  }
  bool has(int row) {
    std::lock_guard<std::mutex> guard(mutex);
    return std::count(rows.begin(), rows.end(), row) != 0;
  }

private:
  std::mutex mutex;
  std::vector<int> rows;
};
class Client {
public:
  void onConfigure() {
    logger().start();
    uploads->load();
  }
  void onReset() {
    uploads = new Uploads;
    uploads = other();
    uploads->load();
  }
  Uploads *other();
  Uploads *uploads = nullptr;
};

// A thread that uses it runs already.
class Searches {
public:
  Searches() : worker([this] { run(); }) {}
  ~Searches() { worker.join(); }
  void load() { rows.clear(); } // finding: inconsistent-lock "clearing 'rows' without 'mutex'"
  void add(int row) {
    std::lock_guard<std::mutex> guard(mutex);
    rows.push_back(row);
  }
  bool has(int row) {
    std::lock_guard<std::mutex> guard(mutex);
    return std::count(rows.begin(), rows.end(), row) != 0;
  }

private:
  void run() {
    std::lock_guard<std::mutex> guard(mutex);
    rows.push_back(7);
  }
  std::mutex mutex;
  std::vector<int> rows;
  std::thread worker;
};
static Searches *searches;
void startSearching() {
  searches = new Searches;
  searches->load();
}
