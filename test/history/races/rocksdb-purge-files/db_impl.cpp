//===- db_impl.cpp - a database ---------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "db_impl.h"

#include "env.h"

#include <utility>

namespace rocksdb {

void DBImpl::ObsoleteFile(const std::string& fname, uint64_t number) {
  MutexLock l(&mutex_);
  SchedulePendingPurge(fname, number);
  if (bg_purge_scheduled_ < 2) {
    SchedulePurge();
  }
}

void DBImpl::SchedulePendingPurge(const std::string& fname, uint64_t number) {
  mutex_.AssertHeld();
  PurgeFileInfo file_info{fname, number};
  purge_files_.insert({{number, std::move(file_info)}});
}

void DBImpl::SchedulePurge() {
  mutex_.AssertHeld();

  // Purge operations are put into High priority queue
  bg_purge_scheduled_++;
  env_->Schedule(&DBImpl::BGWorkPurge, this);
}

void DBImpl::BGWorkPurge(void* db) {
  reinterpret_cast<DBImpl*>(db)->BackgroundCallPurge();
}

void DBImpl::BackgroundCallPurge() {
  mutex_.Lock();

#ifdef FIXED
  // Can't use iterator to go over purge_files_ because inside the loop we're
  // unlocking the mutex that protects purge_files_.
  while (!purge_files_.empty()) {
    auto it = purge_files_.begin();
    // Need to make a copy of the PurgeFilesInfo before unlocking the mutex.
    PurgeFileInfo purge_file = it->second;

    const std::string& fname = purge_file.fname;
    uint64_t number = purge_file.number;

    purge_files_.erase(it);

    mutex_.Unlock();
    DeleteObsoleteFileImpl(fname, number);
    mutex_.Lock();
  }
#else
  for (const auto& file : purge_files_) { // finding: escaping-guarded-reference
    const PurgeFileInfo& purge_file = file.second;
    const std::string& fname = purge_file.fname;
    uint64_t number = purge_file.number;

    mutex_.Unlock();
    DeleteObsoleteFileImpl(fname, number); // known-miss: escaping-guarded-reference issue "One function in several threads"
    mutex_.Lock();
  }
  purge_files_.clear();
#endif

  bg_purge_scheduled_--;
  mutex_.Unlock();
}

void DBImpl::DeleteObsoleteFileImpl(const std::string& fname, uint64_t number) {
  if (number != 0) {
    env_->DeleteFile(fname);
    deleted_files_.fetch_add(1, std::memory_order_relaxed);
  }
}

}  // namespace rocksdb
