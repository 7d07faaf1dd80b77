//===- Progress.h - one live line while a run goes on -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_PROGRESS_H
#define HOLDFAST_TOOL_PROGRESS_H

#include "tool/Options.h"
#include "llvm/ADT/StringRef.h"
#include <chrono>
#include <cstddef>
#include <string>

namespace holdfast::tool {

/// `[12/167, 5 found, 3.4 a second, 46 s left] src/a.cpp` on stderr, rewritten in place; nothing
/// when Enabled is false. Drawn ten times a second at most; rate and rest once they can be told.
class Progress {
public:
  Progress(size_t Total, bool Enabled) : Total(Total), Enabled(Enabled && Total > 1) {}
  ~Progress() { clear(); }

  /// One more unit has ended; with so many more findings, before they are merged and silenced.
  void ended(llvm::StringRef ShownFile, size_t MoreFound = 0);

  /// Makes the line free for other output.
  void clear();

private:
  std::string paceAt(std::chrono::steady_clock::time_point Now) const;

  size_t Total;
  size_t Ended = 0, Found = 0;
  bool Enabled;
  bool IsDrawn = false;
  std::chrono::steady_clock::time_point Begun = std::chrono::steady_clock::now(), LastDrawn;
};

/// Whether O lets it be shown, and stderr is a terminal that can go back in a line.
bool showsProgress(const Options &O);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_PROGRESS_H
