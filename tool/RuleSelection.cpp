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

static std::vector<llvm::StringRef> ruleNames() {
  std::vector<llvm::StringRef> Names;
  for (const rules::Rule &R : rules::allRules())
    Names.push_back(R.Name);
  return Names;
}

/// Items of names and globs that are all rules, whatever they leave.
llvm::Expected<RuleSelection> RuleSelection::parseAny(llvm::StringRef Text) {
  std::vector<llvm::StringRef> Names = ruleNames();
  RuleSelection Result{GlobList(Text)};
  for (const GlobList::Item &Item : Result.List.items())
    if (llvm::none_of(Names, [&](llvm::StringRef N) { return matchesGlob(Item.Pattern, N); }))
      return llvm::createStringError("no rule is called '" + Item.Pattern + "'" +
                                     didYouMean(Item.Pattern, Names));
  return Result;
}

llvm::Expected<RuleSelection> RuleSelection::parse(llvm::StringRef Text) {
  llvm::Expected<RuleSelection> Result = parseAny(Text);
  if (Result && Result->isEmpty())
    return llvm::createStringError("'" + Text + "' leaves no rule on");
  return Result;
}

llvm::Expected<std::optional<RuleSelection>> RuleSelection::parseTidyChecks(llvm::StringRef Text) {
  GlobList Checks(Text);
  auto IsOurs = [](const GlobList::Item &I) {
    return llvm::StringRef(I.Pattern).starts_with("holdfast");
  };
  bool NamesOne = llvm::any_of(Checks.items(),
                               [&](const GlobList::Item &I) { return I.Positive && IsOurs(I); });
  std::string Ours = NamesOne ? "-*" : ""; // clang-tidy starts from none of ours.
  for (const GlobList::Item &I : Checks.items())
    if (IsOurs(I) || (NamesOne && I.Pattern == "*"))
      Ours += (I.Positive ? "," : ",-") + I.Pattern;
  if (Ours.empty())
    return std::nullopt;
  llvm::Expected<RuleSelection> Result = parseAny(Ours);
  if (!Result)
    return Result.takeError();
  return std::move(*Result);
}

RuleSelection RuleSelection::none() { return RuleSelection(GlobList("-*")); }

bool RuleSelection::isEmpty() const {
  return llvm::none_of(ruleNames(), [&](llvm::StringRef N) { return contains(N); });
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
