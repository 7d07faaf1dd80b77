//===- Offering.h - other types for the containers of findings --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A container that nobody outside of its unit can name may get a type of the runtime by a fix: all
// of the migration is in that unit, which is compiled with the edits to see that it can be. Of
// other containers users are told the command.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_OFFERING_H
#define HOLDFAST_TOOL_OFFERING_H

#include "migrate/Offers.h"
#include "tool/Parse.h"
#include "llvm/ADT/ArrayRef.h"

namespace holdfast::tool {

/// What U has on offer for the containers of some findings.
class Offering {
public:
  explicit Offering(const Unit &U) : U(U) {}

  /// Asks the syntax tree of the unit about those of Findings that are Asked.
  void ask(clang::ASTContext &Context, llvm::ArrayRef<Report> Findings,
           llvm::ArrayRef<size_t> Asked);

  /// Adds what has been found to what the unit proposes. Parses it once more for each container
  /// that a fix may change, so not while there is a syntax tree.
  void addTo(std::vector<Proposal> &All) const;

private:
  const Unit &U;
  std::map<size_t, migrate::Offer> Found; ///< By finding.
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_OFFERING_H
