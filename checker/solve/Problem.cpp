//===- Problem.cpp - a flattened function by what it says -----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Problem.h"
#include "ir/Spelling.h"
#include "solve/Renumber.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

class Problem::Speller : public ir::Spelling<Numbers> {
public:
  Speller(const ir::Module &M, Numbers &Names) : Spelling(Names), M(M), Names(Names) {}

  void frames(const Inlined &In) {
    list(In.Frames, [&](const Frame &F) {
      number(F.Caller);
      flag(F.Body);
      if (F.Body) {
        symbol(F.Body->Usr);
        symbol(F.Body->Name);
      }
      location(F.Call);
      number(F.Depth);
      optional(F.Self, [&](ir::VarId V) { variable(V); });
      optional(F.MadeIn, [&](uint32_t N) { number(N); });
      flag(F.IsGuess);
      flag(F.IsEnd);
    });
    list(In.FrameOf, [&](uint32_t N) { number(N); });
  }

  void premises(const Premises &Given) {
    auto Member = [&](const ir::Projection &P) { ir::fields(*this, P); };
    list(Given.Latches, Member);
    list(Given.Keys, [&](const auto &KeptBy) {
      Member(KeptBy.first);
      list(KeptBy.second, Member);
    });
    list(Given.TakeBack, [&](ir::Symbol Usr) { symbol(Usr); });
    list(Given.DeclaredAt, [&](const auto &D) {
      symbol(D.first.first);
      symbol(D.first.second);
      location(D.second);
    });
  }

  /// Names that the solver looks up; in the order of their texts, whoever was first to have one.
  void keyMembers(const Rows &Table) {
    llvm::SmallVector<llvm::StringRef, 8> Texts;
    for (ir::Symbol Member : Table.keyMembers())
      Texts.push_back(M.text(Member));
    llvm::sort(Texts);
    for (llvm::StringRef Known : {models::PairClass, models::PairKey, models::PairMapped})
      Texts.push_back(Known);
    list(Texts, [&](llvm::StringRef Text) { symbol(M.lookup(Text)); });
  }

  void limits(const SolverOptions &Options) {
    auto States = [&](const StateLimits &L) {
      number(L.Exact);
      number(L.Blurred);
    };
    States(Options.PerBlock);
    optional(Options.FirstLook, States);
    number(Options.MaxSteps);
  }

  void names(llvm::function_ref<std::string(llvm::StringRef)> NameOfFile) {
    list(Names.Symbols.All, [&](ir::Symbol S) { text(M.text(S)); });
    order(Names.Symbols);
    list(Names.Files.All, [&](uint32_t File) { text(NameOfFile(M.Files[File])); });
    order(Names.Files);
  }

private:
  void order(const Numbers::Numbering &In) {
    std::vector<uint32_t> Sorted = In.All;
    llvm::sort(Sorted);
    for (uint32_t N : Sorted)
      number(In.Of.lookup(N));
  }

  const ir::Module &M;
  Numbers &Names;
};

Problem::Problem(const ir::Module &M, const Inlined &In, const Premises &Given, const Rows &Table,
                 const SolverOptions &Options,
                 llvm::function_ref<std::string(llvm::StringRef)> NameOfFile) {
  Speller Said(M, Names);
  ir::fields(Said, In.F);
  Said.frames(In);
  Said.premises(Given);
  Said.keyMembers(Table);
  Said.limits(Options);
  Said.names(NameOfFile);
  Bytes = std::move(Said.Bytes);
}

Solution Problem::toStore(Solution Found) const {
  auto NumberOf = [](const Numbers::Numbering &In) {
    return [&In](uint32_t &N) {
      N = In.Of.lookup(N);
      return true;
    };
  };
  renumber(Found, NumberOf(Names.Files), NumberOf(Names.Symbols));
  return Found;
}

std::optional<Solution> Problem::fromStore(Solution Kept) const {
  auto NameOf = [](const Numbers::Numbering &In) {
    return [&In](uint32_t &N) {
      bool IsKnown = N < In.All.size();
      N = IsKnown ? In.All[N] : 0;
      return IsKnown;
    };
  };
  if (!renumber(Kept, NameOf(Names.Files), NameOf(Names.Symbols)))
    return std::nullopt;
  return Kept;
}

} // namespace holdfast::solve
