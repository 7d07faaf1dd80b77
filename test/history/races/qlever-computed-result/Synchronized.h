//===- Synchronized.h - a value with its mutex ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <mutex>

namespace ad_utility {

// Holds the lock of the value for as long as it lives.
template <typename T, typename Mutex>
class LockPtr {
 public:
  LockPtr(Mutex* mutex, T* value) : lock_(*mutex), value_(value) {}
  T* operator->() const { return value_; }
  T& operator*() const { return *value_; }

 private:
  std::unique_lock<Mutex> lock_;
  T* value_;
};

// A value that can only be accessed with the lock held.
template <typename T, typename Mutex>
class Synchronized {
 public:
  LockPtr<T, Mutex> wlock() { return {&mutex_, &value_}; }

 private:
  Mutex mutex_;
  T value_;
};

}  // namespace ad_utility
