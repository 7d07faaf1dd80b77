//===- one-call.cpp - one call touches many containers ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

static std::vector<int> windows;
static std::vector<int> lines;
static std::map<int, int> errors;
static std::vector<int> sounds;

// The user interface: for the main thread only.
void showError(int error) {
  windows.push_back(error);
  lines.push_back(error);
  errors.erase(error);
}
void closeWindows() { windows.clear(); }
int countWindows() { return windows.size(); }
void clearConsole() { lines.clear(); }
void forgetErrors() { errors.clear(); }

// What only the thread calls is its own, the first call of what others call is the mistake
// (OpenTTD, GetSavegameFormat). Another call that touches one of the containers says nothing new.
class Saver {
public:
  void start() {
    worker = std::thread([this] { run(); });
  }
  void stop() { worker.join(); }

private:
  void run() { write(countWindows()); }
  void write(int format) {
    if (format > 2)
      showError(format); // finding: unsynchronized-mutation "calling 'showError' in a thread, which
                         // uses 3 containers"
  }
  std::thread worker;
};
void save() {
  Saver saver;
  saver.start();
  showError(countWindows());
  closeWindows();
  clearConsole();
  forgetErrors();
  saver.stop();
}

// What it is handed is its own, although somebody else may call that, too.
static std::vector<int> parts, sizes, names;
void writeParts() {
  parts.push_back(1);
  sizes.push_back(1);
  names.push_back(1);
}
template <class F> std::thread startThread(F f) {
  return std::thread([](F work) { work(); }, f);
}
void writeBeside() {
  std::thread worker = startThread(&writeParts);
  parts.clear(); // finding: unsynchronized-mutation "clearing 'parts'"
  sizes.clear(); // finding: unsynchronized-mutation "clearing 'sizes'"
  names.clear(); // finding: unsynchronized-mutation "clearing 'names'"
  worker.join();
  writeParts();
}

// Each container by itself: what the thread does itself, and two containers of what it calls.
static std::vector<int> first, second, third, fourth, fifth;
void addBoth() {
  first.push_back(1);
  second.push_back(1);
}
void load() {
  addBoth();
  std::thread worker([] {
    addBoth();
    third.push_back(1);
    fourth.push_back(1);
    fifth.push_back(1);
  });
  first.clear();  // finding: unsynchronized-mutation "clearing 'first'"
  second.clear(); // finding: unsynchronized-mutation "clearing 'second'"
  third.clear();  // finding: unsynchronized-mutation "clearing 'third'"
  fourth.clear(); // finding: unsynchronized-mutation "clearing 'fourth'"
  fifth.clear();  // finding: unsynchronized-mutation "clearing 'fifth'"
  worker.join();
}

// Where somebody locks, the lock is what is missing, at each access.
class Board {
public:
  void add(int job) {
    jobs.push_back(job);   // finding: unsynchronized-mutation
    names.push_back(job);  // finding: unsynchronized-mutation
    places.push_back(job); // finding: unsynchronized-mutation
  }
  void clear() {
    std::lock_guard<std::mutex> guard(mutex);
    jobs.clear();
    names.clear();
    places.clear();
  }

private:
  std::mutex mutex;
  std::vector<int> jobs, names, places;
};
void play() {
  Board board;
  std::thread worker([&] { board.add(1); });
  board.clear();
  worker.join();
  board.add(2);
}
