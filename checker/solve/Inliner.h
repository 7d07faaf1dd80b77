//===- Inliner.h - how callees become part of a function ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The members are implemented by topic: Inline.cpp (calls), InlineOrder.cpp (which calls are looked
// into, and first), InlineKept.cpp (callables that the program keeps somewhere),
// InlineOperation.cpp (library operations that call back).
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_INLINER_H
#define HOLDFAST_SOLVE_INLINER_H

#include "solve/Enclosing.h"
#include "solve/Inline.h"
#include "solve/Interests.h"
#include "solve/Presume.h"
#include "solve/Splice.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SetVector.h"
#include <map>

namespace holdfast::solve {

/// What a call finds: the body, the variables that are a lambda's captures, and what is `this`.
struct Callee {
  const ir::Function *Body;
  std::vector<ir::VarId> Captures;
  std::optional<ir::VarId> Self;
  std::optional<uint32_t> MadeIn;   ///< Of a lambda: in which frame.
  std::optional<ir::Path> Receiver; ///< What Self is to be bound to.
  bool IsGuess = false;             ///< Another one may be called instead.
  bool IsEnd = false;               ///< As in Frame.
};

/// A lambda that a library operation is given.
struct Callback {
  size_t Argument; ///< Its index.
  Callee Lambda;
};

class Inliner {
public:
  Inliner(const ir::Module &M, const ir::Function &F, Rows &Table, const Facts *Known,
          const InlineLimits &Limits, const Question *Answers)
      : M(M), Table(Table), Lib(Table.library()), Known(Known), Limits(Limits), Answers(Answers),
        Root(F), F(F), Held(M, this->F, Table),
        Interest(Answers ? Interests(Answers->About) : Interests(F, Known)) {
    Frames.emplace_back();
    FrameOf.assign(F.Blocks.size(), 0);
    for (ir::VarId V = 0; V != F.Vars.size(); ++V)
      Originals.push_back({&Root, V});
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        if (const auto *Made = std::get_if<ir::Closure>(&E.What))
          Closures[Made->Body].push_back(*Made);
  }

  Inlined run();

private:
  ir::BlockId split(ir::BlockId B, size_t Index);
  unsigned distance(const ir::Function &Body) const;
  unsigned rank(const ir::Function &Body, uint32_t Frame) const;
  unsigned rank(ir::BlockId B, const ir::EffectKind &What) const;
  std::optional<unsigned> expandUpTo(unsigned Rank);
  bool expand(ir::BlockId B, size_t Index);
  bool expandIndirect(ir::BlockId B, size_t Index, const ir::Call &Call);
  bool expandCall(ir::BlockId B, size_t Index, const ir::Call &Call);
  std::vector<ir::Call> methodCalls(const ir::Call &Call, uint32_t CalledIn);
  std::vector<Callee> calleesOf(const ir::Call &Call, ir::BlockId B, const ir::Location &Loc,
                                bool &Others);
  void dropHidden(llvm::SmallVectorImpl<const ir::Function *> &Bodies, const ir::Path &Receiver,
                  ir::BlockId CalledIn) const;
  void dropFar(llvm::SmallVectorImpl<const ir::Function *> &Bodies, uint32_t CalledIn) const;
  void enterAny(ir::BlockId B, size_t Index, const ir::Call &Call, llvm::ArrayRef<Callee> Callees,
                bool Others);
  std::vector<Registration> registrationsAt(const ir::Path &Callable);
  bool isDisconnected(const ir::Path &Callable, ir::BlockId CalledIn, ir::Location At) const;
  std::vector<Callee> registeredAt(const ir::Path &Callable, ir::BlockId CalledIn);
  std::optional<ir::Path> receiverOf(const Registration &R, const AccessPath &KeptAt,
                                     ir::BlockId CalledIn) const;
  void enclose(ir::VarId Self, const Registration &R, const AccessPath &KeptAt);
  bool isKeptIn(const Registration &R, const AccessPath &KeptAt, const ir::Path &Self) const;
  std::optional<ir::Closure> keptAmong(llvm::ArrayRef<ir::Closure> Made, const Registration &R,
                                       const AccessPath &KeptAt) const;
  std::vector<ir::VarId> unknownCaptures(const ir::Function &Body);
  void enter(ir::BlockId From, const Callee &C, const ir::Call &Call, ir::BlockId After,
             const ir::Location &Loc);
  bool expandOperation(ir::BlockId B, size_t Index, const ir::ModelOp &Op);
  ir::BlockId splitCall(ir::BlockId B, size_t Index);
  std::optional<ir::Operand> ownerReleasedBy(const ir::EffectKind &What) const;
  ir::BlockId branchOn(ir::BlockId B, const ir::Operand &Pointer, ir::BlockId After,
                       const ir::Location &Loc);
  std::optional<Callee> calleeOf(const ir::Path &Callable, ir::BlockId CalledIn);
  std::optional<Callee> calleeOf(const ir::Closure &C, ir::BlockId CalledIn);
  const ir::Function *bodyOf(const ir::Closure &C) const;
  const std::vector<ir::VarId> &capturesOf(const ir::Closure &C, const ir::Function &Body);
  bool mayEnter(const ir::Function &Body, ir::BlockId CalledIn) const;
  bool isWorthwhile(const ir::Function &Body, const ir::Call &Call, uint32_t Caller);
  std::optional<Touched::Kinds> walkedAsGiven(const ir::Function &Body, const ir::Call &Call) const;

