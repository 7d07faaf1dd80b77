//===- Touched.h - which containers functions change ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Most calls change no container that the caller looks into. Which ones a function may change,
// itself or in what it calls, is a set of kinds: a class of the tables with the member that the
// container is, or with none when it is a variable or behind a pointer. `this.clients.erase(c)`
// is of kind (std::vector, clients@Server); it may be what the caller knows as (std::vector, -).
//
// A member in which handles are carried (Carriers.h) is a kind without a class: `*first` in a
// method of Span touches (-, first@Span), and whoever makes a Span looks into that.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_TOUCHED_H
#define HOLDFAST_SOLVE_TOUCHED_H

#include "ir/Program.h"
#include "solve/Carriers.h"
#include "solve/Components.h"
#include "solve/Distances.h"
#include "solve/Referents.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SparseBitVector.h"
#include <map>
#include <mutex>

namespace holdfast::solve {

class CallGraph;

/// Built once, in time linear in the program times the kinds that are touched; then only read, from
/// any thread. Distances are computed when they are asked for, those of a kind in time linear in
/// the program.
class Touched {
public:
  using Kinds = llvm::SparseBitVector<>;

  Touched(const ir::Module &M, const CallGraph &Calls, Rows &Table);

  /// What an operation of a function gives it iterators, references or pointers into.
  struct Way {
    std::optional<ir::VarId> Holder; ///< None: it is kept elsewhere.
    Kinds Into;
  };
  llvm::ArrayRef<Way> waysOf(const ir::Function &F) const;
  /// Of what a callee looks into, that which its caller looks into when it gets what the callee
  /// had.
  static void hand(Kinds &Given) { Given.reset(Deallocated); } // The callee's own loop has ended.
  /// Kinds that are of interest to F whatever it looks into (Into, to which they are added).
  void addKept(const ir::Function &F, Kinds &Into) const;

  /// A call of F may change something among the kinds, or give something a value that matters
  /// later.
  bool mayChange(const ir::Function &F, const Kinds &Among) const;
  /// A call of F may change what a container among the kinds holds: more than what invalidates.
  bool mayAlter(const ir::Function &F, const Kinds &Among) const;
  /// The container that an operation names as a member, and what kind it is.
  struct Named {
    unsigned Kind;
    ir::Projection Member;
  };
  /// None: Op names no container that way.
  std::optional<Named> namedBy(const ir::ModelOp &Op) const;
  /// The containers that operations in F itself are about.
  const Kinds &askedBy(const ir::Function &F) const { return Asks.find(&F)->second; }
  /// F may do so itself, whatever it calls.
  bool changesItself(const ir::Function &F, const Kinds &Among) const;
  /// The containers that F walks: what it looks into otherwise is used soon, and not again.
  const Kinds &walkedBy(const ir::Function &F) const { return Walks.find(&F)->second; }
  /// The least calls from F to a function that by itself may change something among the kinds: 0 is
  /// F itself, Distances::Far none. What is not among those that matter most is said to be further.
  unsigned distance(const ir::Function &F, const Kinds &Among, const Kinds &Most) const;
  /// A call of F returns an object that carries handles, may use a handle in one of the members
  /// among the kinds, or take back where an object's constructor has left it.
  bool dealsInHandles(const ir::Function &F, const Kinds &Among) const;
  /// F gives a new value to what a constructor of its class leaves the object in.
  bool takesBack(const ir::Function &F) const { return TakeBack.contains(&F); }
  /// F returns an object that carries handles.
  bool gives(const ir::Function &F) const;
  const Components &components() const { return Called; }
  /// F keeps handles that it gets in an object of its caller.
  bool keeps(const ir::Function &F) const { return Own.find(&F)->second.test(Kept); }

private:
  friend class Footprints;
  struct Kind {
    const models::ClassModel *Class = nullptr; ///< Null: handles that Member holds.
    ir::Projection Member;                     ///< None: a projection of another kind.
  };
  // Kinds that are no containers.
  enum : unsigned { Anything, Deallocated, Kept, FirstContainer };

  void addKinds(const models::ClassModel *Class, const Referents::Members &Members, Kinds &To);
  unsigned kindOf(const models::ClassModel *Class, const ir::Projection &Member);
  bool isContainer(unsigned K) const {
    return K >= FirstContainer && All[K - FirstContainer].Class;
  }
  bool isMember(unsigned K) const { return K >= FirstContainer && !All[K - FirstContainer].Class; }
  void addChanged(const ir::Function &F, const Referents::Bound &Names, const ir::ModelOp &Op);
  void addTakenBack(const CallGraph &Calls);
  void addLookedInto(const ir::Module &M, const ir::Function &F);
  void propagate();
  bool hasLike(const Kinds &Among, unsigned K) const;

  /// The kinds that have a class.
  struct ClassKinds {
    Kinds All;
    std::optional<unsigned> NoMember;
  };

  const ir::Module &M;
  Rows &Table;
  Distances Away;
  Referents Referred;
  Components Called;
  Carriers Carried;
  std::vector<Kind> All;
  std::map<std::tuple<const models::ClassModel *, ir::Symbol, ir::Symbol>, unsigned> Numbers;
  llvm::DenseMap<const models::ClassModel *, ClassKinds> ByClass;
  llvm::DenseMap<const ir::Function *, Kinds> Own; ///< What it changes itself.
  llvm::DenseMap<const ir::Function *, Kinds> OwnAltered; ///< More than that: what it inserts.
  llvm::DenseMap<const ir::Function *, Kinds> Asks;       ///< What its operations are about.
  std::vector<Kinds> Changes; ///< With the callees; by component, without Kept.
  std::vector<Kinds> Alters;  ///< The same of what OwnAltered has.
  llvm::DenseMap<const ir::Function *, std::vector<Way>> Ways;
  llvm::DenseMap<const ir::Function *, Kinds> Walks; ///< A part of its ways.
  llvm::DenseSet<const ir::Function *> TakeBack;     ///< What a constructor left somewhere.
  mutable std::mutex DistancesLock;
  mutable std::map<unsigned, std::vector<uint8_t>> DistancesTo; ///< By kind, under the lock.
};

/// V may hold an iterator, reference or pointer.
bool isHandle(const ir::Module &M, const ir::Variable &V);

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_TOUCHED_H
