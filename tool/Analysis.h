//===- Analysis.h - from a unit to its reports ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_ANALYSIS_H
#define HOLDFAST_TOOL_ANALYSIS_H

#include "solve/Solver.h"
#include "threads/Faults.h"
#include "tool/Configuration.h"
#include "tool/Parse.h"
#include "tool/Unit.h"
#include "tool/cache/Root.h"

namespace holdfast::tool {

/// L with its file spelled out.
Place placeOf(const ir::Location &L, const ir::Module &M);

/// Words what was found in M.
std::vector<Report> wordsFor(const solve::Solution &Found, const threads::Faults &Between,
                             const ir::Module &M, const models::Library &Models);

/// Whether S wants R shown.
bool wants(const Settings &S, const Report &R);

/// Some rule is on that is about violations, or about faults of threads.
bool seeksViolations(const Settings &S);
bool seeksFaults(const Settings &S);

/// What is found in M by itself, as far as S wants it shown.
std::vector<Report> reportsOf(const ir::Module &M, const Settings &S);

/// Parses, lowers and solves U by itself. See parseUnit about the current directory.
Outcome analyzeUnit(const Unit &U, const ParseOptions &Options);

/// Parses and lowers U: its Program is to be linked with others.
Outcome lowerUnit(const Unit &U, const ParseOptions &Options, const Root &Place);

/// The Program of O, of a unit with root Place, with absolute names of files.
llvm::Expected<ir::Module> programOf(const Outcome &O, const Unit &U, const Root &Place);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_ANALYSIS_H
