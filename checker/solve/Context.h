//===- Context.h - the function being analyzed ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_CONTEXT_H
#define HOLDFAST_SOLVE_CONTEXT_H

#include "solve/Anticipation.h"
#include "solve/Cycles.h"
#include "solve/Inline.h"
#include "solve/Liveness.h"
#include "solve/Passed.h"
#include "solve/Positions.h"
#include "solve/Premises.h"
#include "solve/Rows.h"
#include "solve/State.h"
#include "solve/Written.h"
#include "llvm/ADT/DenseSet.h"
#include <map>
#include <memory>

namespace holdfast::solve {

/// An effect of the function: 1 + its number in block order. 0 is no effect.
using Site = uint32_t;

/// What makes handles dangle. One per effect and kind.
struct Cause {
  CauseKind K = CauseKind::Mutation;
  Site At = 0;
  const models::Operation *Row = nullptr;
  std::string Container;
  std::string Type;
  ir::Location Declared; ///< The container; may be unknown.
  bool MayReallocate = false;
  bool IsTemporary = false; ///< Destroy: of a temporary.
};

/// What stays the same while the states of one function change.
class Context {
public:
  /// All must outlive this. Of M only texts are read: see Problem.h before asking anything else.
  Context(const ir::Module &M, const Inlined &In, Rows &Table, const Premises &Given);

  const ir::Module &M;
  const ir::Function &F;
  Rows &Table;
  PlaceTable Places;
  const bool Releases; ///< The function deallocates something.
  const Cycles Loops;
  const Liveness Live;
  const Premises &Given;

  Site site(ir::BlockId B, size_t Index) const { return FirstSite[B] + Index + 1; }
  ir::BlockId blockOf(Site S) const;
  /// The frame that B is a part of; 0 is F itself.
  uint32_t frameOf(ir::BlockId B) const { return FrameOf.empty() ? 0 : FrameOf[B]; }
  const Frame &frame(uint32_t Number) const { return Frames[Number]; }
  /// Something is presumed in the frame that B is a part of.
  void noteGuess(ir::BlockId B) { Guessed.insert(frameOf(B)); }
  bool isGuess(uint32_t Frame) const;
  /// Which object Frame, or one that called it, is about is presumed.
  bool isPresumed(uint32_t Frame) const;
  size_t indexOf(Site S) const { return S - 1 - FirstSite[blockOf(S)]; }
  /// Null: there is none.
  const ir::Effect *effectAt(Site S) const;
  ir::Location locationOf(Site S) const;

  /// The class of the container that the inserter made at S inserts into; null when not known.
  const models::ClassModel *inserterClass(Site S) const { return InserterClasses.lookup(S); }
  void setInserterClass(Site S, const models::ClassModel *Class) { InserterClasses[S] = Class; }

  /// What is known of the values of the member at P (Flags.h); null: nothing, or it is no member.
  const Flag *flagAt(PlaceId P) const;
  bool isLatch(PlaceId P) const {
    const Flag *Its = flagAt(P);
    return Its && Its->IsLatch;
  }
  bool isLatched(const Entry &E) const { return E.V.Scalar.isInteger(1) && isLatch(E.P); }

  CauseId intern(const Cause &C);
  const Cause &cause(CauseId Id) const { return Causes[Id]; }
  const Anticipation &anticipation();
  const Written &written();
  const Origins &origins();
  /// Somewhere in the function, local object V gives its own address to somebody.
  bool hasGivenItself(ir::VarId V);
  /// V is a copy of an owner that somebody keeps (KeptOwners.h).
  bool isCopyOfKept(ir::VarId V) const;

  /// The innermost cycle around B in which the variable or member at Holder is advanced, or null.
  const Cycle *walkedBy(const State &S, PlaceId Holder, ir::BlockId B) const;
  /// Around a call whose body contains B, Holder was advanced on the way from that cycle's header
  /// to the call: `++it; remove(current);`.
  bool isAdvancedBeforeCall(PlaceId Holder, ir::BlockId B) const;
  /// The effect at At says Key of something that Holder was at before it moved on (Passed.h).
  bool isKeyOfPassed(const ir::Path &Key, PlaceId Holder, Site At);

  /// How the source would call the object of P: "m", "this->items", "p->list", or "".
  std::string describe(const State &S, PlaceId P) const;
  /// How the source writes P, or "" when it goes through unnamed things.
  std::string spell(const ir::Path &P) const;

  /// Where the object of P, or else of Spelled (null: there is no such), is declared: the member,
  /// the variable, or what leads to it.
  ir::Location declared(const State &S, PlaceId P, const ir::Path *Spelled) const;

  /// For debugging: `%m#0[$3].second`, and all that S knows.
  void print(llvm::raw_ostream &OS, PlaceId P) const;
  void print(llvm::raw_ostream &OS, const State &S) const;

  bool isHidden(ir::VarId V) const { return F.Vars[V].Walk != ir::Variable::Hidden::No; }
  bool isTemporary(ir::VarId V) const { return F.Vars[V].S == ir::Variable::Storage::Temporary; }

private:
  std::string describe(const State &S, PlaceId P, llvm::SmallDenseSet<PlaceId> &Asked) const;
  ir::Location declaredAt(PlaceId P) const;
  std::optional<ir::Path> pathOf(PlaceId P) const;
  bool isBase(ir::Symbol Member) const;

  std::optional<llvm::BitVector> GivenAway; ///< Made when it is asked for.
  llvm::ArrayRef<Frame> Frames;
  llvm::ArrayRef<uint32_t> FrameOf; ///< By block.
  std::vector<Site> FirstSite;      ///< By block.
  std::vector<Cause> Causes;
  std::map<std::pair<Site, CauseKind>, CauseId> CauseIndex;
  llvm::DenseMap<Site, const models::ClassModel *> InserterClasses;
  std::unique_ptr<Anticipation> Busy;
  std::unique_ptr<Written> Writes;
  std::unique_ptr<Origins> Names;
  std::unique_ptr<Passed> Keys;
  llvm::DenseSet<uint32_t> Guessed; ///< Frames in which something was presumed.
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_CONTEXT_H
