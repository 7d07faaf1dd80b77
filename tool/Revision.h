//===- Revision.h - the sources as they were --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_REVISION_H
#define HOLDFAST_TOOL_REVISION_H

#include "tool/Configuration.h"
#include "tool/Unit.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"

namespace holdfast::tool {

/// A revision of the git repository around the current directory, checked out somewhere else for as
/// long as this object lives.
class Revision {
public:
  /// The error says what git says.
  static llvm::Expected<Revision> checkOut(llvm::StringRef Name);

  Revision(Revision &&Other);
  Revision &operator=(Revision &&) = delete;
  ~Revision();

  /// Units as they would have been: sources, directories and include paths of the repository are
  /// those of the revision. Sources that it does not have are left out; what git ignores (generated
  /// code) and what is outside of the repository is taken as it is now.
  std::vector<Unit> unitsOf(llvm::ArrayRef<Unit> Now, Configuration &Config) const;

  /// Adds a note to a finding that the revision does not have: which line on the way is new.
  void addCause(Report &R) const;

private:
  struct Lines {
    unsigned First, Last;
  };
  Revision(std::string Name, std::string Root, std::string Tree)
      : Name(std::move(Name)), Root(std::move(Root)), Tree(std::move(Tree)) {}

  llvm::Error readDifference();
  bool isIgnored(llvm::StringRef File) const;
  std::optional<std::string> inTree(llvm::StringRef Path) const;
  std::vector<std::string> mappedArguments(const Unit &U) const;
  bool isNew(const Place &P) const;

  std::string Name;
  std::string Root; ///< Of the repository; absolute, without symbolic links.
  std::string Tree; ///< Where the revision is checked out; empty: moved from.
  llvm::StringMap<std::vector<Lines>> Changed; ///< By absolute file, as they are now.
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_REVISION_H
