//===- Premises.h - what a function takes for granted -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_PREMISES_H
#define HOLDFAST_SOLVE_PREMISES_H

#include "ir/Declarations.h"
#include "solve/Flags.h"
#include <map>
#include <set>
#include <tuple>

namespace holdfast::solve {

struct Facts;

/// What the execution of a flattened function may ask about the rest of the program: the facts
/// about what the function names, taken from those of the program before it begins. So its result
/// depends on the function and on these, and on nothing else (Problem.h).
class Premises {
public:
  Premises() = default;
  /// Linear in F.
  Premises(const ir::Function &F, const Facts &Known);

  /// What is known of the values of Member, which F names; null: nothing.
  const Flag *flag(const ir::Projection &Member) const {
    auto It = Flags.find(Member);
    return It == Flags.end() ? nullptr : &It->second;
  }
  /// Objects are inserted into the container, a member, by one of their members; by that Member
  /// (Keys.h).
  bool areKept(const ir::Projection &Container) const { return Keys.count(Container); }
  bool areKeptBy(const ir::Projection &Container, const ir::Projection &Member) const {
    auto It = Keys.find(Container);
    return It != Keys.end() && It->second.count(Member);
  }
  /// The function of that USR, which F calls, gives a new value to what a constructor of its class
  /// left the object in (Touched.h).
  bool takesBack(ir::Symbol Callee) const { return TakeBack.count(Callee); }
  /// The constructor of that USR, which F calls, gives the address of its object to somebody.
  bool registersItself(ir::Symbol Callee) const { return Registering.count(Callee); }
  /// The function of that USR, which F calls, changes no container but its own, nor does what it
  /// calls.
  bool keepsContainers(ir::Symbol Callee) const { return KeepContainers.count(Callee); }

  /// A call of functions of the program, which F makes.
  struct Called {
    ir::Symbol Usr;
    bool AnyOverrider;
    friend bool operator<(const Called &A, const Called &B) {
      return std::tie(A.Usr, A.AnyOverrider) < std::tie(B.Usr, B.AnyOverrider);
    }
  };
  static Called calledBy(const ir::Call &C) { return {C.Callee, C.K != ir::Call::Kind::Direct}; }
  /// The contents of containers that are called Member, or the flag (Flags.h), are not among what
  /// that call changes.
  bool keeps(const Called &By, const ir::Projection &Member) const {
    auto It = KeepMembers.find(By);
    return It != KeepMembers.end() && It->second.count(Member);
  }

  /// What F erases or deallocates at Loc belongs to others, too, each by this member (Counted.h).
  /// Null: nobody counts there.
  const ir::Projection *ownersAt(const ir::Location &Loc) const {
    auto It = Owners.find(Loc);
    return It == Owners.end() ? nullptr : &It->second;
  }

  /// The program has no body for what that call means.
  bool isUnseen(const Called &By) const { return !Seen.count(By); }

  /// That call returns a copy of an owner that is kept (KeptOwners.h).
  bool returnsKept(const Called &By) const { return Lending.count(By); }

  /// What F deletes at Loc may give Member of another object a value when it ends (Unlinking.h).
  bool unlinks(const ir::Location &Loc, const ir::Projection &Member) const {
    auto It = Leaving.find(Loc);
    return It != Leaving.end() && It->second.count(Member);
  }

  /// Where the members and globals that F names are declared.
  const ir::Declarations &declarations() const { return Declared; }

private:
  friend class Problem;
  void addCalls(const ir::Function &F, const Facts &Known);
  void declare(ir::Symbol Owner, ir::Symbol Name, const ir::Location &Loc);

  std::map<ir::Projection, Flag> Flags;
  std::map<ir::Projection, std::set<ir::Projection>> Keys;
  std::set<ir::Symbol> TakeBack, KeepContainers, Registering;
  std::map<Called, std::set<ir::Projection>> KeepMembers;
  std::set<Called> Seen, Lending;
  ir::Declarations Declared;
  /// The same, by owner and name.
  std::map<std::pair<ir::Symbol, ir::Symbol>, ir::Location> DeclaredAt;
  std::map<ir::Location, ir::Projection> Owners;
  std::map<ir::Location, std::set<ir::Projection>> Leaving; ///< Of what F names.
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_PREMISES_H
