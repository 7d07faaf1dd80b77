//===- file_picker.h - files that may have keys -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "multiget_range.h"

class FilePickerMultiGet {
 public:
  FilePickerMultiGet(const MultiGetRange* range, int num_levels) : range_(*range), num_levels_(num_levels) {}
  // For a part of the keys of other, which are not in its level.
  FilePickerMultiGet(const MultiGetRange* range, const FilePickerMultiGet& other)
      : range_(*range), level_(other.level_ + 1), num_levels_(other.num_levels_) {}

  const MultiGetRange& GetRange() const { return range_; }
  void ReplaceRange(const MultiGetRange& other) { range_ = other; }
  int GetHitFileLevel() const { return level_; }
  bool IsSearchEnded() const { return level_ >= num_levels_; }
  void PrepareNextLevelForSearch() { level_++; }

 private:
  MultiGetRange range_;
  int level_ = 0;
  int num_levels_;
};
