//===- env.h - background threads and files ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace rocksdb {

class Env {
 public:
  explicit Env(int threads);
  ~Env() { WaitForJoin(); }

  // Arrange to run "(*function)(arg)" once in a background thread.
  void Schedule(void (*function)(void* arg), void* arg);

  // Does all that is scheduled and ends the threads.
  void WaitForJoin();

  void DeleteFile(const std::string& fname);

 private:
  struct BGItem {
    void (*function)(void*);
    void* arg;
  };

  void BGThread();

  std::mutex mu_;
  std::condition_variable bgsignal_;
  std::deque<BGItem> queue_;
  bool exit_all_threads_ = false;
  std::vector<std::thread> bgthreads_;
};

}  // namespace rocksdb
