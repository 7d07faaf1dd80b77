//===- main.cpp - keys in files of three levels -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: facebook/rocksdb
// Fix: 01ebe8a5f7e3 "Fix invalid reference in MultiGet due to vector resizing (#10702)" (2022)
// Class: kept reference
// A pointer to a batch of keys is handed to ProcessBatch() together with the vector it points into; when the
// batch is split, the vector grows, and both functions go on with the pointer.

#include "version_set.h"

int main() {
  Version version;
  version.AddFile({"b", "d"});
  version.AddFile({"a", "e"});
  version.AddFile({"c"});
  MultiGetRange range({"a", "c", "e"});
  return version.MultiGetAsync(&range) == 3 ? 0 : 1;
}
