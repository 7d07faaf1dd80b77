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

class Problem::Speller : public ir::Spelling<Problem::Names> {
public:
  Speller(const ir::Module &M, Problem &Said) : Spelling(Said.Named), M(M), Said(Said) {}

  void location(const ir::Location &L) {
    number(L.isValid() ? 1 + Said.Places(L) : 0);
    flag(L.InMacro);
  }

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
    list(Given.Flags, [&](const auto &Named) {
      Member(Named.first);
      flag(Named.second.IsLatch);
      flag(Named.second.IsFlag);
      flag(Named.second.IsOwn);
      flag(Named.second.IsCounter);
    });
    list(Given.Keys, [&](const auto &KeptBy) {
      Member(KeptBy.first);
      list(KeptBy.second, Member);
    });
    list(Given.TakeBack, [&](ir::Symbol Usr) { symbol(Usr); });
    list(Given.KeepContainers, [&](ir::Symbol Usr) { symbol(Usr); });
    list(Given.Registering, [&](ir::Symbol Usr) { symbol(Usr); });
    auto Called = [&](const Premises::Called &By) {
      symbol(By.Usr);
      flag(By.AnyOverrider);
    };
    list(Given.Seen, Called);
    list(Given.Lending, Called);
    list(Given.KeepMembers, [&](const auto &Kept) {
      Called(Kept.first);
      list(Kept.second, Member);
    });
    list(Given.Owners, [&](const auto &By) {
      location(By.first);
      Member(By.second);
    });
    list(Given.Leaving, [&](const auto &By) {
      location(By.first);
      list(By.second, Member);
    });
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

  void names() {
    list(Said.Named.Symbols.All, [&](ir::Symbol S) { text(M.text(S)); });
    list(Said.Places.Of, [&](const auto &Numbered) { number(Numbered.second); });
  }

private:
  const ir::Module &M;
  Problem &Said;
};

Problem::Problem(const ir::Module &M, const Inlined &In, const Premises &Given, const Rows &Table,
                 const SolverOptions &Options) {
  Speller Said(M, *this);
  ir::fields(Said, In.F);
  Said.frames(In);
  Said.premises(Given);
  Said.keyMembers(Table);
  Said.limits(Options);
  Said.names();
  Bytes = std::move(Said.Bytes);
}

std::optional<Solution> Problem::toStore(Solution Found) const {
  auto NumberOf = [](const auto &In, const auto &Item) {
    auto It = In.Of.find(Item);
    return It == In.Of.end() ? std::nullopt : std::optional(It->second);
  };
  auto Place = [&](ir::Location &L) {
    std::optional<uint32_t> Number = NumberOf(Places, L);
    L = {};
    L.Line = 1 + Number.value_or(0);
    return Number.has_value();
  };
  auto Symbol = [&](ir::Symbol &S) {
    std::optional<uint32_t> Number = NumberOf(Named.Symbols, S);
    S = Number.value_or(0);
    return Number.has_value();
  };
  return renumber(Found, Place, Symbol) ? std::optional(std::move(Found)) : std::nullopt;
}

std::optional<Solution> Problem::fromStore(Solution Kept) const {
  auto Place = [&](ir::Location &L) {
    bool IsKnown = L.Line <= Places.All.size();
    L = IsKnown ? Places.All[L.Line - 1] : ir::Location();
    return IsKnown;
  };
  auto Symbol = [&](ir::Symbol &S) {
    bool IsKnown = S < Named.Symbols.All.size();
    S = IsKnown ? Named.Symbols.All[S] : 0;
    return IsKnown;
  };
  return renumber(Kept, Place, Symbol) ? std::optional(std::move(Kept)) : std::nullopt;
}

} // namespace holdfast::solve
