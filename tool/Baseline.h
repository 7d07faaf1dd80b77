//===- Baseline.h - findings that are known ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A text file, one finding a line, sorted by fingerprint, so that branches that add findings
// rarely touch neighbouring lines and a union of two files is a baseline again:
//
//   holdfast-baseline 1
//   02340284e0e6054d<TAB>holdfast-mutate-while-iterating<TAB>src/room.cpp<TAB>Room::replay<TAB>history_<TAB>insert
//
// Only the fingerprint counts; the rest is for people. Lines that begin with # are comments.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_BASELINE_H
#define HOLDFAST_TOOL_BASELINE_H

#include "tool/Unit.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <map>

namespace holdfast::tool {

/// What `holdfast baseline` writes and `holdfast gate` reads when nothing else is said.
inline constexpr const char *DefaultBaseline = ".holdfast-baseline";

class Baseline {
public:
  struct Entry {
    std::string Rule, File, Function, Container, Operation;
  };

  /// The error names file and line, and what to do.
  static llvm::Expected<Baseline> read(llvm::StringRef File);

  /// The same of a text; FileName is for the error.
  static llvm::Expected<Baseline> parse(llvm::StringRef Text, llvm::StringRef FileName);

  bool contains(const Report &R) const { return Entries.count(R.Fingerprint); }
  void add(const Report &R);
  void remove(const std::string &Fingerprint) { Entries.erase(Fingerprint); }

  /// What the file holds.
  std::string text() const;

  /// By fingerprint.
  const std::map<std::string, Entry> &entries() const { return Entries; }

private:
  std::map<std::string, Entry> Entries;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_BASELINE_H
