//===- boost.cpp - threads and locks of Boost -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#define BOOST_THREAD_VERSION 4
#define BOOST_THREAD_PROVIDES_NESTED_LOCKS
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/atomic.hpp>
#include <boost/interprocess/sync/interprocess_mutex.hpp>
#include <boost/interprocess/sync/scoped_lock.hpp>
#include <boost/lockfree/queue.hpp>
#include <boost/lockfree/spsc_queue.hpp>
#include <boost/thread.hpp>
#include <boost/thread/latch.hpp>
#include <boost/thread/scoped_thread.hpp>
#include <map>

struct Board {
  boost::mutex mutex;
  boost::shared_mutex shared;
  std::map<int, int> jobs, cache;

  void guarded(int id) {
    boost::lock_guard<boost::mutex> guard(mutex);
    jobs[id] = 1;
  }
  void scoped(int id) {
    boost::mutex::scoped_lock guard(mutex);
    jobs[id] = 1;
  }
  void deferred(int id) {
    boost::unique_lock<boost::mutex> guard(mutex, boost::defer_lock);
    jobs.erase(id); // finding: inconsistent-lock "erasing from 'board.jobs'"
    guard.lock();
    jobs.erase(id + 1);
  }
  int look(int id) {
    boost::shared_lock<boost::shared_mutex> guard(shared);
    return cache.count(id);
  }
  void write(int id) {
    boost::unique_lock<boost::shared_mutex> guard(shared);
    cache[id] = 1;
  }
  void upgraded(int id) {
    boost::upgrade_lock<boost::shared_mutex> guard(shared);
    if (cache.count(id))
      return;
    boost::upgrade_to_unique_lock<boost::shared_mutex> alone(guard);
    cache[id] = 1;
  }
  void writeUnderSharedLock(int id) {
    boost::shared_lock<boost::shared_mutex> guard(shared);
    cache[id] = 1; // finding: unsynchronized-mutation
  }
};

void locks(Board &board) {
  boost::thread t([&] {
    board.guarded(1);
    board.look(1);
  });
  board.guarded(2);
  board.scoped(2);
  board.deferred(2);
  board.look(2);
  board.write(2);
  board.upgraded(2);
  board.writeUnderSharedLock(2);
  t.join();
  board.jobs.clear();
}

void betweenProcesses() {
  boost::interprocess::interprocess_mutex mutex;
  std::vector<int> v;
  boost::scoped_thread<> t(boost::thread([&] {
    boost::interprocess::scoped_lock<boost::interprocess::interprocess_mutex> guard(mutex);
    v.push_back(1);
  }));
  {
    boost::interprocess::scoped_lock<boost::interprocess::interprocess_mutex> guard(mutex);
    v.push_back(2);
  }
  v.push_back(3); // finding: unsynchronized-mutation
}

void group() {
  std::vector<int> v;
  boost::thread_group threads;
  threads.create_thread([&] { v.push_back(1); });
  v.push_back(2); // finding: unsynchronized-mutation
  threads.join_all();
  v.push_back(3);
}

void future() {
  std::vector<int> v;
  boost::future<void> done = boost::async([&] { v.push_back(1); });
  v.push_back(2); // finding: unsynchronized-mutation
  done.wait();
  v.push_back(3);
}

void byLatch() {
  std::vector<int> v;
  boost::latch ready(1);
  boost::thread t([&] {
    v.push_back(1);
    ready.count_down();
  });
  ready.wait();
  v.clear();
  t.join();
}

// A pool runs what it is given at once; its end does not wait, join() does.
void pool() {
  std::vector<int> v;
  boost::asio::thread_pool pool(4);
  boost::asio::post(pool, [&] { v.push_back(1); });
  v.push_back(2); // finding: unsynchronized-mutation
  pool.join();
  v.push_back(3);
}
void poolByItsExecutor() {
  std::vector<int> v;
  boost::asio::thread_pool pool(4);
  boost::asio::post(pool.get_executor(), [&] { v.push_back(1); });
  v.push_back(2); // finding: unsynchronized-mutation
  pool.join();
  v.push_back(3);
}
void manyTasks() {
  std::vector<int> v;
  boost::asio::thread_pool pool(4);
  for (int i = 0; i < 10; ++i)
    boost::asio::post(pool, [&] { v.push_back(1); }); // finding: unsynchronized-mutation
  pool.join();
}

// Handlers run in the thread that calls run(), which is this one.
void context() {
  std::vector<int> v;
  boost::asio::io_context io;
  boost::asio::post(io, [&] { v.push_back(1); });
  v.push_back(2);
  io.run();
}

// Queues of several threads, and of two.
void queues() {
  boost::lockfree::queue<int> queue(128);
  boost::lockfree::spsc_queue<int> two(128);
  boost::thread t([&] {
    queue.push(1);
    two.push(1);
  });
  int x;
  queue.push(2);
  queue.pop(x);
  queue.unsynchronized_push(3); // finding: unsynchronized-mutation
  two.pop(x);
  two.push(2); // finding: unsynchronized-mutation
  t.join();
  queue.unsynchronized_push(4);
  two.push(3);
}
