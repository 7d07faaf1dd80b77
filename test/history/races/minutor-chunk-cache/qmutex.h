//===- qmutex.h - as far as it is needed here -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <mutex>

class QMutex {
 public:
  void lock() { mutex.lock(); }
  void unlock() { mutex.unlock(); }

 private:
  std::mutex mutex;
};

class QMutexLocker {
 public:
  explicit QMutexLocker(QMutex *mutex) : mutex(mutex) { mutex->lock(); }
  ~QMutexLocker() { mutex->unlock(); }
  QMutexLocker(const QMutexLocker &) = delete;
  QMutexLocker &operator=(const QMutexLocker &) = delete;

 private:
  QMutex *mutex;
};
