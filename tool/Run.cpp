//===- Run.cpp - from units to output and exit status ---------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Run.h"
#include "tool/Collection.h"
#include "tool/Faults.h"
#include "tool/Paths.h"
#include "tool/Progress.h"
#include "tool/Runner.h"
#include "tool/Summary.h"
#include "tool/TextOutput.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Threading.h"

namespace holdfast::tool {
namespace {

bool wantsColors(ColorMode Mode) {
  if (Mode != ColorMode::Auto)
    return Mode == ColorMode::Always;
  const char *No = std::getenv("NO_COLOR"); // https://no-color.org: set and not empty.
  return !(No && *No) && llvm::sys::Process::StandardOutIsDisplayed() &&
         llvm::sys::Process::StandardOutHasColors();
}

RunResult runAll(llvm::ArrayRef<Unit> Units, const Options &O,
                 llvm::function_ref<Outcome(const Unit &)> Analyze) {
  RunnerOptions Options;
  Options.PerUnit = O.PerUnit;
  Options.Jobs = O.Jobs ? O.Jobs : llvm::hardware_concurrency().compute_thread_count();
  Progress Live(Units.size(), !O.Quiet && canShowProgress());
  return runUnits(
      Units, Options,
      [&](const Unit &U) {
        injectFault(U.File);
        return Analyze(U);
      },
      [&](size_t Index) { Live.ended(shownPath(Units[Index].File)); });
}

void printNotices(const Unit &U, const Outcome &Out) {
  for (const std::vector<std::string> *List : {&U.Notices, &Out.Notices})
    for (const std::string &Text : *List)
      llvm::errs() << "note: " << shownPath(U.File) << ": " << Text << '\n';
}

/// A full disk must not look like a run without findings.
bool flushOutput() {
  llvm::outs().flush();
  if (!llvm::outs().has_error())
    return true;
  complain("error", "cannot write findings: " + llvm::outs().error().message());
  llvm::outs().clear_error();
  return false;
}

} // namespace

void complain(llvm::StringRef Kind, const llvm::Twine &Message) {
  llvm::errs() << "holdfast: " << Kind << ": " << Message << '\n';
}

int complainAndStop(llvm::Error E) {
  complain("error", llvm::toString(std::move(E)));
  return 2;
}

int runAndReport(llvm::ArrayRef<Unit> Units, const Options &O, const Configuration &Config,
                 llvm::function_ref<Outcome(const Unit &)> Analyze) {
  Sources Files;
  llvm::Expected<Collection> Findings = Collection::create(O, Files);
  if (!Findings)
    return complainAndStop(Findings.takeError());

  RunResult Result = runAll(Units, O, Analyze);
  for (size_t I = 0; I < Units.size(); ++I) {
    Findings->addMainFile(Units[I].File);
    Findings->add(std::move(Result.Outcomes[I].Reports));
    if (O.Verbose)
      printNotices(Units[I], Result.Outcomes[I]);
  }
  std::vector<Report> Shown = Findings->take();
  TextOutput Text(llvm::outs(), Files, wantsColors(O.Color));
  for (const Report &R : Shown)
    Text.print(R);
  bool AreLost = !flushOutput();

  for (const std::string &Problem : Findings->problems())
    complain("warning", Problem);
  for (const std::string &Error : Config.errors())
    complain("error", Error);
  printTroubles(Units, Result.Outcomes, O, llvm::errs());
  if (O.Verbose && Findings->silenced())
    llvm::errs() << "note: silenced by NOLINT comments: " << Findings->silenced() << '\n';
  Summary S = Summary::of(Result.Outcomes, Shown);
  S.Interrupted = Result.Interrupted;
  S.WrongConfiguration = !Config.errors().empty();
  llvm::errs() << S.line() << '\n';
  return AreLost ? 2 : S.exitCode();
}

} // namespace holdfast::tool
