//===- Run.h - from units to output and exit status -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_RUN_H
#define HOLDFAST_TOOL_RUN_H

#include "tool/Configuration.h"
#include "tool/Unit.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace holdfast::tool {

/// `holdfast: KIND: MESSAGE` on stderr.
void complain(llvm::StringRef Kind, const llvm::Twine &Message);

/// The same for an error that ends the run; returns its exit status, 2.
int complainAndStop(llvm::Error E);

/// Analyzes Units in children, links and solves the programs among the outcomes, prints findings to
/// stdout, everything else to stderr. Returns the exit status.
int runAndReport(llvm::ArrayRef<Unit> Units, const Options &O, Configuration &Config,
                 llvm::function_ref<Outcome(const Unit &)> Analyze);

/// The commands, one file each. They return the exit status.
int analyzeCommand(const Options &O);
int lowerCommand(const Options &O);
int linkCommand(const Options &O);
int solveCommand(const Options &O);
int doctorCommand(const Options &O);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_RUN_H
