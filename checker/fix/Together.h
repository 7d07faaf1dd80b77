//===- Together.h - fixes that others make together -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clang-tidy and clang-apply-replacements make the fixes of all findings at once, and know less of
// them than we do: a line that two fixes insert is there twice, and of two lines for one place
// (`#include`s) the second is refused, with all the rest.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_FIX_TOGETHER_H
#define HOLDFAST_FIX_TOGETHER_H

#include "fix/Fix.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <set>

namespace holdfast::fix {

/// The fixes that findings were given, of one unit or program.
class Together {
public:
  /// The text of a file; empty: it is not known.
  using TextOf = llvm::function_ref<llvm::StringRef(const std::string &File)>;

  /// Whether F may be made with those that were taken: none declares its names elsewhere, and no
  /// two edits overlap.
  bool allow(const Fix &F) const;

  /// Takes F, which is allowed. The edits that are left to be made: what another fix does already
  /// is not done twice, and a line finds another place where one goes to the same. IsSure: F is
  /// made if any is; else nobody relies on its edits.
  std::vector<Edit> take(const Fix &F, TextOf Text, bool IsSure);

private:
  /// Safe fixes are made with and without the others, so only they count for each other.
  bool counts(Safety Made, Safety Asks) const {
    return Made == Safety::Safe || Asks != Safety::Safe;
  }
  bool isMade(const Edit &E, Safety For) const;
  Edit placed(Edit Line, llvm::StringRef Text) const;

  DeclaredNames SafeNames, AllNames;
  std::map<Edit, Safety> Made; ///< As they were asked for.
  std::set<Edit> Lines;        ///< Those that are lines of their own, where they have gone.
};

} // namespace holdfast::fix

#endif // HOLDFAST_FIX_TOGETHER_H
