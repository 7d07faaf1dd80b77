//===- Nolint.h - comments that silence findings ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The comments of clang-tidy, with its meaning:
//
//   m.erase(k); // NOLINT                       everything on this line
//   m.erase(k); // NOLINT(holdfast-*)           what a glob of the list matches
//   // NOLINTNEXTLINE(holdfast-invalidated-iterator)
//   // NOLINTBEGIN(holdfast-*) … // NOLINTEND(holdfast-*)   lines between, inclusive
//
// Items of a list that would take away (`-holdfast-*`) count for nothing. An
// empty list silences nothing. An END closes the innermost BEGIN and must carry the same list.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_NOLINT_H
#define HOLDFAST_TOOL_NOLINT_H

#include "tool/Globs.h"
#include "tool/Sources.h"
#include <optional>
#include <vector>

namespace holdfast::tool {

/// The silencing comments of the files asked about, found once per file.
class Nolint {
public:
  explicit Nolint(Sources &S) : Files(S) {}

  /// Whether a comment in File silences Rule on Line.
  bool silences(llvm::StringRef File, unsigned Line, llvm::StringRef Rule);

  /// BEGINs without END and the other way round, in the files asked about so far:
  /// "a.cpp:3: NOLINTBEGIN has no NOLINTEND", in order of file and line.
  std::vector<std::string> problems() const;

private:
  struct Span {
    unsigned First, Last;
    std::optional<GlobList> Rules; ///< Unset: all.
  };
  struct FileComments {
    std::vector<Span> Spans;
    std::vector<std::pair<unsigned, std::string>> Problems;
  };
  const FileComments &comments(llvm::StringRef File);
  static FileComments parse(const std::vector<llvm::StringRef> &Lines);

  Sources &Files;
  llvm::StringMap<FileComments> Known;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_NOLINT_H
