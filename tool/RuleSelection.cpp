//===- RuleSelection.cpp - which rules a run reports ----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/RuleSelection.h"
#include "rules/Rule.h"
#include "tool/Spelling.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::tool {

llvm::Expected<RuleSelection> RuleSelection::parse(llvm::StringRef Text) {
  std::vector<llvm::StringRef> Names;
  for (const rules::Rule &R : rules::allRules())
    Names.push_back(R.Name);

  RuleSelection Result{GlobList(Text)};
  for (const GlobList::Item &Item : Result.List.items())
    if (llvm::none_of(Names, [&](llvm::StringRef N) { return matchesGlob(Item.Pattern, N); }))
      return llvm::createStringError("no rule is called '" + Item.Pattern + "'" +
                                     didYouMean(Item.Pattern, Names));
  if (llvm::none_of(Names, [&](llvm::StringRef N) { return Result.contains(N); }))
    return llvm::createStringError("'" + Text + "' leaves no rule on");
  return Result;
}

bool RuleSelection::contains(llvm::StringRef Rule) const {
  const rules::Rule *R = rules::findRule(Rule);
  if (R && R->IsOptIn)
    return llvm::any_of(List.items(), [&](const GlobList::Item &I) { return I.Pattern == Rule; }) &&
           List.contains(Rule);
  bool StartsFromAll = List.items().empty() || !List.items().front().Positive;
  return List.contains(Rule, StartsFromAll);
}

} // namespace holdfast::tool
