//===- SourceText.h - what is written where ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_FIX_SOURCETEXT_H
#define HOLDFAST_FIX_SOURCETEXT_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Stmt.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>
#include <vector>

namespace clang {
class Token;
}

namespace holdfast::fix {

/// Answers about the text of a translation unit. Ranges are character ranges in one file; what a
/// macro spells, even in part, has none, so nothing is ever edited there.
class SourceText {
public:
  explicit SourceText(const clang::ASTContext &Context)
      : Sources(Context.getSourceManager()), Lang(Context.getLangOpts()), Names(Context.Idents) {}

  std::optional<clang::CharSourceRange> rangeOf(clang::SourceRange Tokens) const;
  std::optional<clang::CharSourceRange> rangeOf(const clang::Stmt &S) const {
    return rangeOf(S.getSourceRange());
  }
  /// With the semicolon that ends it.
  std::optional<clang::CharSourceRange> statement(const clang::Stmt &S) const;

  llvm::StringRef text(clang::CharSourceRange R) const;
  /// Of an expression, also of one that uses macros; empty: it has none of its own.
  llvm::StringRef text(const clang::Stmt &S) const;

  /// One past the last character of a token.
  clang::SourceLocation endOfToken(clang::SourceLocation Token) const;
  /// The end of the line of L, and whether only blanks and a comment come in between.
  clang::SourceLocation endOfLine(clang::SourceLocation L) const;
  bool isRestOfLineIdle(clang::SourceLocation L) const;
  /// Whether L is the first token of its line.
  bool startsLine(clang::SourceLocation L) const;
  bool isBlankBefore(clang::SourceLocation L) const;
  bool isOnOneLine(clang::SourceLocation A, clang::SourceLocation B) const;
  /// The start of the comments that stand right above L, without an empty line in between, or
  /// before it on its line: they belong to what begins there. L: there are none.
  clang::SourceLocation aboveComments(clang::SourceLocation L) const;

  /// The blanks before the first token of the line of L.
  llvm::StringRef indentation(clang::SourceLocation L) const;
  /// What Inner, inside of Outer, is indented by more; two blanks when that cannot be seen.
  std::string unit(clang::SourceLocation Outer, clang::SourceLocation Inner) const;

  /// The comments in R, outside of Kept, in order.
  std::vector<std::string> comments(clang::CharSourceRange R,
                                    llvm::ArrayRef<clang::CharSourceRange> Kept = {}) const;

  /// R with Unit before each line but the first, as far as something is on it that may be moved: no
  /// directive, no rest of a literal. Line ends are "\n".
  std::string lines(clang::CharSourceRange R, llvm::StringRef Unit) const;

  /// R has no preprocessor directive in it, and outside of Kept no macro: what expands to nothing
  /// here may be something in another build.
  bool isPlain(clang::CharSourceRange R, llvm::ArrayRef<clang::CharSourceRange> Kept) const;
  bool hasDirective(clang::CharSourceRange R) const;

  /// R is in a file of the user.
  bool isEditable(clang::SourceLocation L) const;

  const clang::SourceManager &sources() const { return Sources; }

private:
  void forEachToken(clang::CharSourceRange R,
                    llvm::function_ref<void(const clang::Token &)> Visit) const;

  const clang::SourceManager &Sources;
  const clang::LangOptions &Lang;
  const clang::IdentifierTable &Names;
};

} // namespace holdfast::fix

#endif // HOLDFAST_FIX_SOURCETEXT_H
