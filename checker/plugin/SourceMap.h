//===- SourceMap.h - from findings back to clang's locations ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_PLUGIN_SOURCEMAP_H
#define HOLDFAST_PLUGIN_SOURCEMAP_H

#include "fix/Fix.h"
#include "ir/Effect.h"
#include "clang/Basic/Diagnostic.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include <string>

namespace clang {
class SourceManager;
}

namespace holdfast::plugin {

/// Findings carry file, line and column; clang-tidy wants its own locations, by
/// which it honours NOLINT, the header filter and --export-fixes. Something
/// spelled in a macro is located at the macro's expansion, as it was lowered.
class SourceMap {
public:
  /// Files is what Location::File indexes: absolute names without dots. It must outlive this.
  SourceMap(const clang::SourceManager &SM, llvm::ArrayRef<std::string> Files);

  /// Invalid when L is in no file of this translation unit.
  clang::SourceLocation begin(const ir::Location &L) const;
  /// The text of L, to be underlined. Invalid when begin(L) is.
  clang::CharSourceRange range(const ir::Location &L) const;

  /// Edits, in order, for clang to make; none when one is in no file of this translation unit.
  std::vector<clang::FixItHint> hints(llvm::ArrayRef<fix::Edit> Edits) const;

  /// The text of File; empty when that is none of this translation unit.
  llvm::StringRef text(llvm::StringRef File) const;

  /// Whether clang-tidy may be told by a comment to keep silent about L.
  bool mayBeSilenced(const ir::Location &L) const;

  /// "FILE:LINE" of L when that is in none of the files; else empty.
  std::string elsewhere(const ir::Location &L) const;

private:
  /// What E replaces. Invalid when its file is none of this translation unit.
  clang::CharSourceRange range(const fix::Edit &E) const;
  clang::SourceLocation translate(uint32_t File, uint32_t Line, uint32_t Column) const;

  const clang::SourceManager &SM;
  llvm::ArrayRef<std::string> Files;
  llvm::StringMap<clang::FileID> ByName;
  std::vector<clang::FileID> Ids; ///< By Location::File.
};

} // namespace holdfast::plugin

#endif // HOLDFAST_PLUGIN_SOURCEMAP_H
