//===- Sources.h - text of the files that findings are in -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_SOURCES_H
#define HOLDFAST_TOOL_SOURCES_H

#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <vector>

namespace holdfast::tool {

/// Files by name, read once, in lines. A file that cannot be read has no lines.
class Sources {
public:
  /// All lines of File, without line ends. Valid as long as this object.
  const std::vector<llvm::StringRef> &lines(llvm::StringRef File);

  /// Line Number, counted from 1; empty when there is none.
  llvm::StringRef line(llvm::StringRef File, unsigned Number);

  /// The whole of File; empty when it cannot be read. Valid as long as this object.
  llvm::StringRef text(llvm::StringRef File);

  /// Of a place counted from 1, in bytes; 0 when there is none.
  size_t offset(llvm::StringRef File, unsigned Line, unsigned Column);

  /// Line and column of an offset.
  std::pair<unsigned, unsigned> position(llvm::StringRef File, size_t Offset);

private:
  struct Text {
    std::unique_ptr<llvm::MemoryBuffer> Buffer;
    std::vector<llvm::StringRef> Lines;
  };
  llvm::StringMap<std::unique_ptr<Text>> Files;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_SOURCES_H
