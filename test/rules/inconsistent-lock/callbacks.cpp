//===- callbacks.cpp - what code from elsewhere calls ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <functional>
#include <map>
#include <mutex>
#include <thread>

// An event loop or an interpreter: it keeps the callback and calls it whenever it likes.
void onMessage(std::function<void(int)> callback);

class Sessions {
public:
  void add(int id) { all[id] = 1; } // finding: inconsistent-lock "inserting into 'all' without 'mutex'"
  void put(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    all[id] = 2;
  }
  void drop(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    all.erase(id);
  }
  bool has(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    return all.count(id);
  }

private:
  std::mutex mutex;
  std::map<int, int> all;
};

// The callback starts a thread after the call of add(), which is taken for start-up. It was called
// before, and that thread runs (i2pd, SAMSocket::HandleMessage).
class Socket {
public:
  explicit Socket(Sessions &sessions) : sessions(sessions) {}
  void listen() { onMessage(std::bind(&Socket::handle, this, std::placeholders::_1)); }

private:
  void handle(int id) {
    sessions.add(id);
    std::thread([this] { work(); }).detach();
  }
  void work() { sessions.drop(3); }
  Sessions &sessions;
};

// It does not start one itself.
class Requests {
public:
  void add(int id) { all[id] = 1; } // finding: inconsistent-lock "inserting into 'all' without 'mutex'"
  void put(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    all[id] = 2;
  }
  void drop(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    all.erase(id);
  }
  bool has(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    return all.count(id);
  }

private:
  std::mutex mutex;
  std::map<int, int> all;
};
class Client {
public:
  explicit Client(Requests &requests) : requests(requests) {}
  void listen() { onMessage(std::bind(&Client::handle, this, std::placeholders::_1)); }

private:
  void handle(int id) { requests.add(id); }
  Requests &requests;
};
