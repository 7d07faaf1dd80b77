//===- Oracle.h - what generated thread programs include --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

#include <algorithm>
#include <atomic>
#include <barrier>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <latch>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <semaphore>
#include <set>
#include <shared_mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <omp.h>
#include <pthread.h>
#include <threads.h>

/// Where a program's results go.
void report(long value);

#ifdef ORACLE_RUN

namespace oracle {

struct Entry {
  const char *Name;
  void (*Run)();
};
extern const Entry entries[]; // Ends with nulls.

/// Lets another thread run, now and then. Uses relaxed atomics: it orders nothing.
void pause();

/// The same, more often and for longer.
void widen();

} // namespace oracle

#define ORACLE_YIELD oracle::pause();
#define ORACLE_WIDEN oracle::widen();

// glibc's C11 threads call pthread_create past ThreadSanitizer's interceptors.
int oracleThreadCreate(thrd_t *Thread, int (*Run)(void *), void *Argument);
#define thrd_create oracleThreadCreate
#define thrd_join(THREAD, RESULT) pthread_join(THREAD, nullptr)
#define thrd_detach(THREAD) pthread_detach(THREAD)
#define mtx_t pthread_mutex_t
#define mtx_init(MUTEX, TYPE) pthread_mutex_init(MUTEX, nullptr)
#define mtx_destroy(MUTEX) pthread_mutex_destroy(MUTEX)
#define mtx_lock(MUTEX) pthread_mutex_lock(MUTEX)
#define mtx_unlock(MUTEX) pthread_mutex_unlock(MUTEX)

#else
#define ORACLE_YIELD
#define ORACLE_WIDEN
#endif
