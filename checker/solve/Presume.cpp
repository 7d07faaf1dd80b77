//===- Presume.cpp - back pointers lead to whom they came from ------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Presume.h"
#include "ir/Fields.h"
#include "solve/Inline.h"

namespace holdfast::solve {

ir::Path selfOf(const Frame &F) {
  return F.Self ? ir::Path::variable(*F.Self) : ir::Path::thisObject();
}

std::optional<uint32_t> nearestFrame(uint32_t From, llvm::ArrayRef<Frame> Frames,
                                     llvm::function_ref<bool(const Frame &)> Matches) {
  for (;; From = Frames[From].Caller) {
    if (Matches(Frames[From]))
      return From;
    if (From == 0)
      return std::nullopt;
  }
}

namespace {

/// Shows every path of an effect or terminator.
struct PathWalk : ir::FieldWalk<ir::FieldVisitor> {
  explicit PathWalk(llvm::function_ref<void(const ir::Path &)> Each) : Each(Each) {}

  using FieldWalk::choice;
  void choice(const ir::Path::Root &R, ir::Path::Root) {
    Current = {R, 0, {}};
    IsRootNext = R != ir::Path::Root::This;
  }
  void variable(const ir::VarId &V) { root(V); }
  void symbol(const ir::Symbol &S) { root(S); }
  template <class Container, class Fn> void list(const Container &Elements, Fn Visit) {
    if constexpr (std::is_same_v<Container, decltype(ir::Path::Projections)>) {
      Current.Projections = Elements;
      Each(Current);
    } else {
      FieldWalk::list(Elements, Visit);
    }
  }

private:
  void root(uint32_t Base) {
    if (std::exchange(IsRootNext, false))
      Current.Base = Base;
  }

  llvm::function_ref<void(const ir::Path &)> Each;
  ir::Path Current;
  bool IsRootNext = false;
};

class Presumer {
public:
  Presumer(const ir::Function &Root, const Nesting &In) : Root(Root), In(In) {}

  void run(ir::Function &F) {
    for (ir::BlockId B = 0; B != F.Blocks.size(); ++B) {
      std::vector<ir::Effect> Effects;
      ir::Location Loc;
      auto Presume = [&](const ir::Path &P) { presume(P, In.FrameOf[B], Loc, Effects); };
      PathWalk Walk(Presume);
      for (ir::Effect &E : F.Blocks[B].Effects) {
        Loc = E.Loc;
        ir::fields(Walk, E);
        Effects.push_back(std::move(E));
      }
      Loc = F.Blocks[B].Term.Loc;
      ir::fields(Walk, F.Blocks[B].Term);
      F.Blocks[B].Effects = std::move(Effects);
    }
  }

private:
  /// For each member on the way of P.
  void presume(const ir::Path &P, uint32_t Frame, const ir::Location &Loc,
               std::vector<ir::Effect> &Before) {
    for (size_t I = 0; I != P.Projections.size(); ++I) {
      const ir::Projection &Member = P.Projections[I];
      if (Member.K != ir::Projection::Kind::Field)
        continue;
      const Referent *R = In.Known.Kept.referentOf(Member);
      if (!R || R->Class == Member.Owner)
        continue;
      ir::Path Object{P.R, P.Base, {}};
      Object.Projections.append(P.Projections.begin(), P.Projections.begin() + I);
      std::optional<ir::Path> Target = targetOf(*R, Object, Frame);
      if (!Target)
        continue;
      In.Frames[Frame].IsGuess = true;
      Before.push_back({ir::Assign{Object.then(Member), ir::Operand::address(*Target), true}, Loc});
    }
  }

  std::optional<ir::Path> targetOf(const Referent &R, const ir::Path &Object, uint32_t From) const {
    if (!R.Class)
      return withMembers(ir::Path::global(R.Global), R);
    std::optional<uint32_t> Owner = nearestFrame(From, In.Frames, [&](const Frame &Candidate) {
      ir::Symbol Class = Candidate.Body ? Candidate.Body->Class : Root.Class;
      return Class && In.Known.Classes.mayBe(Class, R.Class);
    });
    if (!Owner)
      return std::nullopt;
    ir::Path Self = selfOf(In.Frames[*Owner]);
    if (belongsToAnother(In.Names.resolve(Object), In.Names.resolve(Self), R.Class))
      return std::nullopt;
    return withMembers(std::move(Self), R);
  }

  /// What is reached through a member of such an object that is not Self: `other.clients_`.
  static bool belongsToAnother(const AccessPath &Object, const AccessPath &Self, ir::Symbol Class) {
    bool IsInSelf =
        Object.R == Self.R && Object.Base == Self.Base &&
        Object.Members.size() >= Self.Members.size() &&
        llvm::equal(Self.Members, llvm::ArrayRef(Object.Members).take_front(Self.Members.size()));
    return !IsInSelf && llvm::any_of(Object.Members, [&](const ir::Projection &Member) {
      return Member.Owner == Class;
    });
  }

  static ir::Path withMembers(ir::Path P, const Referent &R) {
    P.Projections.append(R.Members.begin(), R.Members.end());
    return P;
  }

  const ir::Function &Root;
  const Nesting &In;
};

} // namespace

void presumeReferents(ir::Function &F, const ir::Function &Root, const Nesting &In) {
  Presumer(Root, In).run(F);
}

} // namespace holdfast::solve
