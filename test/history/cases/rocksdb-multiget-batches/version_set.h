//===- version_set.h - the files of a version -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "file_picker.h"

#include <deque>
#include <vector>

// The one file of a level.
class FileMetaData {
 public:
  explicit FileMetaData(const std::set<std::string>& keys) : keys_(keys) {}
  bool Overlaps(const std::string& key) const { return *keys_.begin() <= key && key <= *keys_.rbegin(); }
  bool KeyMayMatch(const std::string& key) const { return keys_.count(key) != 0; }

 private:
  std::set<std::string> keys_;
};

class Version {
 public:
  void AddFile(const std::set<std::string>& keys) { levels_.emplace_back(keys); }
  int MultiGetAsync(const MultiGetRange* range);

 private:
  void ProcessBatch(FilePickerMultiGet* batch, std::vector<std::string>& mget_tasks,
                    std::vector<FilePickerMultiGet>& batches, std::deque<size_t>& to_process,
                    unsigned int& num_tasks_queued);

  std::vector<FileMetaData> levels_;
};
