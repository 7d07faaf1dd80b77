//===- Positions.h - where in a container -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_POSITIONS_H
#define HOLDFAST_SOLVE_POSITIONS_H

#include "models/Model.h"
#include "solve/State.h"

namespace holdfast::solve {

/// Where the key of an element is.
struct KeyRule {
  enum class Kind : uint8_t { None, Member, Self };
  Kind K = Kind::None;
  ir::Symbol Member = 0;
  ir::Symbol Mapped = 0; ///< The member beside it; 0: there is none.

  static KeyRule of(const models::ClassModel *Class, const ir::Module &M);
};

/// How two positions of one container relate.
enum class Relation : uint8_t { Unknown, Same, Different, Before, After };

/// How A relates to B, both positions in Container.
Relation relate(const State &S, PlaceId Container, KeyRule Keys, Term A, Term B);

/// What the key of the element at Position is called.
llvm::SmallVector<Term, 2> keysAt(const State &S, PlaceId Container, KeyRule Keys, Term Position);

/// The position that is kept at Memo; a new one if there is none.
Term readPosition(State &S, PlaceId Memo);

/// The position of the element at Index of Container; the same one for the same index until a
/// change.
Term positionAtIndex(State &S, PlaceId Container, Term Index);
/// The index that Position is known to be at, or none.
Term indexOf(const State &S, PlaceId Container, Term Position);

/// The position of the element with Key, the same one for the same key: a key that was read from an
/// element (`it->first`) is at that element.
Term positionOfKey(State &S, PlaceId Container, KeyRule Keys, Term Key);
/// The position known to hold Key, or none.
Term findKey(const State &S, PlaceId Container, KeyRule Keys, Term Key);
/// True: an element of Container has Key, false: none has, unset: unknown.
std::optional<bool> hasKey(const State &S, PlaceId Container, KeyRule Keys, Term Contents,
                           Term Key);

/// The position of an element place.
inline Term positionOf(const State &S, PlaceId Element) { return S.places()[Element].T; }

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_POSITIONS_H
