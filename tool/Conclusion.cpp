//===- Conclusion.cpp - what follows from a run ---------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Conclusion.h"
#include "tool/Fixing.h"
#include "tool/Run.h"
#include "tool/Statistics.h"
#include "tool/Verdict.h"
#include "tool/output/Output.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::tool {
namespace {

/// Takes what is known out of the findings, and out of the summary.
void dropKnown(Ended &Run, const Baseline &Known) {
  size_t Before = Run.Findings.size();
  llvm::erase_if(Run.Findings, [&](const Report &R) { return Known.contains(R); });
  Run.Totals.count(Run.Findings);
  Run.Totals.Known = Before - Run.Findings.size();
}

bool wantsFixes(const Options &O) {
  return O.Fix.areApplied() || !O.Fix.Export.empty() ||
         llvm::any_of(O.Outputs, [](const OutputRequest &R) { return R.Format->ShowsFixes; });
}

void proposeFixes(Ended &Run, const Options &O) {
  for (const std::string &Problem :
       findFixes(Run.Units, Run.Findings, Run.Seen, parseOptions(O), runnerOptions(O)))
    complain("warning", Problem);
}

/// Says what was done; what is fixed is not found any more.
llvm::Error fixAll(Ended &Run, const Options &O) {
  if (!O.Fix.Export.empty())
    if (llvm::Error E = exportFixes(Run.Findings, O))
      return E;
  if (!O.Fix.areApplied())
    return llvm::Error::success();
  llvm::Expected<Fixed> Done = applyFixes(Run.Findings, O, Run.Files);
  if (!Done)
    return Done.takeError();
  llvm::errs() << Done->Line << '\n';
  Run.Totals.Findings -= Done->Findings;
  return llvm::Error::success();
}

void noteStale(size_t Stale) {
  if (Stale)
    complain("note", counted(Stale, "finding") + " of the baseline " + (Stale == 1 ? "is" : "are") +
                         " no longer there: 'holdfast baseline prune' drops " +
                         (Stale == 1 ? "it" : "them"));
}

} // namespace

int conclude(Ended Run, std::optional<Baseline> Known, const Options &O) {
  if (O.What == Command::Baseline) {
    printTroubles(Run.Troubles, O, llvm::errs());
    llvm::errs() << Run.Totals.line() << '\n';
    return writeBaseline(std::move(Known), Run.Findings, Run.Totals, O);
  }
  if (O.What == Command::Explain)
    return explainFinding(Run.Findings, O);
  if (O.What == Command::Migrate)
    return migrateFinding(Run.Findings, O);
  size_t Stale = Known ? staleEntries(*Known, Run.Findings, Run.Totals, O).size() : 0;
  if (Known) {
    if (Run.Totals.KnownIn.empty())
      Run.Totals.KnownIn = "the baseline";
    dropKnown(Run, *Known);
  }
  if (wantsFixes(O))
    proposeFixes(Run, O);
  // Asked about them one by one, the user sees them then.
  const bool ShowsAll = !O.Fix.Interactive || !O.Outputs.empty();
  llvm::Error AreLost =
      !ShowsAll ? llvm::Error::success()
                : writeOutputs(O.Outputs,
                               {Run.Findings, Run.Troubles, Run.Totals, Run.Files, O.Fingerprints},
                               O.Color);

  printTroubles(Run.Troubles, O, llvm::errs());
  noteStale(Stale);
  if (O.Statistics)
    printStatistics(Run.Findings, llvm::errs());
  llvm::errs() << Run.Totals.line() << '\n';
  if (llvm::Error E = fixAll(Run, O))
    return complainAndStop(llvm::joinErrors(std::move(AreLost), std::move(E)));
  if (O.What != Command::Gate)
    return AreLost ? complainAndStop(std::move(AreLost)) : Run.Totals.exitCode();
  Verdict V = judge(Run.Totals, Run.Findings, O.Gate);
  if (V.ExitCode == 1)
    complain("note",
             "'holdfast explain RULE' says what is wrong and what to do, 'holdfast baseline "
             "update' takes findings as known");
  llvm::errs() << "gate " << V.Line << '\n';
  return AreLost ? complainAndStop(std::move(AreLost)) : V.ExitCode;
}

} // namespace holdfast::tool
