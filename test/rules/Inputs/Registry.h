//===- Registry.h - a header with a finding of its own ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_REGISTRY_H
#define HOLDFAST_TEST_REGISTRY_H

#include <map>
#include <string>

class Registry {
  std::map<std::string, int> entries;

public:
  void prune() {
    for (auto &entry : entries)
      if (entry.second == 0)
        entries.erase(entry.first); // finding: mutate-while-iterating "'entries'"
  }
  bool contains(const std::string &name) const { return entries.count(name) != 0; }
};

#endif // HOLDFAST_TEST_REGISTRY_H
