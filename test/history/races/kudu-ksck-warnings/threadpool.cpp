//===- threadpool.cpp - a pool of threads -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "threadpool.h"

#include <utility>

namespace kudu {

ThreadPool::ThreadPool(int max_threads) {
  for (int i = 0; i < max_threads; i++) {
    threads_.emplace_back([this]() { DispatchThread(); });
  }
}

ThreadPool::~ThreadPool() {
  {
    std::lock_guard<std::mutex> guard(lock_);
    shutdown_ = true;
  }
  not_empty_.notify_all();
  for (auto& thread : threads_) {
    thread.join();
  }
}

void ThreadPool::SubmitFunc(std::function<void()> func) {
  std::lock_guard<std::mutex> guard(lock_);
  queue_.emplace_back(std::move(func));
  not_empty_.notify_one();
}

void ThreadPool::Wait() {
  std::unique_lock<std::mutex> unique_lock(lock_);
  idle_cond_.wait(unique_lock, [this]() { return queue_.empty() && active_threads_ == 0; });
}

void ThreadPool::DispatchThread() {
  std::unique_lock<std::mutex> unique_lock(lock_);
  while (true) {
    not_empty_.wait(unique_lock, [this]() { return shutdown_ || !queue_.empty(); });
    if (queue_.empty()) {
      return;
    }
    std::function<void()> task = std::move(queue_.front());
    queue_.pop_front();
    active_threads_++;
    unique_lock.unlock();
    task();
    unique_lock.lock();
    if (--active_threads_ == 0 && queue_.empty()) {
      idle_cond_.notify_all();
    }
  }
}

}  // namespace kudu
