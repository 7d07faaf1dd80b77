//===- OneCall.cpp - races that one call of a thread explains -------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   void Saver::run() {
//     if (!isKnown(format))
//       showError("unknown format");   // opens a window, writes to the console, looks texts up
//   }
//
//===----------------------------------------------------------------------===//
#include "rules/OneCall.h"
#include "rules/Clearest.h"
#include "rules/Race.h"
#include "rules/Wording.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <set>

using namespace holdfast;
using namespace holdfast::rules;
using threads::Race;

static const threads::Side &inThread(const Race &R) { return R.First.By ? R.First : R.Second; }
static const threads::Side &beside(const Race &R) { return R.First.By ? R.Second : R.First; }

/// The call, by who makes it and what it calls: there may be several places.
using Key = std::tuple<ir::Symbol, ir::Symbol, ir::Location>;

static std::optional<Key> keyOf(const Race &R) {
  if (!R.Leaves || R.Kept || R.Level == solve::Confidence::Possible || !R.First.Locks.empty() ||
      !R.Second.Locks.empty())
    return std::nullopt;
  return Key(R.Leaves->Caller->Usr, R.Leaves->Callee->Usr, inThread(R).By->Loc);
}

/// What is used beside the thread, and where.
using Use = std::pair<ir::Location, ContainerName>;
static Use useBeside(const Race &R, const ir::Module &M) {
  return {beside(R).What.In->Loc, rules::nameOf(R, M)};
}

std::vector<std::vector<Race>> rules::takeOneCalls(std::vector<Race> &Races,
                                                   llvm::ArrayRef<Race> All, const ir::Module &M) {
  // Of two containers each may well be a mistake of its own.
  constexpr size_t MinContainers = 3;
  std::map<Key, std::set<ContainerName>> Containers;
  for (const Race &R : Races)
    if (std::optional<Key> K = keyOf(R))
      Containers[*K].insert(nameOf(R, M));
  auto Explains = [&](const std::optional<Key> &K) {
    auto Of = K ? Containers.find(*K) : Containers.end();
    return Of != Containers.end() && Of->second.size() >= MinContainers;
  };
  std::map<Use, const Race *> Explained;
  for (const Race &R : All)
    if (Explains(keyOf(R)))
      Explained.try_emplace(useBeside(R, M), &R);
  std::map<Key, std::vector<Race>> ByCall;
  llvm::erase_if(Races, [&](const Race &R) {
    auto Other = keyOf(R) ? Explained.find(useBeside(R, M)) : Explained.end();
    if (Other == Explained.end())
      return false;
    const Race &Told = Explains(keyOf(R)) ? R : *Other->second;
    ByCall[*keyOf(Told)].push_back(Told);
    return true;
  });
  std::vector<std::vector<Race>> Result;
  for (auto &[K, Of] : ByCall)
    Result.push_back(std::move(Of));
  return Result;
}

Finding rules::describeOneCall(llvm::ArrayRef<Race> All, const Context &C) {
  auto IsFirst = [](const Race &A, const Race &B) { return A.Leaves->Call < B.Leaves->Call; };
  const Race &R = *std::min_element(All.begin(), All.end(), IsFirst);
  const threads::Excursion &Leaves = *R.Leaves;
  std::set<ContainerName> Containers;
  for (const Race &Other : All)
    Containers.insert(nameOf(Other, C.Module));
  const std::string Callee = C.Module.text(Leaves.Callee->Name).str();
  Finding F;
  F.Rule = "holdfast-unsynchronized-mutation";
  F.Level = R.Level;
  F.Loc = Leaves.Call;
  F.Message = "calling " + quoted(Callee) + " in a thread, which uses " +
              std::to_string(Containers.size()) +
              " containers beside others that use them, without a common lock";
  F.Operation = Callee;
  F.FunctionUsr = Leaves.Caller->Usr;
  F.FunctionName = C.Module.text(Leaves.Caller->Name).str();
  F.Facts.Change = F.Loc;
  const threads::Side &First = inThread(R);
  addNote(F, First.By->Loc, "the thread is started here");
  for (const solve::ChainStep &Step : First.What.Chain) {
    if (Step.Call == Leaves.Call)
      break;
    addNote(F, Step.Call, "by the call of '" + Step.Function + "' here");
  }
  for (const Race &Other : All) {
    addNote(F, inThread(Other).What.Loc,
            accessing(inThread(Other).What, Other.ContainerName) + " in the thread",
            NoteRole::After);
    addNote(F, beside(Other).What.Loc,
            accessing(beside(Other).What, Other.ContainerName) + " at the same time" +
                others(Other),
            NoteRole::OtherThread);
  }
  addNote(F, F.Loc,
          "let the thread that uses them all do this, or hold one lock at all these accesses",
          NoteRole::Remedy);
  return F;
}
