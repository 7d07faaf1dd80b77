//===- Members.cpp - which classes members lead to ------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Members.h"
#include "ir/PathWalk.h"

namespace holdfast::solve {

using Root = ir::Path::Root;
using Step = ir::Projection::Kind;

/// Reads the functions of a program one after the other.
struct Members::Reader {
  Reader(Members &Into, const CallGraph &Calls, Rows &Table)
      : Into(Into), Calls(Calls), Table(Table) {}

  void read(const ir::Function &F) {
    Copies.clear();
    Aliases.clear();
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        readCopy(E);
    auto Read = [&](const ir::Path &P) { readPath(P); };
    ir::PathWalk Walk(Read);
    for (const ir::Block &B : F.Blocks) {
      for (const ir::Effect &E : B.Effects) {
        ir::fields(Walk, E);
        if (std::optional<ir::Call> Call = callOf(E.What); Call && Call->Receiver)
          for (const ir::Function *Body : Calls.bodiesOf(*Call))
            noteReceiver(F, *Call->Receiver, Into.Classes.nameOf(Body->Class));
      }
      ir::fields(Walk, B.Term);
    }
  }

private:
  /// `auto *owner = this->owner_; auto &tags = this->tags_; auto server = this->server_.lock();`
  void readCopy(const ir::Effect &E) {
    if (const auto *B = std::get_if<ir::Bind>(&E.What); B && nameOf(B->Target))
      Aliases[B->Reference] = B->Target;
    if (const auto *R = std::get_if<ir::Release>(&E.What); R && R->Pointer.hasPath())
      noteOwner(R->Pointer.P, false);
    if (const auto *Op = std::get_if<ir::ModelOp>(&E.What); Op && Op->Receiver)
      readOperation(*Op);
    const auto *A = std::get_if<ir::Assign>(&E.What);
    if (A && A->Destination.isVariable() && A->Source.K == ir::Operand::Kind::Value)
      copy(A->Destination.Base, A->Source.P);
  }

  void readOperation(const ir::ModelOp &Op) {
    models::Library::Lookup Found = Table.find(Op);
    bool IsPointer = Found.Class && Found.Class->Kind == models::ClassKind::SmartPointer;
    if (Found.Row && (!IsPointer || Found.Row->What == models::Change::Release))
      noteOwner(*Op.Receiver, !IsPointer);
    if (Found.Row && Found.Row->Returns == models::Result::Pointee && Op.Result)
      copy(*Op.Result, *Op.Receiver);
  }

  /// What P leads to is a part of the object that P is in: elements, or an object that it deletes.
  void noteOwner(const ir::Path &P, bool IsContainer) {
    if (std::optional<Name> Which = nameOf(P))
      Into.Owners[*Which] |= IsContainer;
  }

  void copy(ir::VarId To, const ir::Path &From) {
    auto Known = From.isVariable() ? Copies.find(From.Base) : Copies.end();
    if (Known != Copies.end())
      Copies.insert_or_assign(To, ir::Path(Known->second));
    else if (nameOf(From))
      Copies.insert_or_assign(To, From);
  }

  /// The member or global that P is.
  static std::optional<Name> nameOf(const ir::Path &P) {
    if (P.Projections.empty())
      return P.R == Root::Global ? std::optional<Name>({P.Base, 0}) : std::nullopt;
    const ir::Projection *Last = P.member();
    return Last ? std::optional<Name>({Last->Field, Last->Owner}) : std::nullopt;
  }

  /// Each member on the way of P says what the one before it leads to.
  void readPath(const ir::Path &P) {
    ir::Path Object{P.R, P.Base, {}};
    for (const ir::Projection &Next : P.Projections) {
      if (Next.K == Step::Field)
        note(Object, Next.Owner);
      Object.Projections.push_back(Next);
    }
  }

  /// An object of Class is at P.
  void note(const ir::Path &P, ir::Symbol Class) {
    if (!Class)
      return;
    if (P.Projections.empty() || P.Projections.back().K != Step::Deref) {
      auto Alias = P.isVariable() ? Aliases.find(P.Base) : Aliases.end();
      if (std::optional<Name> Home = nameOf(Alias == Aliases.end() ? P : Alias->second))
        Into.Homes[Class].insert(*Home);
      return;
    }
    ir::Path Pointer = P;
    Pointer.Projections.pop_back();
    if (auto Copied = Copies.find(Pointer.Base); Pointer.isVariable() && Copied != Copies.end())
      Pointer = Copied->second;
    if (std::optional<Name> Which = nameOf(Pointer))
      Into.Pointers[Which->second][*Which].insert(Class);
  }

  /// A method of Class is called on P. What is in a variable, or where a variable points, may be
  /// anywhere.
  void noteReceiver(const ir::Function &F, const ir::Path &P, ir::Symbol Class) {
    note(P, Class);
    if (!Class || P.R != Root::Variable)
      return;
    bool IsOwn = P.isVariable() && !F.Vars[P.Base].IsReference && P.Base >= F.NumParams;
    bool IsPointee =
        P.Projections.size() == 1 && P.Projections[0].K == Step::Deref && !Copies.count(P.Base);
    if (IsOwn || IsPointee)
      Into.Homes[Class].insert({0, 0});
  }

