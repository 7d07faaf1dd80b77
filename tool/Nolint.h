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
// A reason may follow: `NOLINT(holdfast-*): the callee does not erase`. Where a configuration file
// asks for one, a comment that names a rule of Holdfast and gives none silences nothing.
//
// Items of a list that would take away (`-holdfast-*`) count for nothing. An
// empty list silences nothing. An END closes the innermost BEGIN and must carry the same list.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_NOLINT_H
#define HOLDFAST_TOOL_NOLINT_H

#include "tool/Globs.h"
#include "tool/Sources.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <functional>
#include <optional>
#include <vector>

namespace holdfast::tool {

/// The silencing comments of the files asked about, found once per file.
class Nolint {
public:
  /// NeedsReason: whether comments in a file do.
  Nolint(Sources &S, std::function<bool(llvm::StringRef File)> NeedsReason)
      : Files(S), NeedsReason(std::move(NeedsReason)) {}

  /// Whether a comment in File silences Rule on Line.
  bool silences(llvm::StringRef File, unsigned Line, llvm::StringRef Rule);

  /// The comments in File that name rules for which IsOn and have silenced nothing so far, in
  /// order: "a.cpp:3: NOLINT(holdfast-...) silences nothing". Comments without a list may be meant
  /// for other tools.
  std::vector<std::string> unused(llvm::StringRef File,
                                  llvm::function_ref<bool(llvm::StringRef Rule)> IsOn);

  /// BEGINs without END and the other way round, and missing reasons, in the files asked about so
  /// far: "a.cpp:3: NOLINTBEGIN has no NOLINTEND", in order of file and line.
  std::vector<std::string> problems() const;

private:
  struct Span {
    unsigned First, Last;
    std::optional<GlobList> Rules; ///< Unset: all.
    unsigned Written;              ///< The line of the comment.
    std::string Text;              ///< "NOLINTNEXTLINE(holdfast-*)".
    bool IsUsed = false;
  };
  struct FileComments {
    std::vector<Span> Spans;
    std::vector<std::pair<unsigned, std::string>> Problems;
  };
  class Parser;
  FileComments &comments(llvm::StringRef File);
  static FileComments parse(const std::vector<llvm::StringRef> &Lines, bool NeedsReason);

  Sources &Files;
  std::function<bool(llvm::StringRef)> NeedsReason;
  llvm::StringMap<FileComments> Known;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_NOLINT_H
