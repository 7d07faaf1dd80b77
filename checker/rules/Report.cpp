//===- Report.cpp - from violations to findings ---------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Clearest.h"
#include "rules/OneCall.h"
#include "rules/Rules.h"
#include "rules/Wording.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <set>
#include <tuple>

using namespace holdfast;
using namespace holdfast::rules;
using solve::Violation;

static constexpr Rule Rules[] = {
#define RULE(Id, Name, Summary) {Name, Summary, Id::claims, Id::describe},
#define RACE_RULE(Id, Name, Summary) {Name, Summary, nullptr, nullptr, Id::claims, Id::describe},
#define ESCAPE_RULE(Id, Name, Summary)                                                             \
  {Name, Summary, nullptr, nullptr, nullptr, nullptr, Id::describe},
#define GAP_RULE(Id, Name, Summary)                                                                \
  {Name, Summary, nullptr, nullptr, nullptr, nullptr, nullptr, Id::describe, /*IsOptIn=*/true},
#include "rules/Rules.def"
};

llvm::ArrayRef<Rule> rules::allRules() { return Rules; }

const Rule *rules::findRule(llvm::StringRef Name) {
  for (const Rule &R : Rules)
    if (R.Name == Name)
      return &R;
  return nullptr;
}

bool rules::isNamedIn(llvm::StringRef Checks, const Rule &R) {
  while (!Checks.empty()) {
    const size_t End = Checks.find_first_of(",\n");
    if (Checks.take_front(End).trim() == R.Name)
      return true;
    Checks = End == llvm::StringRef::npos ? "" : Checks.drop_front(End + 1);
  }
  return false;
}

static const Rule *claimant(const Violation &V) {
  for (const Rule &R : Rules)
    if (R.Claims && R.Claims(V))
      return &R;
  return nullptr;
}

static const Rule *claimant(const threads::Race &Found) {
  for (const Rule &R : Rules)
    if (R.ClaimsRace && R.ClaimsRace(Found))
      return &R;
  return nullptr;
}

/// The surer one, the one with fewer calls in between, the earlier use.
static bool isBetter(const Violation &A, const Violation &B) {
  if (A.Chain.empty() && B.Chain.empty())
    return A.UseLoc < B.UseLoc || (A.UseLoc == B.UseLoc && A.Level > B.Level);
  return std::make_tuple(-int(A.Level), A.Chain.size(), A.UseLoc) <
         std::make_tuple(-int(B.Level), B.Chain.size(), B.UseLoc);
}

/// The loop is in what the call at hand calls, as the change is: a caller that made the callable
/// which changes the container.
static bool isLoopOfCallee(const Violation &V) {
  return V.InLoop && !V.Chain.empty() && V.UseLoc == V.firstCall();
}

/// What the function with the loop says of a change, by the same calls from there on, its callers
/// need not say.
static std::vector<Violation> withoutLoopsOfCallees(const std::vector<Violation> &All) {
  std::map<std::pair<ir::Location, ir::Location>, std::vector<const Violation *>> Own;
  for (const Violation &V : All)
    if (!isLoopOfCallee(V))
      Own[{V.LoopLoc, V.CauseLoc}].push_back(&V);
  auto IsSaid = [&](const Violation &V) {
    return llvm::any_of(Own[{V.LoopLoc, V.CauseLoc}], [&](const Violation *Said) {
      return Said->Chain.size() < V.Chain.size() &&
             std::equal(Said->Chain.rbegin(), Said->Chain.rend(), V.Chain.rbegin());
    });
  };
  std::vector<Violation> Result;
  llvm::copy_if(All, std::back_inserter(Result),
                [&](const Violation &V) { return !isLoopOfCallee(V) || !IsSaid(V); });
  return Result;
}

/// A later use of a handle that one change killed says nothing new: the first is kept, as
/// clang-tidy's use-after-move does. Of all ways from a loop through calls to changes of its
/// container one is told, and the others are counted.
static std::vector<Violation> firstUses(const solve::Solution &S) {
  using Key = std::tuple<ir::Location, bool, ir::Location, std::string, ir::Symbol,
                         solve::HandleKind, std::string>;
  std::map<Key, Violation> First;
  std::map<Key, std::set<ir::Location>> Changes;
  for (const Violation &V : withoutLoopsOfCallees(S.Violations)) {
    bool Calls = !V.Chain.empty();
    ir::Location Change = !Calls ? V.CauseLoc : V.InLoop ? V.LoopLoc : V.firstCall();
    Key K(Change, Calls, V.HandleLoc, V.HandleName, V.FunctionUsr, V.Handle,
          Calls ? V.ContainerName : std::string());
    Changes[K].insert(V.CauseLoc);
    auto [It, Inserted] = First.try_emplace(K, V);
    if (!Inserted && isBetter(V, It->second))
      It->second = V;
  }
  std::vector<Violation> Result;
  for (auto &[K, V] : First) {
    V.OtherChains = static_cast<unsigned>(Changes[K].size()) - 1;
    Result.push_back(std::move(V));
  }
  return Result;
}