  Members &Into;
  const CallGraph &Calls;
  Rows &Table;
  std::map<ir::VarId, ir::Path> Copies;  ///< Of a pointer that is a member or global.
  std::map<ir::VarId, ir::Path> Aliases; ///< Of a member or global.
};

Members::Members(const ir::Module &M, const CallGraph &Calls, const Hierarchy &Classes,
                 const Stores &Kept, Rows &Table)
    : Classes(Classes), Kept(Kept) {
  Reader R(*this, Calls, Table);
  for (const ir::Function &F : M.Functions)
    R.read(F);
  findParts();
  dropSmartPointers(M);
  keepOnlyWays();
}

/// The pointer in a smart pointer or iterator of the program's own leads wherever that does: one
/// class of them has many objects that lead elsewhere.
void Members::dropSmartPointers(const ir::Module &M) {
  for (const ir::Function &F : M.Functions) {
    llvm::StringRef Name = M.text(F.Name);
    if (F.Class && (Name.ends_with("::operator->") || Name.ends_with("::operator*")))
      Pointers.erase(Classes.nameOf(F.Class));
  }
}

/// What is owned leaves the ways, and becomes parts.
void Members::findParts() {
  for (const auto &[Owner, IsContainer] : Owners) {
    auto Ways = Pointers.find(Owner.second);
    if (Ways == Pointers.end())
      continue;
    auto Owned = Ways->second.extract(Owner);
    if (Owned && !IsContainer)
      for (ir::Symbol Class : Owned.mapped())
        Parts[Class].insert(Owner);
  }
}

void Members::keepOnlyWays() {
  for (auto &[Owner, Ways] : Pointers) {
    // Where a part's pointer to its whole leads is known.
    for (auto Way = Ways.begin(); Way != Ways.end();)
      Way = isWayToWhole(ir::Projection::field(Way->first.first, Owner)) ? Ways.erase(Way)
                                                                         : std::next(Way);
    std::set<Name> Shared;
    for (auto A = Ways.begin(); A != Ways.end(); ++A)
      for (auto B = std::next(A); B != Ways.end(); ++B) {
        bool IsSame = llvm::any_of(A->second, [&](ir::Symbol X) {
          return llvm::any_of(B->second, [&](ir::Symbol Y) { return Classes.areRelated(X, Y); });
        });
        if (IsSame)
          Shared.insert({A->first, B->first});
      }
    for (const Name &Way : Shared)
      Ways.erase(Way);
  }
}

const Members::ClassNames &Members::onlyWayTo(Name Which) const {
  static const ClassNames None;
  auto Ways = Pointers.find(Which.second);
  if (Ways == Pointers.end())
    return None;
  auto It = Ways->second.find(Which);
  return It == Ways->second.end() ? None : It->second;
}

const Members::ClassNames &Members::onlyWayTo(const ir::Projection &Member) const {
  return onlyWayTo(Name(Member.Field, Member.Owner));
}

const Members::ClassNames &Members::onlyWayTo(ir::Symbol Global) const {
  return onlyWayTo(Name(Global, 0));
}

ir::Symbol Members::wholeOf(ir::Symbol Part) const {
  auto It = Parts.find(Part);
  return It != Parts.end() && It->second.size() == 1 ? It->second.begin()->second : 0;
}

bool Members::isWayToPart(const ir::Projection &Member, ir::Symbol Part) const {
  return wholeOf(Part) && *Parts.at(Part).begin() == Name(Member.Field, Member.Owner);
}

bool Members::isWayToWhole(const ir::Projection &Member) const {
  ir::Symbol Whole = wholeOf(Member.Owner);
  const Referent *R = Whole ? Kept.referentOf(Member) : nullptr;
  return R && R->Class == Whole && R->Members.empty();
}

std::optional<ir::Projection> Members::wayFrom(ir::Symbol Owner, ir::Symbol Class) const {
  std::optional<ir::Projection> Result;
  Classes.anyBase(Owner, [&](ir::Symbol Declared) {
    auto Ways = Pointers.find(Declared);
    if (Declared && Ways != Pointers.end())
      for (const auto &[Way, Targets] : Ways->second)
        if (Targets.count(Class))
          Result = ir::Projection::field(Way.first, Way.second);
    return Result.has_value();
  });
  return Result;
}

std::optional<ir::Projection> Members::homeIn(ir::Symbol Owner, ir::Symbol Class) const {
  auto It = Homes.find(Class);
  if (It == Homes.end())
    return std::nullopt;
  unsigned Count = 0;
  ir::Projection Result;
  Classes.anyBase(Owner, [&](ir::Symbol Declared) {
    for (const Name &Home : It->second)
      if (Declared && Home.second == Declared) {
        Result = ir::Projection::field(Home.first, Home.second);
        ++Count;
      }
    return Count > 1;
  });
  return Count == 1 ? std::optional(Result) : std::nullopt;
}

bool Members::isOnlyHome(const ir::Projection &Home, ir::Symbol Class) const {
  auto It = Homes.find(Class);
  return It != Homes.end() && It->second == std::set<Name>{{Home.Field, Home.Owner}};
}

bool Members::isOnlyHome(ir::Symbol Global, ir::Symbol Class) const {
  auto It = Homes.find(Class);
  return It != Homes.end() && It->second == std::set<Name>{{Global, 0}};
}

} // namespace holdfast::solve
