//===- Report.cpp - from violations to findings ---------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Rules.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <tuple>

using namespace holdfast;
using namespace holdfast::rules;
using solve::Violation;

static constexpr Rule Rules[] = {
#define RULE(Id, Name, Summary) {Name, Summary, Id::claims, Id::describe},
#include "rules/Rules.def"
};

llvm::ArrayRef<Rule> rules::allRules() { return Rules; }

const Rule *rules::findRule(llvm::StringRef Name) {
  for (const Rule &R : Rules)
    if (R.Name == Name)
      return &R;
  return nullptr;
}

static const Rule *claimant(const Violation &V) {
  for (const Rule &R : Rules)
    if (R.Claims(V))
      return &R;
  return nullptr;
}

/// A later use of a handle that one change killed says nothing new: the first
/// is kept, as clang-tidy's use-after-move does.
static std::vector<const Violation *> firstUses(const solve::Solution &S) {
  using Key = std::tuple<ir::Location, ir::Location, std::string, ir::Symbol, solve::HandleKind>;
  std::map<Key, const Violation *> First;
  for (const Violation &V : S.Violations) {
    const Violation *&Kept =
        First[Key(V.CauseLoc, V.HandleLoc, V.HandleName, V.FunctionUsr, V.Handle)];
    if (!Kept || V.UseLoc < Kept->UseLoc || (V.UseLoc == Kept->UseLoc && V.Level > Kept->Level))
      Kept = &V;
  }
  std::vector<const Violation *> Result;
  Result.reserve(First.size());
  for (const auto &[K, V] : First)
    Result.push_back(V);
  return Result;
}

std::vector<Finding> rules::report(const solve::Solution &S, const ir::Module &M,
                                   const models::Library &Lib) {
  Context C{M, Lib};
  std::vector<Finding> Findings;
  for (const Violation *V : firstUses(S))
    if (const Rule *R = claimant(*V))
      Findings.push_back(R->Describe(*V, C));

  auto File = [&](const Finding &F) {
    return F.Loc.File < M.Files.size() ? llvm::StringRef(M.Files[F.Loc.File]) : llvm::StringRef();
  };
  auto Less = [&](const Finding &A, const Finding &B) {
    auto Key = [&](const Finding &F) {
      return std::make_tuple(File(F), F.Loc.Line, F.Loc.Column, F.Rule, llvm::StringRef(F.Message),
                             F.Loc, -int(F.Level), llvm::StringRef(F.FunctionName));
    };
    return Key(A) < Key(B);
  };
  llvm::sort(Findings, Less);
  auto Same = [](const Finding &A, const Finding &B) {
    return A.Rule == B.Rule && A.Loc == B.Loc && A.Message == B.Message;
  };
  Findings.erase(std::unique(Findings.begin(), Findings.end(), Same), Findings.end());
  // Only now, so that a sure and an unsure instantiation of one template merge.
  for (Finding &F : Findings)
    if (F.Level == solve::Confidence::Possible)
      F.Message += " (possible)";
  return Findings;
}