  ir::VarId addCursor(ir::BlockId B, const ir::ModelOp &Op, const models::Operation &Row,
                      const ir::Location &Loc);
  ir::EffectKind cursorStart(ir::VarId Cursor, const ir::ModelOp &Op,
                             const models::Operation &Row) const;
  std::vector<Callback> callbacksOf(const ir::ModelOp &Op, const models::Operation &Row,
                                    ir::BlockId CalledIn);
  void addLoop(ir::BlockId From, ir::BlockId After, ir::VarId Cursor,
               llvm::ArrayRef<Callback> Callbacks, const ir::Location &Loc);
  ir::BlockId addBlock(ir::BlockId Like);
  Spliced spliceBody(const Callee &C, ir::BlockId CalledIn, std::optional<ir::VarId> Result,
                     ir::BlockId Continuation, const ir::Location &Loc);
  void append(ir::BlockId B, ir::EffectKind What, const ir::Location &Loc);
  void dropReleases();
  void insertCaptures();

  const ir::Module &M;
  Rows &Table;
  const models::Library &Lib;
  const Facts *Known;
  const InlineLimits Limits;
  const Question *const Answers;
  const ir::Function &Root;
  ir::Function F;
  Origins Held;
  Interests Interest;
  /// By VarId of F: what it is in the function it comes from; null: ours.
  std::vector<std::pair<const ir::Function *, ir::VarId>> Originals;
  std::map<ir::Symbol, std::vector<ir::Closure>> Closures; ///< That F makes, by body.
  std::vector<Enclosing> Enclosings;
  std::vector<Frame> Frames;
  llvm::SetVector<const ir::Function *> Asked;  ///< As in Inlined.
  std::vector<uint32_t> FrameOf;                ///< By BlockId.
  std::map<ir::VarId, uint32_t> FrameOfClosure; ///< By the variable it is made in; not frame 0.
  /// What initializes the captures of a closure, by the variable it is made in; goes right
  /// behind the Closure effect.
  struct Captured {
    std::vector<ir::VarId> Variables;
    std::vector<ir::EffectKind> Effects;
  };
  std::map<ir::VarId, Captured> CapturedBy;
};

/// F makes a closure.
bool makesClosure(const ir::Function &F);

/// A reference to an object that nothing is known of yet, added to F.
ir::VarId addObject(ir::Function &F, const ir::Location &Loc);

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_INLINER_H
