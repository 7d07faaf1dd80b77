//===- Presume.cpp - back pointers lead to whom they came from ------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Presume.h"
#include "ir/PathWalk.h"
#include "solve/Inline.h"
#include <map>
#include <set>

namespace holdfast::solve {

ir::Path selfOf(const Frame &F) {
  return F.Self ? ir::Path::variable(*F.Self) : ir::Path::thisObject();
}

ir::Symbol classOf(const Frame &F, const ir::Function &Root) {
  return F.Body ? F.Body->Class : Root.Class;
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

class Presumer {
public:
  Presumer(const ir::Function &Root, const Nesting &In) : Root(Root), In(In) {
    for (const Frame &F : In.Frames)
      if (F.IsEnd && F.Self)
        Ended.insert(In.Names.resolve(selfOf(F)));
  }

  void run(ir::Function &F) {
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        if (const auto *Self = std::get_if<ir::Bind>(&E.What))
          if (const Frame *Called = frameWithSelf(Self->Reference); Called && Called->Body->Class)
            Receivers.try_emplace(In.Names.resolve(Self->Target), Called->Body->Class);
    for (ir::BlockId B = 0; B != F.Blocks.size(); ++B) {
      std::vector<ir::Effect> Effects;
      ir::Location Loc;
      auto Presume = [&](const ir::Path &P) { presume(P, In.FrameOf[B], Loc, Effects); };
      ir::PathWalk Walk(Presume);
      for (ir::Effect &E : F.Blocks[B].Effects) {
        Loc = E.Loc;
        if (auto *Self = std::get_if<ir::Bind>(&E.What))
          presumeReceiver(*Self);
        ir::fields(Walk, E);
        Effects.push_back(std::move(E));
      }
      Loc = F.Blocks[B].Term.Loc;
      ir::fields(Walk, F.Blocks[B].Term);
      F.Blocks[B].Effects = std::move(Effects);
    }
  }

private:
  const Frame *frameWithSelf(ir::VarId Self) const {
    auto It = llvm::find_if(In.Frames, [&](const Frame &F) { return F.Body && F.Self == Self; });
    return It == In.Frames.end() ? nullptr : &*It;
  }

  /// For the global that P begins with, and each member on its way.
  void presume(const ir::Path &P, uint32_t Frame, const ir::Location &Loc,
               std::vector<ir::Effect> &Before) {
    ir::Path Object{P.R, P.Base, {}};
    auto Add = [&](std::optional<ir::Path> Target) {
      if (!Target || endsHere(Object))
        return;
      In.Frames[Frame].IsGuess = In.Frames[Frame].IsPresumed = true;
      Before.push_back({ir::Assign{Object, ir::Operand::address(*Target), true}, Loc});
    };
    auto IsPointer = [&](size_t Next) {
      return Next == P.Projections.size() || P.Projections[Next].K == ir::Projection::Kind::Deref;
    };
    Sought = &Object;
    if (P.R == ir::Path::Root::Global && IsPointer(0))
      for (ir::Symbol Class : In.Known.Ways.onlyWayTo(P.Base))
        if (std::optional<uint32_t> Owner = frameOfClass(Class, Frame)) {
          // The one that is being made is there when its constructor says so: `if (instance) throw`.
          if (!isConstructor(In.Frames[*Owner]))
            Add(selfOf(In.Frames[*Owner]));
          break;
        }
    for (size_t I = 0; I != P.Projections.size(); ++I) {
      const ir::Projection &Member = P.Projections[I];
      ir::Path Holder = Object;
      Object.Projections.push_back(Member);
      if (Member.K != ir::Projection::Kind::Field)
        continue;
      Add(targetOf(Member, Holder, Frame, IsPointer(I + 1)));
    }
  }

  /// The object that P leads to is destroyed. So it is not one whose method runs.
  bool endsHere(const ir::Path &P) const { return Ended.count(In.Names.resolve(P)); }

  /// What the member of Holder is presumed to lead to.
  std::optional<ir::Path> targetOf(const ir::Projection &Member, const ir::Path &Holder,
                                   uint32_t Frame, bool IsPointer) const {
    if (In.Known.Ways.isWayToWhole(Member))
      if (std::optional<ir::Path> Whole = wholeOf(Holder, Member.Owner))
        return Whole;
    const Referent *R = In.Known.Kept.referentOf(Member);
    if (R && R->Class == Member.Owner)
      R = nullptr;
    // What a third object keeps may be the one whose method is among the callers.
    if (IsPointer && (!R || !R->Members.empty()))
      for (bool Anywhere : {false, true})
        for (ir::Symbol Class : In.Known.Ways.onlyWayTo(Member))
          if (std::optional<ir::Path> Target =
                  objectOf(Class, Member, Holder, Frame, Anywhere && !R))
            return Target;
    if (!R)
      return std::nullopt;
    if (!R->Class)
      return withMembers(ir::Path::global(R->Global), *R);
    if (R->Members.empty())
      return objectOf(R->Class, Member, Holder, Frame, true);
    std::optional<ir::Path> Self = selfOfClass(R->Class, Frame);
    if (!Self || belongsToAnother(Holder, *Self, R->Class))
      return std::nullopt;
    return withMembers(std::move(*Self), *R);
  }

  /// The object of Class that the member of Holder leads to: the one whose method is among the
  /// callers, or else (Anywhere) one that such a method's object holds or leads to.
  std::optional<ir::Path> objectOf(ir::Symbol Class, const ir::Projection &Member,
                                   const ir::Path &Holder, uint32_t Frame, bool Anywhere) const {
    if (In.Known.Classes.areRelated(Class, Member.Owner))
      return parentOf(Holder, Class, Member, Frame);
    if (In.Known.Ways.wholeOf(Member.Owner) == Class) {
      std::optional<ir::Path> Child = wholeOf(Holder, Member.Owner);
      return Child ? parentOf(*Child, Class, Member, Frame) : std::nullopt;
    }
    std::optional<ir::Path> Self = selfOfClass(Class, Frame);
    if (!Self && Anywhere)
      Self = memberOfClass(Class, Member, Frame);
    if (!Self || belongsToAnother(Holder, *Self, Class))
      return std::nullopt;
    return Self;
  }

  /// The object that Part, of Class, is reached through.
  std::optional<ir::Path> wholeOf(std::optional<ir::Path> Part, ir::Symbol Class) const {
    // A bound: copies may go round in a circle.
    for (unsigned Hops = 0; Part && Hops != 32; ++Hops, Part = In.Names.before(*Part)) {
      auto &Steps = Part->Projections;
      if (!Steps.empty() && Steps.back().K == ir::Projection::Kind::Deref)
        Steps.pop_back();
      if (Steps.empty() || !In.Known.Ways.isWayToPart(Steps.back(), Class))
        continue;
      Steps.pop_back();
      return Part;
    }
    return std::nullopt;
  }

  bool isConstructor(const Frame &F) const { return (F.Body ? *F.Body : Root).IsConstructor; }

  /// The nearest caller that is a method of Class.
  std::optional<uint32_t> frameOfClass(ir::Symbol Class, uint32_t From) const {
    return nearestFrame(From, In.Frames, [&](const Frame &Candidate) {
      ir::Symbol Own = classOf(Candidate, Root);
      return Own && In.Known.Classes.mayBe(Own, Class) && mayBeSought(Own);
    });
  }

  /// `this` of that caller.
  std::optional<ir::Path> selfOfClass(ir::Symbol Class, uint32_t From) const {
    std::optional<uint32_t> Owner = frameOfClass(Class, From);
    if (!Owner)
      return std::nullopt;
    return selfOf(In.Frames[*Owner]);
  }

  /// What is looked for may be of Class, as far as the methods say that are called on it: another
  /// instance of its class template has the same name only.
  bool mayBeSought(ir::Symbol Class) const {
    auto It = Receivers.find(In.Names.resolve(*Sought));
    return It == Receivers.end() || In.Known.Classes.isDerived(Class, It->second) ||
           In.Known.Classes.isDerived(It->second, Class);
  }

  /// The object of Class that the `this` of the nearest caller holds, or has another way to than
  /// Way.
  std::optional<ir::Path> memberOfClass(ir::Symbol Class, const ir::Projection &Way,
                                        uint32_t From) const {
    std::optional<ir::Path> Result;
    nearestFrame(From, In.Frames, [&](const Frame &Candidate) {
      ir::Symbol Own = In.Known.Classes.nameOf(classOf(Candidate, Root));
      if (!Own)
        return false;
      if (std::optional<ir::Projection> Home = In.Known.Ways.homeIn(Own, Class))
        Result = selfOf(Candidate).then(*Home);
      else if (std::optional<ir::Projection> Other = In.Known.Ways.wayFrom(Own, Class);
               Other && !(*Other == Way))
        Result = selfOf(Candidate).then(*Other).then(ir::Projection::deref());
      return Result.has_value();
    });
    return Result;
  }

  /// The caller whose member Child is in, when both are of one class: nodes of a tree. Way: another
  /// member, that of a list leads on.
  std::optional<ir::Path> parentOf(const ir::Path &Child, ir::Symbol Class,
                                   const ir::Projection &Way, uint32_t From) const {
    AccessPath Held = In.Names.resolve(Child);
    std::optional<uint32_t> Parent = nearestFrame(From, In.Frames, [&](const Frame &Candidate) {
      ir::Symbol Own = classOf(Candidate, Root);
      auto Members = Held.membersFrom(In.Names.resolve(selfOf(Candidate)));
      return Own && In.Known.Classes.mayBe(Own, Class) && mayBeSought(Own) && Members && !Members->empty() &&
             !llvm::is_contained(*Members, Way);
    });
    if (!Parent)
      return std::nullopt;
    return selfOf(In.Frames[*Parent]);
  }

  /// A method of an object that is the only one of its class in the program, by the name it has
  /// as a member or global, is called: it runs on the object of that class whose method is the
  /// root.
  void presumeReceiver(ir::Bind &Self) {
    const Frame *Called = frameWithSelf(Self.Reference);
    if (!Called || Called->Body->Class != Root.Class)
      return;
    ir::Symbol Class = In.Known.Classes.nameOf(Root.Class);
    AccessPath Object = In.Names.resolve(Self.Target);
    bool IsHome = Object.Members.empty() ? Object.R == ir::Path::Root::Global &&
                                               In.Known.Ways.isOnlyHome(Object.Base, Class)
                                         : In.Known.Ways.isOnlyHome(Object.Members.back(), Class);
    if (!Class || !IsHome)
      return;
    In.Frames[Called - In.Frames.data()].IsGuess = true;
    Self.Target = ir::Path::thisObject();
  }

  /// What is reached through a member of such an object that is not Self: `other.clients_`.
  bool belongsToAnother(const ir::Path &Part, const ir::Path &Self, ir::Symbol Class) const {
    AccessPath Object = In.Names.resolve(Part);
    return !Object.membersFrom(In.Names.resolve(Self)) &&
           llvm::any_of(Object.Members,
                        [&](const ir::Projection &Member) { return Member.Owner == Class; });
  }

  static ir::Path withMembers(ir::Path P, const Referent &R) {
    P.Projections.append(R.Members.begin(), R.Members.end());
    return P;
  }

  const ir::Function &Root;
  const Nesting &In;
  std::set<AccessPath> Ended; ///< The objects that destructors run on.
  std::map<AccessPath, ir::Symbol> Receivers; ///< The classes whose methods are called on objects.
  const ir::Path *Sought = nullptr; ///< What leads to the object that is looked for.
};

} // namespace

void presumeReferents(ir::Function &F, const ir::Function &Root, const Nesting &In) {
  Presumer(Root, In).run(F);
}

} // namespace holdfast::solve
