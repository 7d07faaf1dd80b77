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

// One message starts a thread, another one has the session added: further on, in a method of the
// callback's own object (i2pd, SAMSocket::ProcessSessionAdd).
class Channels {
public:
  void add(int id) {
    all[id] = 1; // finding: inconsistent-lock "inserting into 'all' without 'mutex'"
  }
  void lock() { mutex.lock(); }
  void unlock() { mutex.unlock(); }
  void addLocked(int id) { all[id] = 3; }
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
class Speaker {
public:
  explicit Speaker(Channels &channels) : channels(channels) {}
  void listen() { onMessage(std::bind(&Speaker::handle, this, std::placeholders::_1)); }

private:
  void handle(int id) {
    if (id < 0)
      start(-id);
    else if (id == 0)
      addOne(id);
    else
      addLocked(id);
  }
  void start(int id) {
    std::thread([this, id] { channels.drop(id); }).detach();
  }
  void addOne(int id) { channels.add(id); }
  // Who calls holds the lock.
  void addLocked(int id) {
    channels.lock();
    addTwo(id);
    channels.unlock();
  }
  void addTwo(int id) { channels.addLocked(id); }
  Channels &channels;
};
