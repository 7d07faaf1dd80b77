//===- env.cpp - background threads and files -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "env.h"

#include <chrono>

namespace rocksdb {

Env::Env(int threads) {
  for (int i = 0; i < threads; i++) {
    bgthreads_.emplace_back(&Env::BGThread, this);
  }
}

void Env::Schedule(void (*function)(void* arg), void* arg) {
  std::lock_guard<std::mutex> lock(mu_);
  queue_.push_back(BGItem{function, arg});
  bgsignal_.notify_one();
}

void Env::WaitForJoin() {
  {
    std::lock_guard<std::mutex> lock(mu_);
    exit_all_threads_ = true;
  }
  bgsignal_.notify_all();
  for (auto& th : bgthreads_) {
    th.join();
  }
  bgthreads_.clear();
}

void Env::DeleteFile(const std::string& fname) {
  // The file system takes a while, for long names more.
  std::this_thread::sleep_for(std::chrono::microseconds(fname.size()));
}

void Env::BGThread() {
  std::unique_lock<std::mutex> lock(mu_);
  while (true) {
    bgsignal_.wait(lock, [this] { return exit_all_threads_ || !queue_.empty(); });
    if (queue_.empty()) {
      return;
    }
    BGItem item = queue_.front();
    queue_.pop_front();
    lock.unlock();
    (*item.function)(item.arg);
    lock.lock();
  }
}

}  // namespace rocksdb
