//===- State.h - what is known at a point of one path -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One state (a disjunct) stands for all concrete executions that reach a point
// of the function such that, for some naming of its symbols,
//  - every entry holds: the value at the place is the one listed,
//  - every fact holds.
// A place without an entry holds anything. So an entry or fact less is always a
// weaker state, and reading an unlisted place invents a symbol and lists it, so
// that the second read gives the same.
//
// Finite by construction: at every block's entry normalize() drops what no later
// effect can reach and renumbers the symbols in the order of a walk from the
// variables; what remains is one of finitely many small graphs.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_STATE_H
#define HOLDFAST_SOLVE_STATE_H

#include "solve/Value.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::solve {

struct Entry {
  PlaceId P = NoPlace;
  Value V;

  friend bool operator==(const Entry &A, const Entry &B) { return A.P == B.P && A.V == B.V; }
};

class State {
public:
  explicit State(PlaceTable &Places) : Places(&Places) {}

  PlaceTable &places() const { return *Places; }
  Term fresh() { return Term::symbol(NextSymbol++); }

  //===--- memory ---------------------------------------------------------===//
  llvm::ArrayRef<Entry> memory() const { return Memory; }
  const Value *find(PlaceId P) const;
  Value *find(PlaceId P) { return const_cast<Value *>(static_cast<const State *>(this)->find(P)); }
  /// The value at P; a new symbol, listed from now on, when nothing is known.
  Value read(PlaceId P);
  /// P holds V and its parts hold what V says they hold.
  void write(PlaceId P, const Value &V);
  /// P holds V; its parts stay as they are (the contents of a container change, its elements
  /// remain).
  void set(PlaceId P, const Value &V);
  /// P and its parts may hold anything.
  void forget(PlaceId P);
  /// Copies what is known about the fields of From to To; Wanted: to those places, and within.
  void copyParts(
      PlaceId From, PlaceId To,
      llvm::function_ref<bool(PlaceId)> Wanted = [](PlaceId) { return true; });
  void removeIf(llvm::function_ref<bool(const Entry &)> Drop);
  void forEachHandle(llvm::function_ref<void(PlaceId, Value &)> Visit);

  //===--- facts ----------------------------------------------------------===//
  llvm::ArrayRef<Fact> facts() const { return Facts; }
  void learn(const Fact &F);
  void removeFactsIf(llvm::function_ref<bool(const Fact &)> Drop);
  /// Position A is before position B in their container.
  void learnBefore(Term A, Term B);
  /// Position B is at or after position A: what is before A is before B.
  void learnNotBefore(Term B, Term A);
  /// True: proven. False: unknown.
  bool isBefore(Term A, Term B) const;
  const Fact *released(Term Pointer) const;
  /// A member of what Pointer points at was read or written: it is not null.
  bool isDereferenced(Term Pointer) const;
  /// F says that a pointer is not null, which its use says already.
  bool isImplied(const Fact &F) const;

  //===--- names ----------------------------------------------------------===//
  /// Symbol becomes By, everywhere. What cannot be named any more is dropped.
  void substitute(Term Symbol, Term By);
  /// Elements of From, and what is known about them, become those of To (and the reverse).
  void moveElements(PlaceId From, PlaceId To, bool Both);
  /// Object, with its parts, is now called NewObject.
  void rename(PlaceId Object, PlaceId NewObject);
  /// Drops entries that IsLive denies and everything only they reach, then numbers the symbols
  /// canonically: afterwards states that differ in names only are equal.
  void normalize(llvm::function_ref<bool(PlaceId)> IsLive);

  //===--- precision ------------------------------------------------------===//
  /// Forgets what only serves to tell paths apart: truths, facts about scalars, and integers but
  /// those that IsCommon says are the same on all paths.
  void forgetConditions(llvm::function_ref<bool(const Entry &)> IsCommon);
  /// The weakest of both, except that what dangles in one keeps dangling (Joined), and what one
  /// says was released stays released. Symbols of the same number are taken for the same. True if
  /// this changed. Covers both; commutative; idempotent but for isBlurred().
  bool join(const State &Other);
  /// This says nothing of an execution that Other does not say: what Other stands for, this stands
  /// for, too. True: proven. What a state keeps for reports only (causes, origins, handles that
  /// dangle in one of several joined states) says nothing; and Valid says no more than MayDangle.
  bool covers(const State &Other) const;
  /// Conditions of the path were forgotten: it may be infeasible.
  bool isBlurred() const { return Lost != Loss::Nothing; }
  /// What differs between several paths was forgotten, too.
  bool isJoined() const { return Lost == Loss::Differences; }

  friend bool operator==(const State &A, const State &B) {
    return A.Lost == B.Lost && A.Memory == B.Memory && A.Facts == B.Facts;
  }
  /// Equal states have equal ones, in every run.
  uint64_t hash() const;

private:
  void unshare(PlaceId Part);
  class Normalizer;
  void rewrite(const Rewriting &R);

  PlaceTable *Places;
  llvm::SmallVector<Entry, 16> Memory; ///< Sorted by place.
  llvm::SmallVector<Fact, 8> Facts;    ///< Sorted.
  uint32_t NextSymbol = 1;
  enum class Loss : uint8_t { Nothing, Conditions, Differences };
  Loss Lost = Loss::Nothing;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_STATE_H
