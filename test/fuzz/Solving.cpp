//===- Solving.cpp - what must hold of every solution ---------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Solving.h"
#include "Promises.h"
#include "ir/Binary.h"
#include "ir/Fields.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>

namespace holdfast::fuzz {

using solve::Solution;
using solve::SolverOptions;
using solve::Violation;

const models::Library &library() {
  static const models::Library Lib = models::Library::builtin();
  return Lib;
}

static std::string line(ir::Location L) {
  return std::to_string(L.File) + ":" + std::to_string(L.Line) + ":" + std::to_string(L.Column);
}

/// All of V but FunctionUsr, which is a number that strings in another order change.
static std::string describe(const Violation &V) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  OS << line(V.CauseLoc) << " cause " << static_cast<int>(V.Cause) << ' ' << V.ContainerType << ' '
     << V.ContainerName << '.' << V.Operation << " change " << static_cast<int>(V.Change)
     << (V.MayReallocate ? " grows" : "") << "; use " << static_cast<int>(V.Use) << " at "
     << line(V.UseLoc) << " of handle " << static_cast<int>(V.Handle) << " '" << V.HandleName
     << "' from " << line(V.HandleLoc) << (V.InLoop ? " in loop " : "")
     << (V.IsRangeFor ? " range-for " : "") << (V.TemporaryOwner ? " temporary " : "")
     << (V.InCallback ? " callback " : "") << line(V.LoopLoc) << "; level "
     << static_cast<int>(V.Level) << " in " << V.FunctionName;
  if (!V.Chain.empty())
    OS << " by the call at " << line(V.firstCall());
  if (!V.Caller.empty())
    OS << " called by " << V.Caller << " at " << line(V.CallLoc);
  return Result;
}

static std::vector<std::string> describe(const Solution &S) {
  std::vector<std::string> Result;
  for (const Violation &V : S.Violations)
    Result.push_back(describe(V));
  return Result;
}

static std::string joined(const std::vector<std::string> &Lines) {
  return llvm::join(Lines, "\n") + "\n";
}

static void requireShape(const ir::Module &M, const Solution &S) {
  for (const Violation &V : S.Violations) {
    require(V.CauseLoc.isValid() && V.UseLoc.isValid(), "a violation has places");
    require(M.text(V.FunctionUsr) == V.FunctionName, "a violation names its function");
    require(!V.ContainerName.empty() || V.Cause == solve::CauseKind::Release,
            "a container has a name: " + describe(V));
    require(!(V.IsRangeFor || V.InCallback) || V.LoopLoc.isValid(), "a walk has a loop");
  }
  auto Place = [](const Violation &V) { return std::tie(V.CauseLoc, V.UseLoc); };
  require(llvm::is_sorted(S.Violations, [&](const Violation &A,
                                            const Violation &B) { return Place(A) < Place(B); }),
          "violations are sorted by cause, then use");
  auto Key = [](const Violation &V) {
    return std::tuple(V.CauseLoc, V.Cause, V.UseLoc, V.Use, V.Handle, V.ContainerName,
                      V.FunctionUsr, V.CallLoc, V.firstCall());
  };
  for (size_t I = 1; I < S.Violations.size(); ++I)
    require(Key(S.Violations[I - 1]) != Key(S.Violations[I]),
            "there is one violation for a cause, a container, a use and the calls: " +
                describe(S.Violations[I]));
}

namespace {
struct VariableRenaming : ir::FieldWalk<ir::FieldEditor> {
  std::vector<ir::VarId> NewId;
  void variable(ir::VarId &V) { V = NewId[V]; }
};
} // namespace

/// The locals and temporaries of every function in reverse order.
static ir::Module withVariablesReversed(ir::Module M) {
  for (ir::Function &F : M.Functions) {
    VariableRenaming Rename;
    size_t Fixed = F.NumParams + F.NumCaptures, All = F.Vars.size();
    for (size_t I = 0; I != All; ++I)
      Rename.NewId.push_back(I < Fixed ? I : Fixed + All - 1 - I);
    std::reverse(F.Vars.begin() + Fixed, F.Vars.end());
    ir::fields(Rename, F);
  }
  return M;
}

static ir::Module withFunctionsReversed(ir::Module M) {
  std::reverse(M.Functions.begin(), M.Functions.end());
  return M;
}

/// With strings in the order of their occurrence and no others.
static ir::Module withOtherStrings(const ir::Module &M) {
  return llvm::cantFail(ir::readBinary(binary(M), "again"));
}

void requireSolution(const ir::Module &M, const SolverOptions &Options) {
  Solution First = solve::solve(M, library(), Options);
  requireShape(M, First);
  require(First.Stats.Functions + First.Stats.Skipped == M.Functions.size() &&
              First.Stats.GaveUp <= First.Stats.Functions,
          "every function is counted");
  std::vector<std::string> Said = describe(First);
  auto RequireSame = [&](const ir::Module &Other, llvm::StringRef What) {
    std::vector<std::string> Again = describe(solve::solve(Other, library(), Options));
    if (Again != Said)
      broken("the violations depend on " + What + ":\n" + joined(Said) + "or\n" + joined(Again) +
             "of\n" + text(M));
  };
  RequireSame(M, "the run");
  RequireSame(withOtherStrings(M), "the numbers of strings");
  RequireSame(withFunctionsReversed(M), "the order of functions");
  // What is found before the solver gives up, and which states it joins, is a matter of order.
  if (!First.Stats.GaveUp)
    RequireSame(withVariablesReversed(M), "the numbers of variables");
}

} // namespace holdfast::fuzz
