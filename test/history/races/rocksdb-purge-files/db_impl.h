//===- db_impl.h - a database -----------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "port_mutex.h"

#include <atomic>
#include <cstdint>
#include <string>
#include <unordered_map>

namespace rocksdb {

class Env;

class DBImpl {
 public:
  explicit DBImpl(Env* env) : env_(env) {}

  // The file is not needed any more.
  void ObsoleteFile(const std::string& fname, uint64_t number);

  int deleted_files() const { return deleted_files_; }

 private:
  // PurgeFileInfo is a structure to hold information of files to be deleted in
  // purge_files_
  struct PurgeFileInfo {
    std::string fname;
    uint64_t number;
  };

  void SchedulePendingPurge(const std::string& fname, uint64_t number);
  void SchedulePurge();
  static void BGWorkPurge(void* db);
  void BackgroundCallPurge();
  void DeleteObsoleteFileImpl(const std::string& fname, uint64_t number);

  Env* const env_;
  port::Mutex mutex_;
  // A map to store file numbers and filenames of the files to be purged
  std::unordered_map<uint64_t, PurgeFileInfo> purge_files_;
  int bg_purge_scheduled_ = 0;
  std::atomic<int> deleted_files_{0};
};

}  // namespace rocksdb
