//===- callbacks.cpp - who calls them, and beside whom ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <functional>
#include <map>
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
    boost::asio::post(io, [&done, i] { done.push_back(i); }); // known-miss: unsynchronized-mutation issue "Threads: unsynchronized mutation of containers"
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
  done.clear(); // known-miss: unsynchronized-mutation issue "Threads: unsynchronized mutation of containers"
  t.join();
}
