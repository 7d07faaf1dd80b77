//===- Place.h - objects and scalars as a state names them ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A Term is an opaque scalar: a known integer, or a symbol, the name of a value
// that is only known to be itself. A position in a container is a Term, too.
//
// A place names an object the way a state knows it: an anchor followed by parts.
//
//   C++                        place
//   m                          %m
//   this->items                this.items
//   p->list      (p == $1)     $1.*.list            the pointee of symbol $1
//   it->second   (it at $2)    %m[$2].second        the element of m at position $2
//
// Places are interned per function: equal places have equal ids, and a state is a
// short sorted vector of (place, value).
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_PLACE_H
#define HOLDFAST_SOLVE_PLACE_H

#include "ir/Program.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <tuple>
#include <vector>

namespace holdfast::solve {

/// A scalar the solver can compare with others.
struct Term {
  enum class Kind : uint8_t {
    None,
    Integer, ///< N.
    Symbol,  ///< An unknown value; the same number is the same value within one state.
    End,     ///< Position: past the last element.
    Any,     ///< Position: some element, never provably equal to anything.
    Size,    ///< The number of elements of a container with contents $N.
  };
  Kind K = Kind::None;
  int64_t N = 0;

  static Term integer(int64_t N) { return {Kind::Integer, N}; }
  static Term symbol(uint32_t N) { return {Kind::Symbol, N}; }
  static Term end() { return {Kind::End, 0}; }
  static Term any() { return {Kind::Any, 0}; }
  static Term sizeOf(Term Contents) { return {Kind::Size, Contents.N}; }

  bool isInteger() const { return K == Kind::Integer; }
  bool isInteger(int64_t I) const { return K == Kind::Integer && N == I; }
  bool isSymbol() const { return K == Kind::Symbol; }
  bool isEnd() const { return K == Kind::End; }
  /// The symbol whose renaming renames this term.
  bool mentionsSymbol() const { return K == Kind::Symbol || K == Kind::Size; }
  explicit operator bool() const { return K != Kind::None; }

  friend bool operator==(Term A, Term B) { return A.K == B.K && A.N == B.N; }
  friend bool operator!=(Term A, Term B) { return !(A == B); }
  friend bool operator<(Term A, Term B) { return std::tie(A.K, A.N) < std::tie(B.K, B.N); }
};

using PlaceId = uint32_t;
inline constexpr PlaceId NoPlace = 0;

/// The last step of a place.
struct Place {
  enum class Kind : uint8_t {
    None,
    Variable, ///< Function::Vars[A].
    This,
    Global,   ///< USR A.
    Pointee,  ///< What pointer symbol T points at.
    Contents, ///< The parts of the class value that symbol T stands for: what copies have in
              ///< common.
    Field,    ///< Field A of class B of Parent.
    Element,  ///< The element of container Parent at position T.
    Memo,     ///< Not an object: something known about container or variable Parent.
  };
  enum class Memo : uint8_t {
    None,
    Last,     ///< Position of the last element.
    AtKey,    ///< Position of the element with key T.
    AtIndex,  ///< Position of the element with index T; index 0 is begin().
    Reserved, ///< Integer 1: growth does not reallocate.
    Shared,   ///< Address of a copy that shares the (copy-on-write) data.
    Skip,     ///< Index variable Parent: its element was erased, the next one took its place.
    Owner,    ///< Pointer to the smart pointer that owns pointee Parent alone.
  };
  Kind K = Kind::None;
  Memo About = Memo::None;
  PlaceId Parent = NoPlace;
  Term T;
  uint32_t A = 0;
  uint32_t B = 0;

  friend bool operator==(const Place &X, const Place &Y) {
    return std::tie(X.K, X.About, X.Parent, X.T, X.A, X.B) ==
           std::tie(Y.K, Y.About, Y.Parent, Y.T, Y.A, Y.B);
  }
};

/// How PlaceTable::rewrite changes a place.
struct Rewriting {
  /// New term for a term; a Term of kind None makes what is named by it vanish.
  llvm::function_ref<Term(Term)> OfTerm;
  /// Elements of From (and what is known about it) become those of To, and the other way round
  /// when Both.
  PlaceId From = NoPlace;
  PlaceId To = NoPlace;
  bool Both = false;
  /// Object itself becomes NewObject.
  PlaceId Object = NoPlace;
  PlaceId NewObject = NoPlace;
};

/// All places of one function's analysis.
class PlaceTable {
public:
  PlaceTable();

