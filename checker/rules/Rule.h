//===- Rule.h - the rules, one file each ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_RULES_RULE_H
#define HOLDFAST_RULES_RULE_H

#include "ir/Declarations.h"
#include "rules/Finding.h"
#include "solve/Solver.h"
#include "threads/Faults.h"
#include "llvm/ADT/ArrayRef.h"

namespace holdfast::rules {

/// What a rule may look at beside the violation: names of files for messages,
/// rows of the container for the remedy.
struct Context {
  const ir::Module &Module;
  const models::Library &Library;
  const ir::Declarations &Declared;
};

/// A rule claims violations and words them. Rules.def lists them; the order
/// decides which one claims a violation that several would match.
struct Rule {
  llvm::StringRef Name;    ///< "holdfast-mutate-while-iterating".
  llvm::StringRef Summary; ///< One sentence: what is wrong.
  /// Null for a rule about races.
  bool (*Claims)(const solve::Violation &) = nullptr;
  Finding (*Describe)(const solve::Violation &, const Context &) = nullptr;
  /// Null for all others.
  bool (*ClaimsRace)(const threads::Race &) = nullptr;
  Finding (*DescribeRace)(const threads::Race &, const Context &) = nullptr;
  Finding (*DescribeEscape)(const threads::Escape &, const Context &) = nullptr;
  Finding (*DescribeGap)(const threads::Gap &, const Context &) = nullptr;
  bool IsOptIn = false; ///< Reported only when the user names it, not as one of many.
};

/// All rules, in the order of Rules.def.
llvm::ArrayRef<Rule> allRules();

/// The rule named Name, or null.
const Rule *findRule(llvm::StringRef Name);

/// Whether a list of checks, as clang-tidy's (`*,-holdfast-x,holdfast-y`), has R's name itself as
/// an item, and not only a pattern that matches it: what a rule that IsOptIn waits for.
bool isNamedIn(llvm::StringRef Checks, const Rule &R);

/// Turns violations and faults into findings: each goes to the first rule that claims it.
/// Of one invalidated handle the first use is reported, and equal findings (rule,
/// location, message) are merged, the surest kept. Sorted by file name, line,
/// column, rule, message.
std::vector<Finding> report(const solve::Solution &, const threads::Faults &, const ir::Module &,
                            const models::Library &);

} // namespace holdfast::rules

#endif // HOLDFAST_RULES_RULE_H
