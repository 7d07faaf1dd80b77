//===- ConcurrentCache.h - a cache for several threads ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "Cache.h"
#include "Synchronized.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace ad_utility {

// A result that some thread computes and others may wait for.
template <typename Value>
class ResultInProgress {
 public:
  void finish(std::shared_ptr<Value> result) {
    std::lock_guard lock(mutex_);
    finished_ = true;
    result_ = std::move(result);
    conditionVariable_.notify_all();
  }

  std::shared_ptr<Value> getResult() {
    std::unique_lock lock(mutex_);
    conditionVariable_.wait(lock, [this] { return finished_; });
    return result_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable conditionVariable_;
  bool finished_ = false;
  std::shared_ptr<Value> result_;
};

template <typename Key, typename Value>
class ConcurrentCache {
 public:
  // Obtain the result from the cache, wait for the thread that computes it, or
  // compute it.
  template <typename ComputeFunction>
  std::shared_ptr<Value> computeOnce(const Key& key,
                                     ComputeFunction computeFunction) {
    std::shared_ptr<ResultInProgress<Value>> resultInProgress;
    bool mustCompute = false;
    {
      auto lockPtr = _cacheAndInProgressMap.wlock();
      if (auto result = lockPtr->_cache[key]) {
        return result;
      }
      auto& inProgress = lockPtr->_inProgress[key];
      mustCompute = !inProgress;
      if (mustCompute) {
        inProgress = std::make_shared<ResultInProgress<Value>>();
      }
      resultInProgress = inProgress;
    }
    if (!mustCompute) {
      return resultInProgress->getResult();
    }
    auto result = std::make_shared<Value>(computeFunction());
    moveFromInProgressToCache(key, result);
    resultInProgress->finish(result);
    return result;
  }

  // Insert what was computed by somebody who did not say so before.
  void tryInsertIfNotPresent(const Key& key, std::shared_ptr<Value> value) {
    auto lockPtr = _cacheAndInProgressMap.wlock();
    insertIfNotPresent(lockPtr->_cache, key, std::move(value));
  }

 private:
  struct CacheAndInProgressMap {
    Cache<Key, Value> _cache;
    std::unordered_map<Key, std::shared_ptr<ResultInProgress<Value>>>
        _inProgress;
  };

  // Assume that the caller holds the lock on the cache.
  static void insertIfNotPresent(Cache<Key, Value>& cache, const Key& key,
                                 std::shared_ptr<Value> value) {
    if (!cache.contains(key)) {
      cache.insert(key, std::move(value));
    }
  }

  void moveFromInProgressToCache(const Key& key,
                                 std::shared_ptr<Value> computationResult) {
    // Obtain a lock for the whole operation, making it atomic.
    auto lockPtr = _cacheAndInProgressMap.wlock();
#ifdef FIXED
    // The key might already be present in the cache.
    insertIfNotPresent(lockPtr->_cache, key, std::move(computationResult));
#else
    lockPtr->_cache.insert(key, std::move(computationResult));  // known-miss: check-then-act issue "Containers without a row"
#endif
    lockPtr->_inProgress.erase(key);
  }

  Synchronized<CacheAndInProgressMap, std::mutex> _cacheAndInProgressMap;
};

}  // namespace ad_utility