  PlaceId variable(ir::VarId V) { return intern({Place::Kind::Variable, {}, NoPlace, {}, V, 0}); }
  PlaceId thisObject() { return intern({Place::Kind::This, {}, NoPlace, {}, 0, 0}); }
  PlaceId global(ir::Symbol Usr) { return intern({Place::Kind::Global, {}, NoPlace, {}, Usr, 0}); }
  PlaceId pointee(Term Symbol) { return intern({Place::Kind::Pointee, {}, NoPlace, Symbol, 0, 0}); }
  PlaceId contents(Term Symbol) {
    return intern({Place::Kind::Contents, {}, NoPlace, Symbol, 0, 0});
  }
  PlaceId field(PlaceId Of, ir::Symbol Name, ir::Symbol Owner) {
    return intern({Place::Kind::Field, {}, Of, {}, Name, Owner});
  }
  PlaceId element(PlaceId Of, Term Position) {
    return intern({Place::Kind::Element, {}, Of, Position, 0, 0});
  }
  PlaceId memo(PlaceId Of, Place::Memo About, Term T = {}) {
    return intern({Place::Kind::Memo, About, Of, T, 0, 0});
  }

  const Place &operator[](PlaceId P) const { return Nodes[P].Step; }
  /// P names no symbol: it means the same in every state.
  bool isFixed(PlaceId P) const { return !Nodes[P].HasSymbol; }
  /// P goes through "some element": two reads of it may be two objects.
  bool isVague(PlaceId P) const { return Nodes[P].HasAny; }
  /// P is at the end of a container or within: there is nothing.
  bool isNowhere(PlaceId P) const { return Nodes[P].AtEnd; }
  /// P remembers the position that a lookup in a container came out at.
  bool isLookup(PlaceId P) const {
    Place::Memo About = Nodes[P].Step.About;
    return About == Place::Memo::Last || About == Place::Memo::AtKey ||
           About == Place::Memo::AtIndex;
  }
  /// States name nothing that is deeper: `c.front() = std::move(c)` in a row doubles the depth each
  /// time.
  static constexpr unsigned MaxDepth = 32;
  /// Number of steps of P; 255 stands for more, too.
  unsigned depth(PlaceId P) const { return Nodes[P].Depth; }
  bool isTooDeep(PlaceId P) const { return depth(P) > MaxDepth; }
  /// States say what is stored at P.
  bool isRemembered(PlaceId P) const { return !isVague(P) && !isNowhere(P) && !isTooDeep(P); }
  PlaceId root(PlaceId P) const;
  /// P is Object or a part of it.
  bool isWithin(PlaceId P, PlaceId Object) const;
  /// The element of Container that P is or lies in; NoPlace when P is not within one.
  PlaceId elementOf(PlaceId Container, PlaceId P) const;
  /// An element lies strictly between P and its part Below: Below is in memory of its own.
  bool hasElementBetween(PlaceId P, PlaceId Below) const;

  /// The symbols of P, from the anchor outwards.
  void forEachTerm(PlaceId P, llvm::function_ref<void(Term)> Visit) const;
  /// P under R; NoPlace when it vanishes, or gets too deep.
  PlaceId rewrite(PlaceId P, const Rewriting &R);

private:
  struct Node {
    Place Step;
    bool HasSymbol = false;
    bool HasAny = false;
    bool AtEnd = false;
    uint8_t Depth = 0;
  };
  struct KeyInfo {
    static Place getEmptyKey() { return {Place::Kind::None, {}, ~0u, {}, 0, 0}; }
    static Place getTombstoneKey() { return {Place::Kind::None, {}, ~0u - 1, {}, 0, 0}; }
    static unsigned getHashValue(const Place &P);
    static bool isEqual(const Place &A, const Place &B) { return A == B; }
  };
  PlaceId intern(const Place &P);

  std::vector<Node> Nodes;
  llvm::DenseMap<Place, PlaceId, KeyInfo> Index;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_PLACE_H
