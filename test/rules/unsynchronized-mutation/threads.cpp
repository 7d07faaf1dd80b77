//===- threads.cpp - who starts threads and waits for them ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++20
#include <future>
#include <list>
#include <map>
#include <memory>
#include <pthread.h>
#include <string>
#include <thread>
#include <vector>

void lambda(std::map<int, int> &m) {
  std::thread t([&] { m[1] = 2; });
  m.erase(2); // finding: unsynchronized-mutation "erasing from 'm' while another thread is inserting into 'm'"
  t.join();
  m.clear();
}

static void eraseFrom(std::map<int, int> &m) {
  m.erase(1); // finding: unsynchronized-mutation likely "in a thread while this one is reading 'm'"
}
void function() {
  std::map<int, int> m;
  std::thread t(eraseFrom, std::ref(m));
  m.size(); // note: "the other access"
  t.join();
}
void functionWithCopy() {
  std::map<int, int> m;
  std::thread t([](std::map<int, int> own) { own.erase(1); }, m);
  m.clear();
  t.join();
}

static std::once_flag filled;
static std::map<int, int> table;
static int look() {
  std::call_once(filled, [] { table[1] = 2; });
  return table.size();
}
void onlyOnce() {
  std::thread t(look);
  look();
  t.join();
}
static std::map<int, int> early;
static void fillEarly() {
  early[1] = 2;
}
void tooEarly() {
  static std::once_flag once;
  std::thread t([] { std::call_once(once, fillEarly); });
  early.size(); // finding: unsynchronized-mutation
  t.join();
}

void threadOfThread() {
  std::map<int, int> m;
  std::thread outer([&] {
    std::thread inner([&] { m.erase(1); }); // finding: unsynchronized-mutation
    inner.join();
    m.erase(2); // finding: unsynchronized-mutation
  });
  m.size();
  outer.join();
}

void siblings() {
  std::vector<int> v;
  std::thread a([&] { v.push_back(1); });
  std::thread b([&] { v.push_back(2); }); // finding: unsynchronized-mutation "in a thread while another thread is"
  a.join();
  b.join();
}
void oneAfterTheOther() {
  std::vector<int> v;
  std::thread a([&] { v.push_back(1); });
  a.join();
  std::thread b([&] { v.push_back(2); });
  b.join();
}
void inALoop() {
  std::vector<int> v;
  std::vector<std::thread> all;
  for (int i = 0; i < 4; ++i)
    all.emplace_back([&] { v.push_back(1); }); // finding: unsynchronized-mutation "in several threads at once"
  for (std::thread &t : all)
    t.join();
  v.clear();
}
static void joinAll(std::vector<std::thread> &all) {
  for (size_t i = 0; i < all.size(); ++i)
    all[i].join();
}
void joinedByAnother(std::vector<int> &v) {
  std::vector<std::thread> all;
  all.push_back(std::thread([&] { v.push_back(1); }));
  joinAll(all);
  v.clear();
}
void joinedIfRunning(std::string &s) {
  std::thread t([&] { s += "x"; });
  if (t.joinable())
    t.join();
  s.clear();
}

void asynchronous(std::list<int> &l) {
  auto f = std::async(std::launch::async, [&] { l.push_back(1); });
  l.clear(); // finding: unsynchronized-mutation
  f.get();
  l.clear();
}
void deferred(std::list<int> &l) {
  auto f = std::async(std::launch::deferred, [&] { l.push_back(1); });
  l.clear();
  f.get();
}
void waitsAtOnce(std::list<int> &l) {
  (void)std::async(std::launch::async, [&] { l.push_back(1); });
  l.clear();
}
void jthread(std::list<int> &l) {
  {
    std::jthread t([&] { l.push_back(1); }); // finding: unsynchronized-mutation "inserting into 'l' in a thread"
    l.size(); // note: "the other access"
  }
  l.clear();
}

static void *body(void *given) {
  static_cast<std::list<int> *>(given)->clear(); // finding: unsynchronized-mutation
  return nullptr;
}
void posix() {
  std::list<int> l;
  pthread_t t;
  pthread_create(&t, nullptr, body, &l);
  l.size();
  pthread_join(t, nullptr);
  l.clear();
}

class Downloads {
public:
  void start() { worker = std::thread(&Downloads::run, this); }
  void stop() {
    if (worker.joinable())
      worker.join();
    files.clear();
  }
  void add(int file) { files.push_back(file); } // finding: unsynchronized-mutation
private:
  void run() { files.pop_back(); }
  std::vector<int> files;
  std::thread worker;
};
void use() {
  Downloads downloads;
  downloads.add(1);
  downloads.start();
  downloads.add(2);
  downloads.stop();
  downloads.add(3);
}

class OnHeap {
public:
  void start() { worker = new std::thread([this] { names.clear(); }); }
  void stop() {
    names.push_back("a"); // finding: unsynchronized-mutation
    if (worker) {
      worker->join();
      delete worker;
      worker = nullptr;
    }
    names.push_back("b");
  }

private:
  std::vector<std::string> names;
  std::thread *worker = nullptr;
};
void useOnHeap() {
  OnHeap o;
  o.start();
  o.stop();
}

void ofEachThread() {
  static thread_local std::vector<int> scratch;
  scratch.push_back(1);
}
void runTwice() {
  std::thread a(ofEachThread), b(ofEachThread);
  a.join();
  b.join();
}

// Each object in a container has its own.
struct Shard {
  std::vector<int> items;
  void add() { items.push_back(1); }
};
void shards(std::vector<Shard> &all) {
  std::vector<std::thread> workers;
  for (Shard &shard : all)
    workers.emplace_back([&shard] { shard.add(); });
  for (std::thread &worker : workers)
    worker.join();
}

// So has each thread.
struct Cache {
  std::vector<int> items;
  void add() { items.push_back(1); }
};
static thread_local Cache cache;
static void fillCache() { cache.add(); }
void fillTwice() {
  std::thread a(fillCache), b(fillCache);
  a.join();
  b.join();
}

// Nothing throws once the thread runs.
static std::string report;
static std::mutex reportMutex;
static void clearReport() {
  std::lock_guard<std::mutex> guard(reportMutex);
  report.clear();
}
int openSocket(const std::string &address);
void startOrReport(const std::string &address) {
  try {
    openSocket(address);
    std::thread thread(clearReport);
    thread.detach();
  } catch (const std::exception &) {
    report = "cannot open " + address;
  }
}
// Nor does who starts it.
static void startReporter() {
  std::thread thread(clearReport);
  thread.detach();
}
void startOrReportByCall(const std::string &address) {
  try {
    openSocket(address);
    startReporter();
  } catch (const std::exception &) {
    report = "cannot open " + address;
  }
}

// Something does.
static std::string protocol;
static std::mutex protocolMutex;
static void clearProtocol() {
  std::lock_guard<std::mutex> guard(protocolMutex);
  protocol.clear();
}
void startAndReport(const std::string &address) {
  try {
    std::thread thread(clearProtocol);
    thread.detach();
    openSocket(address);
  } catch (const std::exception &) {
    protocol = "cannot open " + address; // finding: unsynchronized-mutation "'protocol'"
  }
}
