//===- version_set.cpp - the files of a version -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "version_set.h"

void Version::ProcessBatch(FilePickerMultiGet* batch, std::vector<std::string>& mget_tasks,
                           std::vector<FilePickerMultiGet>& batches, std::deque<size_t>& to_process,
                           unsigned int& num_tasks_queued) {
  FilePickerMultiGet& fp = *batch;
  const FileMetaData& file = levels_[fp.GetHitFileLevel()];
  MultiGetRange range = fp.GetRange();
  MultiGetRange leftover;
  for (const auto& key : fp.GetRange().keys()) {
    if (!file.Overlaps(key)) {
      continue;
    }
    if (file.KeyMayMatch(key)) {
      mget_tasks.push_back(key);
      ++num_tasks_queued;
    } else {
      leftover.Add(key);
      range.SkipKey(key);
    }
  }

  // Split the current batch if some keys are not in this level and the others may be.
  if (!leftover.empty() && !range.empty()) {
    fp.ReplaceRange(range);
    batches.emplace_back(&leftover, fp);
    to_process.emplace_back(batches.size() - 1);
  }
  if (!num_tasks_queued) {
#ifdef FIXED
    fp.PrepareNextLevelForSearch();
#else
    fp.PrepareNextLevelForSearch(); // finding: invalidated-reference "'fp'"
#endif
  }
}

int Version::MultiGetAsync(const MultiGetRange* range) {
  std::vector<FilePickerMultiGet> batches;
  std::deque<size_t> waiting;
  std::deque<size_t> to_process;
  std::vector<std::string> mget_tasks;

  batches.emplace_back(range, static_cast<int>(levels_.size()));
  to_process.emplace_back(0);

  while (!to_process.empty()) {
#ifdef FIXED
    // A batch may get split into two, which must not move the others.
    batches.reserve(batches.size() + 1);

#endif
    size_t idx = to_process.front();
    FilePickerMultiGet* batch = &batches.at(idx);
    unsigned int num_tasks_queued = 0;
    to_process.pop_front();
    if (!batch->IsSearchEnded() && !batch->GetRange().empty()) {
      ProcessBatch(batch, mget_tasks, batches, to_process, num_tasks_queued);
#ifdef FIXED
      if (!num_tasks_queued && !batch->IsSearchEnded()) {
#else
      if (!num_tasks_queued && !batch->IsSearchEnded()) { // finding: invalidated-reference
#endif
        to_process.emplace_back(idx);
      } else if (num_tasks_queued) {
        waiting.emplace_back(idx);
      }
    }
    if (to_process.empty()) {
      for (size_t wait_idx : waiting) {
        FilePickerMultiGet& fp = batches.at(wait_idx);
        MultiGetRange rest = fp.GetRange();
        for (const auto& key : mget_tasks) {
          rest.SkipKey(key);
        }
        fp.ReplaceRange(rest);
        fp.PrepareNextLevelForSearch();
      }
      to_process.swap(waiting);
      waiting.clear();
    }
  }
  return static_cast<int>(mget_tasks.size());
}
