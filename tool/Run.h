//===- Run.h - from units to output and exit status -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_RUN_H
#define HOLDFAST_TOOL_RUN_H

#include "tool/Baseline.h"
#include "tool/Configuration.h"
#include "tool/Summary.h"
#include "tool/Unit.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace holdfast::tool {

/// `holdfast: KIND: MESSAGE` on stderr.
void complain(llvm::StringRef Kind, const llvm::Twine &Message);

/// The same for an error that ends the run; returns its exit status, 2.
int complainAndStop(llvm::Error E);

/// The same for all errors of configuration files; returns 0 if there are none.
int complainOfErrors(const Configuration &Config);

class FunctionCache;
class RunCache;
class Roots;

/// Analyzes Units in children, links and solves the programs among the outcomes, prints findings to
/// stdout, everything else to stderr. What Cache (null: none) knows is not done again. Returns the
/// exit status.
int runAndReport(llvm::ArrayRef<Unit> Units, const Options &O, Configuration &Config,
                 RunCache *Cache, Roots &Places, llvm::function_ref<Outcome(const Unit &)> Analyze,
                 FunctionCache *Functions = nullptr);

/// The file of the baseline: the one that O names; else the nearest .holdfast-baseline in the
/// current directory or above, if there is one. A new one is made in the current directory.
std::string baselineFileOf(const Options &O);

/// The baseline that findings are compared with, if there is to be one. Errors: it cannot be read,
/// or what O asks for cannot be written.
llvm::Expected<std::optional<Baseline>> readBaseline(const Options &O);

/// Whether nothing that is not found can be there all the same: the run was complete and looked at
/// the whole project as one program.
bool seesAll(const Options &O, const Summary &S);

/// The entries of Known that are no longer found; none where the run cannot tell, because it did
/// not look at everything.
std::vector<std::string> staleEntries(const Baseline &Known, llvm::ArrayRef<Report> Found,
                                      const Summary &S, const Options &O);

/// `holdfast baseline create|update|prune` after the analysis. Returns the exit status.
int writeBaseline(std::optional<Baseline> Old, llvm::ArrayRef<Report> Found, const Summary &S,
                  const Options &O);
/// `holdfast baseline show`.
int showBaseline(const Options &O);

/// `holdfast explain FINGERPRINT`, of a finding of All. Returns the exit status.
int explainFinding(llvm::ArrayRef<Report> All, const Options &O);

/// `holdfast migrate FINGERPRINT`: the container of a finding of All. Returns the exit status.
int migrateFinding(llvm::ArrayRef<Report> All, const Options &O);

/// The commands, one file each. They return the exit status. analyzeCommand is also what `gate`,
/// `baseline` and `explain` do.
int analyzeCommand(const Options &O);
int lowerCommand(const Options &O);
/// `holdfast lower -o DIR/`.
int lowerAllCommand(const Options &O);
int linkCommand(const Options &O);
int solveCommand(const Options &O);
int initCommand(const Options &O);
int lspCommand(const Options &O);
int explainConfigCommand(const Options &O);
int verifyConfigCommand(const Options &O);
int explainCommand(const Options &O);
int migrateCommand(const Options &O);
int doctorCommand(const Options &O);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_RUN_H
