//===- callbacks.cpp - who calls them, and beside whom ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/io_context_strand.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

// An interpreter of elsewhere keeps them, and its console runs in a thread of its own (dnsdist,
// s_webHandlers). Nothing here says so.
void writeFunction(const std::string &name, std::function<void(const std::string &)> body);

static std::map<std::string, int> handlers;
void serve() {
  handlers.find("/"); // known-miss: unsynchronized-mutation issue "Threads: unsynchronized mutation of containers"
}
void setup() {
  writeFunction("registerHandler", [](const std::string &path) { handlers[path] = 1; });
  std::thread(serve).detach();
}

// Several threads run one io_context: its handlers race with each other.
void manyThreads(std::vector<int> &done) {
  boost::asio::io_context io;
  for (int i = 0; i < 10; ++i)
    boost::asio::post(io, [&done, i] {
      done.push_back(i); // finding: unsynchronized-mutation
    });
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&io] { io.run(); });
  for (std::thread &t : threads)
    t.join();
}

// One thread does: one handler after the other.
void oneThread(std::vector<int> &done) {
  boost::asio::io_context io;
  for (int i = 0; i < 10; ++i)
    boost::asio::post(io, [&done, i] { done.push_back(i); });
  std::thread t([&io] { io.run(); });
  t.join();
  done.clear();
}

// But beside who has given them to it.
void besideOneThread(std::vector<int> &done) {
  boost::asio::io_context io;
  boost::asio::post(io, [&done] { done.push_back(1); });
  std::thread t([&io] { io.run(); });
  done.clear(); // finding: unsynchronized-mutation
  t.join();
}

// It is given another one while the thread runs.
void whileItRuns(std::vector<int> &done) {
  boost::asio::io_context io;
  std::thread t([&io] { io.run(); });
  io.get_executor().post([&done] { done.push_back(1); }, std::allocator<int>());
  boost::asio::post(io.get_executor(), [&done] { done.push_back(2); });
  done.clear(); // finding: unsynchronized-mutation
  t.join();
  done.clear();
}

// Of an object, whose thread is one. That it is this io_context's is a guess
// (possible).
class Service {
public:
  Service() : thread([this] { io.run(); }) {}
  ~Service() {
    io.stop();
    thread.join();
  }
  void add(int x) {
    boost::asio::post(io, [this, x] { items.push_back(x); });
    boost::asio::post(io, [this] { items.pop_back(); });
  }
  size_t count() const { return counted.size(); }
  void addCounted(int x) {
    boost::asio::dispatch(io, [this, x] { counted.push_back(x); });
    counted.clear(); // finding: unsynchronized-mutation
  }

private:
  boost::asio::io_context io;
  std::vector<int> items, counted;
  std::thread thread;
};

// The thread of the io_context may be at what it was given the last time.
class Sessions {
public:
  Sessions() : thread([this] { io.run(); }) {}
  ~Sessions() {
    io.stop();
    thread.join();
  }
  void open(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    sessions[id] = 1;
  }
  bool isOpen(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    return sessions.count(id) != 0;
  }
  void reopen(int id) {
    sessions.erase(id); // finding: inconsistent-lock
    boost::asio::post(io, [this, id] { open(id); });
  }

private:
  boost::asio::io_context io;
  std::mutex mutex;
  std::map<int, int> sessions;
  std::thread thread;
};

// One after the other, in whichever thread.
void strands(std::vector<int> &done) {
  boost::asio::io_context io;
  boost::asio::io_context::strand strand(io);
  auto other = boost::asio::make_strand(io);
  for (int i = 0; i < 10; ++i) {
    boost::asio::post(io, strand.wrap([&done, i] { done.push_back(i); }));
    boost::asio::post(strand, [&done, i] { done.push_back(i); });
  }
  std::vector<int> more;
  for (int i = 0; i < 10; ++i) {
    boost::asio::post(io, boost::asio::bind_executor(other, [&more, i] { more.push_back(i); }));
    boost::asio::post(other, [&more, i] { more.push_back(i); });
  }
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&io] { io.run(); });
  for (std::thread &t : threads)
    t.join();
}

// The loop of main(): what a signal's handler does, it does there.
void inMain(std::vector<int> &done) {
  boost::asio::io_context io;
  std::thread t([&io, &done] { boost::asio::post(io, [&done] { done.push_back(1); }); });
  boost::asio::post(io, [&done] { done.push_back(2); });
  io.run();
  done.clear();
  t.join();
}

// Which io_context calls it, the timer was told when it was made.
void timers(std::vector<int> &done) {
  boost::asio::io_context io;
  boost::asio::steady_timer timer(io, std::chrono::seconds(1));
  timer.async_wait([&done](const boost::system::error_code &) { done.push_back(1); });
  std::thread t([&io] { io.run(); });
  done.clear(); // known-miss: unsynchronized-mutation issue "Threads: unsynchronized mutation of containers"
  t.join();
}
