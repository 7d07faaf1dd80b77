//===- threadpool.h - a pool of threads -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kudu {

class ThreadPool {
 public:
  explicit ThreadPool(int max_threads);
  ~ThreadPool();

  void SubmitFunc(std::function<void()> func);

  // Waits until all the tasks are completed.
  void Wait();

 private:
  void DispatchThread();

  std::mutex lock_;
  std::condition_variable not_empty_;
  std::condition_variable idle_cond_;
  std::deque<std::function<void()>> queue_;
  int active_threads_ = 0;
  bool shutdown_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace kudu
