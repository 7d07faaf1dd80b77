//===- Analysis.cpp - from a unit to its reports --------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Analysis.h"
#include "ir/Binary.h"
#include "rules/Rule.h"
#include "tool/Paths.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::tool {

Place placeOf(const ir::Location &L, const ir::Module &M) {
  if (!L.isValid() || L.File >= M.Files.size())
    return {};
  return {M.Files[L.File], L.Line, L.Column, L.EndLine, L.EndColumn};
}

static Report reportOf(const rules::Finding &F, const ir::Module &M) {
  Report R;
  R.Rule = F.Rule.str();
  R.Level = F.Level;
  R.Where = placeOf(F.Loc, M);
  R.Message = F.Message;
  for (const rules::Note &N : F.Notes)
    R.Notes.push_back({placeOf(N.Loc, M), N.Message, N.Role});
  R.Container = F.Container;
  R.ContainerType = F.ContainerType;
  R.Declared = placeOf(F.Declared, M);
  R.Operation = F.Operation;
  R.Handle = F.Handle;
  R.Function = F.FunctionName;
  R.FunctionUsr = M.text(F.FunctionUsr).str();
  R.IsByCaller = F.IsByCaller;
  R.Facts = F.Facts.map([&](const ir::Location &L) { return L.InMacro ? Place() : placeOf(L, M); });
  return R;
}

std::vector<Report> wordsFor(const solve::Solution &Found, const threads::Faults &Between,
                             const ir::Module &M, const models::Library &Models) {
  std::vector<Report> Result;
  for (const rules::Finding &F : rules::report(Found, Between, M, Models))
    Result.push_back(reportOf(F, M));
  return Result;
}

bool wants(const Settings &S, const Report &R) {
  return R.Level >= S.minimumFor(R.Rule).Value && S.Rules.contains(R.Rule) &&
         !S.hides(R.Where.File);
}

bool seeksViolations(const Settings &S) {
  return llvm::any_of(rules::allRules(),
                      [&](const rules::Rule &R) { return R.Claims && S.Rules.contains(R.Name); });
}

bool seeksFaults(const Settings &S) {
  return llvm::any_of(rules::allRules(),
                      [&](const rules::Rule &R) { return !R.Claims && S.Rules.contains(R.Name); });
}

std::vector<Report> reportsOf(const ir::Module &M, const Settings &S) {
  std::vector<Report> Result = wordsFor(
      seeksViolations(S) ? solve::solve(M, *S.Models) : solve::Solution(),
      seeksFaults(S) ? threads::findFaults(M, *S.Models) : threads::Faults(), M, *S.Models);
  llvm::erase_if(Result, [&](const Report &R) { return !wants(S, R); });
  return Result;
}

static Outcome outcomeOf(Parsed &P) {
  Outcome Result;
  Result.S = P.Errors.empty() ? Outcome::Status::Analyzed : Outcome::Status::Failed;
  if (!P.Errors.empty())
    Result.Reason = P.Errors.front().text();
  Result.Notices = std::move(P.Notices);
  Result.Sharing = std::move(P.Sharing);
  return Result;
}

static Parsed parse(const Unit &U, ParseOptions Options) {
  Options.SystemHeaders |= U.Config->SystemHeaders;
  return parseUnit(U, *U.Config->Models, Options);
}

Outcome analyzeUnit(const Unit &U, const ParseOptions &Options) {
  Parsed P = parse(U, Options);
  Outcome Result = outcomeOf(P);
  if (P.Program)
    Result.Reports = reportsOf(*P.Program, *U.Config);
  return Result;
}

Outcome lowerUnit(const Unit &U, const ParseOptions &Options, const Root &Place) {
  Parsed P = parse(U, Options);
  Outcome Result = outcomeOf(P);
  if (!P.Program)
    return Result;
  for (std::string &File : P.Program->Files)
    File = Place.portable(File);
  Result.Files = P.Program->Files;
  llvm::raw_string_ostream OS(Result.Program);
  ir::writeBinary(*P.Program, OS);
  return Result;
}

llvm::Expected<ir::Module> programOf(const Outcome &O, const Unit &U, const Root &Place) {
  llvm::Expected<ir::Module> M = ir::readBinary(O.Program, shownPath(U.File));
  if (M)
    for (std::string &File : M->Files)
      File = Place.absolute(File);
  return M;
}

} // namespace holdfast::tool
