//===- Link.h - several effect programs as one ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Units meet by the names (USRs) of functions, variables and classes. What units
// say of one name, and what the linker makes of it:
//
//   the same inline function in many units     one function
//   `static void helper()` in a/util.cpp and   two: clang's name has the file's last part only,
//     in b/util.cpp, `static int Count` too    "c:util.cpp@F@helper#"; the whole path counts
//   an inline function that a macro changes,   variants: each unit's calls reach its own
//     a source that is built twice
//   a function that calls one with variants    variants, too, as far as one reaches from the other
//                                              in Depth calls; equal ones are one again
//   a function without a body here             the first variant: most units have it; not one of
//                                              a header that defines other functions here
//
// The first variant keeps its name, others get "~" and a hash of what they say behind
// it; so a name does not depend on what else is linked, as long as its place is kept.
//
// Approximations: an internal name whose file cannot be told (several of that name,
// none the function's own) is that of the first of them. One variable per header, file
// and name, also where each unit has its own copy of it.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LINK_LINK_H
#define HOLDFAST_LINK_LINK_H

#include "link/Variants.h"
#include <unordered_map>

namespace holdfast::link {

struct Statistics {
  size_t Modules = 0;
  size_t Read = 0;      ///< Functions in them.
  size_t Own = 0;       ///< Functions of the program that are in an Own module; they come first.
  size_t Functions = 0; ///< Functions of the program.
  size_t Variants = 0;  ///< Of those, not the first of their name.
};

/// Merges modules. Keeps one copy of each function, so memory grows with the program
/// and hardly with the number of units; time is linear. The program is the same for any order
/// of add().
class Linker {
public:
  void add(ir::Module M, Rank R = Rank::Own);

  /// The program of all that was added. The linker is empty afterwards.
  ir::Module take();

  /// Of the program taken last.
  const Statistics &statistics() const { return Counts; }

private:
  void add(ir::Record R);
  void add(ir::Declaration D);

  ir::Module Store; ///< Distinct functions; internal names with their file, see Names.h.
  ContentReader Reader;
  std::vector<Body> Bodies;
  std::vector<Unit> Units;
  std::unordered_map<Content, uint32_t, ContentHash> Known; ///< Body by content.
  llvm::DenseMap<ir::Symbol, uint32_t> Records;             ///< Record of the store by name.
  /// Declaration of the store by owner and name.
  llvm::DenseMap<std::pair<ir::Symbol, ir::Symbol>, uint32_t> Declarations;
  Statistics Counts;
};

} // namespace holdfast::link

#endif // HOLDFAST_LINK_LINK_H