/// Inner lies in Outer, both in one file.
static bool isWithin(const ir::Location &Inner, const ir::Location &Outer) {
  return Inner.isValid() && Inner.File == Outer.File &&
         std::tie(Outer.Line, Outer.Column) <= std::tie(Inner.Line, Inner.Column) &&
         std::tie(Inner.EndLine, Inner.EndColumn) <= std::tie(Outer.EndLine, Outer.EndColumn);
}

/// A range-for whose container is changed under it is one mistake: that its variable, or what the
/// call with the change gets of the element, refers to nothing any more is not another one.
static std::vector<Violation> withoutElementsOfLoops(const std::vector<Violation> &All) {
  using Key = std::tuple<ir::Symbol, ir::Location, std::string>;
  std::map<Key, const Violation *> Loops;
  auto KeyOf = [](const Violation &V) { return Key(V.FunctionUsr, changeIn(V), V.ContainerName); };
  for (const Violation &V : All)
    if (V.InLoop && V.IsRangeFor && V.Cause == solve::CauseKind::Mutation)
      Loops.try_emplace(KeyOf(V), &V);
  auto IsSaid = [&](const Violation &V) {
    if (V.InLoop || V.Cause != solve::CauseKind::Mutation)
      return false;
    auto Loop = Loops.find(KeyOf(V));
    return Loop != Loops.end() && V.Level <= Loop->second->Level &&
           (isWithin(V.HandleLoc, Loop->second->LoopLoc) || V.UseLoc == V.firstCall());
  };
  std::vector<Violation> Result;
  llvm::copy_if(All, std::back_inserter(Result), [&](const Violation &V) { return !IsSaid(V); });
  return Result;
}

std::vector<Finding> rules::report(const solve::Solution &S, const threads::Faults &Between,
                                   const ir::Module &M, const models::Library &Lib) {
  ir::Declarations Declared(M);
  Context C{M, Lib, Declared};
  std::vector<Finding> Findings;
  std::vector<threads::Race> Races = clearest(Between.Races, M);
  for (const std::vector<threads::Race> &All : takeOneCalls(Races, Between.Races, M))
    Findings.push_back(describeOneCall(All, C));
  for (const threads::Race &Found : Races)
    if (const Rule *R = claimant(Found))
      Findings.push_back(R->DescribeRace(Found, C));
  for (const Rule &R : Rules) {
    if (R.DescribeEscape)
      for (const threads::Escape &E : Between.Escapes)
        Findings.push_back(R.DescribeEscape(E, C));
    if (R.DescribeGap)
      for (const threads::Gap &G : Between.Gaps)
        Findings.push_back(R.DescribeGap(G, C));
  }
  for (const Violation &V : withoutElementsOfLoops(firstUses(S)))
    if (const Rule *R = claimant(V))
      Findings.push_back(R->Describe(V, C));

  auto File = [&](const Finding &F) {
    return F.Loc.File < M.Files.size() ? llvm::StringRef(M.Files[F.Loc.File]) : llvm::StringRef();
  };
  auto Less = [&](const Finding &A, const Finding &B) {
    auto Key = [&](const Finding &F) {
      return std::make_tuple(File(F), F.Loc.Line, F.Loc.Column, F.Rule, llvm::StringRef(F.Message),
                             F.Loc, F.IsByCaller, -int(F.Level), llvm::StringRef(F.FunctionName));
    };
    return Key(A) < Key(B);
  };
  llvm::sort(Findings, Less);
  auto Same = [](const Finding &A, const Finding &B) {
    return A.Rule == B.Rule && A.Loc == B.Loc && A.Message == B.Message;
  };
  Findings.erase(std::unique(Findings.begin(), Findings.end(), Same), Findings.end());
  dropRepeatsOfCallers(Findings, [](const Finding &F) {
    return std::make_tuple(F.Rule, F.Loc.File, F.Loc.Line, F.Loc.Column);
  });
  // Only now, so that a sure and an unsure instantiation of one template merge.
  for (Finding &F : Findings)
    if (F.Level == solve::Confidence::Possible)
      F.Message += " (possible)";
  return Findings;
}
