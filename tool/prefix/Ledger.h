//===- Ledger.h - which of a prefix a unit sees -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_PREFIX_LEDGER_H
#define HOLDFAST_TOOL_PREFIX_LEDGER_H

#include "clang/Basic/FileEntry.h"
#include "clang/Basic/SourceLocation.h"
#include "clang/Lex/PPCallbacks.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringSet.h"
#include <string>
#include <vector>

namespace clang {
class Preprocessor;
}

namespace holdfast::tool {

/// Listens while a prefix is read and, in a child, while a unit is read behind it.
///
/// The unit has read more than its own `#include` lines name, and earlier. Whether that mattered is
/// what this keeps the book of: a file of the prefix is *visible* from the line of the unit on that
/// includes it or a file that includes it. Nothing that a unit says may be answered by a file that
/// is not visible there, else it would have been answered otherwise by the unit alone:
///
///   a macro that the unit tests or uses       was defined by a visible file
///   a macro that the unit defines or removes  stands nowhere in a file that gets visible later
///   a macro that files of the prefix remove   stands nowhere in the unit
///   a file of the prefix is included          in no namespace or class; in `extern "C" { }` if
///                                             what it declares is so anyway
///   `__COUNTER__`, `__INCLUDE_LEVEL__`        do not stand in the unit
///
/// Declarations are looked at when all is read (Sight.h). True is proven, false is unknown.
///
/// System headers are trusted among each other: [using.headers] lets a program include them in any
/// order, each more than once, and [res.on.headers] lets each of them include others.
class Ledger : public clang::PPCallbacks {
public:
  explicit Ledger(clang::Preprocessor &PP) : PP(PP) {}

  /// All that was read so far is the prefix. What follows for all units, once.
  void close();
  /// The unit begins. After close().
  void begin(clang::SourceLocation Unit);

  /// Why this unit may not be what it is alone; empty: no reason was found.
  llvm::StringRef doubt() const { return Doubt; }
  void doubt(std::string Why);
  /// After the unit: looks at what can only be told at the end.
  void finish();

  /// Whether Loc is in the prefix, Loc in no macro.
  bool isInPrefix(clang::SourceLocation Loc) const { return Loc < UnitBegin; }
  /// Whether what stands at Loc, in the prefix, is seen at Where in the unit; without Where: at its
  /// end.
  bool isVisible(clang::SourceLocation Loc, clang::SourceLocation Where) const;
  /// Whether what stands at Loc, in the prefix, stands between the braces of an `extern "C" { }` of
  /// the unit.
  bool isInLinkage(clang::SourceLocation Loc) const;
  /// Whether there is such.
  bool hasLinkage() const { return !InLinkage.empty(); }
  /// Whether the unit includes File of the prefix anywhere.
  bool isVisible(clang::FileEntryRef File) const { return Since.contains(&File.getFileEntry()); }
  /// Of the `#include` lines of the prefix, the names of those that lead to a file that is of no
  /// system header.
  llvm::StringSet<> leadingToUsers() const;
  /// The name in the last `#include` line of the prefix that was read; empty: none.
  llvm::StringRef lastLine() const {
    return Lines.empty() ? "" : llvm::StringRef(Lines.back().first);
  }
  /// Files that were read for the prefix.
  std::vector<clang::FileEntryRef> files() const;

  void InclusionDirective(clang::SourceLocation HashLoc, const clang::Token &, llvm::StringRef,
                          bool, clang::CharSourceRange, clang::OptionalFileEntryRef File,
                          llvm::StringRef, llvm::StringRef, const clang::Module *, bool,
                          clang::SrcMgr::CharacteristicKind) override;
  void MacroExpands(const clang::Token &Name, const clang::MacroDefinition &MD, clang::SourceRange,
                    const clang::MacroArgs *) override {
    used(Name, MD);
  }
  void MacroDefined(const clang::Token &Name, const clang::MacroDirective *) override;
  void MacroUndefined(const clang::Token &Name, const clang::MacroDefinition &MD,
                      const clang::MacroDirective *) override;
  void Defined(const clang::Token &Name, const clang::MacroDefinition &MD,
               clang::SourceRange) override {
    used(Name, MD);
  }
  void Ifdef(clang::SourceLocation, const clang::Token &Name,
             const clang::MacroDefinition &MD) override {
    used(Name, MD);
  }
  void Ifndef(clang::SourceLocation, const clang::Token &Name,
              const clang::MacroDefinition &MD) override {
    used(Name, MD);
  }
  void Elifdef(clang::SourceLocation, const clang::Token &Name,
               const clang::MacroDefinition &MD) override {
    used(Name, MD);
  }
  void Elifndef(clang::SourceLocation, const clang::Token &Name,
                const clang::MacroDefinition &MD) override {
    used(Name, MD);
  }

private:
  bool leadsToUsers(const clang::FileEntry *File) const;
  const clang::FileEntry *fileOf(clang::SourceLocation Loc) const;
  void see(const clang::FileEntry *File, clang::SourceLocation From, bool IsInLinkage);
  void watch(const clang::Token &T);
  void used(const clang::Token &Name, const clang::MacroDefinition &MD);
  bool isOfSystem(const clang::Token &Name) const;
  bool wasMacro(const clang::IdentifierInfo &Name) const;
  void changed(const clang::Token &Name);
  llvm::StringRef textOf(const clang::FileEntry *File) const;

  clang::Preprocessor &PP;
  clang::SourceLocation UnitBegin; ///< Invalid: still in the prefix.
  std::vector<bool> Braces;        ///< That are open in the unit: of `extern "C" { }`?
  clang::tok::TokenKind Recent[2] = {clang::tok::unknown, clang::tok::unknown};
  uint32_t Counter = 0; ///< `__COUNTER__` behind the prefix.
  std::string Doubt;

  /// Of the prefix, by file: what it includes, whether that was read then or before.
  llvm::DenseMap<const clang::FileEntry *, llvm::SmallVector<const clang::FileEntry *, 4>> Includes;
  llvm::DenseMap<const clang::FileEntry *, clang::FileID> Read;
  std::vector<clang::FileEntryRef> InOrder;
  std::vector<std::pair<std::string, const clang::FileEntry *>> Lines; ///< Of the prefix itself.
  llvm::DenseSet<const clang::FileEntry *> OfUsers;                    ///< Of no system header.
  llvm::SmallVector<const clang::FileEntry *, 4> Always; ///< Given on the command line.
  llvm::DenseSet<const clang::IdentifierInfo *> Words;   ///< All that the prefix has looked at.
  /// Macros of one file that another one of the prefix removes: those files.
  struct Removal {
    const clang::IdentifierInfo *Name;
    const clang::FileEntry *Defined, *Removed;
  };
  std::vector<Removal> Removals;

  /// Of the unit: where it includes a file of the prefix first; what it defines or removes.
  llvm::DenseMap<const clang::FileEntry *, clang::SourceLocation> Since;
  std::vector<const clang::IdentifierInfo *> Changed;
  llvm::DenseSet<const clang::FileEntry *> InLinkage; ///< Included in `extern "C" { }` first.
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_PREFIX_LEDGER_H
