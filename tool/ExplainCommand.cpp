//===- ExplainCommand.cpp - holdfast explain ------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "rules/Rule.h"
#include "tool/Explanation.h"
#include "tool/Run.h"
#include "tool/Spelling.h"
#include "tool/output/JsonLines.h"
#include "tool/output/RulePage.h"
#include "llvm/Support/MemoryBuffer.h"

namespace holdfast::tool {
namespace {

int listRules() {
  for (const rules::Rule &R : rules::allRules())
    llvm::outs() << R.Name << "\n    " << R.Summary << '\n';
  llvm::outs()
      << "\n'holdfast explain RULE' shows a page, 'holdfast explain FINGERPRINT' a finding.\n";
  return 0;
}

/// With or without "holdfast-" before it.
const rules::Rule *ruleCalled(llvm::StringRef Name) {
  if (const rules::Rule *R = rules::findRule(Name))
    return R;
  return rules::findRule(("holdfast-" + Name).str());
}

int explainRule(llvm::StringRef Name) {
  if (const rules::Rule *R = ruleCalled(Name)) {
    llvm::outs() << pageOf(R->Name).Markdown;
    return 0;
  }
  std::vector<llvm::StringRef> Names;
  for (const rules::Rule &R : rules::allRules())
    for (llvm::StringRef N : {R.Name, R.Name.split('-').second})
      Names.push_back(N);
  return complainAndStop(llvm::createStringError("'" + Name + "' is no rule and no fingerprint" +
                                                 didYouMean(Name, Names) +
                                                 "; 'holdfast explain' lists the rules"));
}

int explainFrom(const Options &O) {
  auto Buffer = llvm::MemoryBuffer::getFile(O.From, /*IsText=*/true);
  if (!Buffer)
    return complainAndStop(
        llvm::createStringError("cannot read " + O.From + ": " + Buffer.getError().message()));
  llvm::Expected<std::vector<Report>> All = readJsonLines((*Buffer)->getBuffer(), O.From);
  return All ? explainFinding(*All, O) : complainAndStop(All.takeError());
}

} // namespace

int explainFinding(llvm::ArrayRef<Report> All, const Options &O) {
  llvm::Expected<const Report *> Found = findFingerprint(All, O.Subject);
  if (!Found) {
    complain("error", llvm::toString(Found.takeError()));
    return 1;
  }
  Sources Files;
  printExplanation(**Found, Files, llvm::outs());
  return 0;
}

int explainCommand(const Options &O) {
  if (O.Subject.empty())
    return listRules();
  if (!mayBeFingerprint(O.Subject))
    return explainRule(O.Subject);
  return O.From.empty() ? analyzeCommand(O) : explainFrom(O);
}

} // namespace holdfast::tool
