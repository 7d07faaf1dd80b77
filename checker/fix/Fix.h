//===- Fix.h - edits that remove a finding ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_FIX_FIX_H
#define HOLDFAST_FIX_FIX_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace holdfast::fix {

/// What tells the contents of a file from others; never 0.
uint64_t digestOf(llvm::StringRef Code);

/// Length bytes of File at Offset become Text.
struct Edit {
  std::string File; ///< Absolute.
  unsigned Offset = 0;
  unsigned Length = 0; ///< 0: Text is inserted before Offset.
  std::string Text;    ///< With the line ends of File.
  uint64_t Digest = 0; ///< Of the contents of File that Offset is a place in; 0: not known.

  friend bool operator==(const Edit &A, const Edit &B) { return A.fields() == B.fields(); }
  friend bool operator<(const Edit &A, const Edit &B) { return A.fields() < B.fields(); }

private:
  std::tuple<const std::string &, const unsigned &, const unsigned &, const std::string &,
             const uint64_t &>
  fields() const {
    return std::tie(File, Offset, Length, Text, Digest);
  }
};

/// E was made for a file that had Code in it, or it is not known what for.
inline bool isFor(const Edit &E, llvm::StringRef Code) {
  return !E.Digest || E.Digest == digestOf(Code);
}

/// Lines of their own, `#include <vector>\n`: several may go to one place.
bool isLines(const Edit &E);

/// Whether A touches text that B touches, or both insert at one place and which comes first would
/// matter.
bool overlap(const Edit &A, const Edit &B);

/// Text with the line ends that Code has in its first line.
std::string withLineEnds(llvm::StringRef Text, llvm::StringRef Code);

/// Text with Edits, which are of one file, in order, and do not overlap.
std::string edited(llvm::StringRef Text, llvm::ArrayRef<Edit> Edits);

/// How much a fix may be trusted.
enum class Safety : uint8_t {
  Safe,       ///< Keeps what the program means, apart from the defect: may be applied unseen.
  Suggestion, ///< Compiles and removes the defect, but the program may do something else than its
              ///< author wants (a copy costs time, who is removed is still called): to be looked
              ///< at.
  Offer,      ///< The same, and so large a change that it is made only when it is chosen by itself.
};

/// One way to remove a finding: all of its edits, or none.
struct Fix {
  std::string Kind;  ///< "erase-if": what tests and statistics call it.
  std::string Title; ///< What it does: "use 'std::erase_if'".
  std::string Why; ///< In a word or some, why it is safe, or what to look at before: "same order".
  Safety Trust = Safety::Suggestion;
  std::vector<Edit> Edits;
  /// What it declares, each with its function: another fix there must not declare the same, which
  /// it cannot know of.
  std::vector<std::string> Names = {};
};

/// The names that fixes declare which are made together.
class DeclaredNames {
public:
  /// Whether F may be made with those that were taken: none declares the same elsewhere.
  bool allow(const Fix &F) const;
  void take(const Fix &F);

private:
  std::map<std::string, std::vector<Edit>> By;
};

/// "fix: use 'std::erase_if' (the loop does nothing but select)".
std::string describe(const Fix &F);

} // namespace holdfast::fix

#endif // HOLDFAST_FIX_FIX_H
