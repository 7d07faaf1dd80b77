//===- Value.h - what is stored at a place ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_VALUE_H
#define HOLDFAST_SOLVE_VALUE_H

#include "solve/Place.h"
#include "solve/Violation.h"

namespace holdfast::solve {

/// An index into the causes of the function being analyzed.
using CauseId = uint32_t;

/// A relation between scalars that a state may know to hold, or not to hold.
struct Predicate {
  enum class Kind : uint8_t {
    None,
    Equal,    ///< A == B; also of positions in one container, where B may be End.
    Less,     ///< A < B, integers.
    Empty,    ///< A container with contents A has no elements.
    Contains, ///< A container with contents A has an element with key B.
  };
  Kind K = Kind::None;
  Term A;
  Term B;

  /// The same relation written in one way: symbols, sizes, constants; each smaller one first.
  Predicate ordered() const {
    auto Rank = [](Term T) {
      return T.isSymbol() ? 0 : T.K == Term::Kind::Size ? 1 : 2;
    };
    bool Swap = K == Kind::Equal &&
                std::make_pair(Rank(B), B.N) < std::make_pair(Rank(A), A.N);
    return Swap ? Predicate{K, B, A} : *this;
  }
  friend bool operator==(const Predicate &X, const Predicate &Y) {
    return X.K == Y.K && X.A == Y.A && X.B == Y.B;
  }
  friend bool operator<(const Predicate &X, const Predicate &Y) {
    return std::tie(X.K, X.A, X.B) < std::tie(Y.K, Y.A, Y.B);
  }
};

/// What is stored at a place. Stands for all concrete values that
///  - Scalar: equal the term (in all places that hold the same term: the same value),
///  - Handle: refer to Target; when Validity says so, to what used to be there,
///  - Truth: are the truth of Test, or of its negation.
///  - Inserter: insert into container Target when written through.
///  - Skip: (of an index variable) the element of container Target that it stands for was erased by
///    Cause and the next one moved there; Stepped: and then the variable was advanced past it.
struct Value {
  enum class Kind : uint8_t { Scalar, Handle, Truth, Inserter, Skip };
  enum class Validity : uint8_t {
    Valid,     ///< Not known to dangle. Unknown never turns into noise.
    MayDangle, ///< A change that happened on this path may have been about its element.
    Dangles,   ///< A change that happened on this path invalidated it.
  };
  Kind K = Kind::Scalar;
  HandleKind H = HandleKind::Iterator;
  Validity State = Validity::Valid;
  bool Reverse = false; ///< Iterator: ++ goes towards the front.
  bool Joined = false;  ///< Dangles in one of several states that were joined.
  bool Negated = false; ///< Truth.
  bool Lazy = false;    ///< View that looks at the container anew whenever it is iterated.
  bool Strayed = false; ///< A loop's iterator: Cause moved its element to another container.
  bool Stepped = false; ///< Skip.
  bool Embedded = false;    ///< Handle: the element may be stored in the container object itself.
  Term Scalar;
  Predicate Test;
  PlaceId Target = NoPlace; ///< Iterator and reference: the element (place); view: the container.
  uint32_t Origin = 0;      ///< Handle: where it was obtained; an index of Origins.
  CauseId Cause = 0;        ///< Set iff State is not Valid.

  static Value scalar(Term T) {
    Value V;
    V.Scalar = T;
    return V;
  }
  static Value handle(HandleKind H, PlaceId Target, uint32_t Origin) {
    Value V;
    V.K = Kind::Handle;
    V.H = H;
    V.Target = Target;
    V.Origin = Origin;
    return V;
  }
  static Value truth(Predicate P, bool Negated = false) {
    Value V;
    V.K = Kind::Truth;
    V.Test = P;
    V.Negated = Negated;
    return V;
  }
  static Value inserter(PlaceId Container) {
    Value V;
    V.K = Kind::Inserter;
    V.Target = Container;
    return V;
  }

  bool isHandle() const { return K == Kind::Handle; }
  bool isIterator() const { return isHandle() && H == HandleKind::Iterator; }
  bool isView() const { return isHandle() && H == HandleKind::View; }
  bool isDangling() const { return isHandle() && State != Validity::Valid; }
  /// The handle is taken for good again.
  void becomeValid() {
    State = Validity::Valid;
    Joined = false;
    Cause = 0;
  }
  bool isSymbol() const { return K == Kind::Scalar && Scalar.isSymbol(); }
  bool isInteger() const { return K == Kind::Scalar && Scalar.isInteger(); }

  auto tie() const {
    return std::tie(K, H, State, Reverse, Joined, Negated, Lazy, Stepped, Strayed, Embedded, Scalar, Test, Target,
                    Origin, Cause);
  }
  friend bool operator==(const Value &A, const Value &B) { return A.tie() == B.tie(); }
  friend bool operator!=(const Value &A, const Value &B) { return !(A == B); }
};

/// Something a state knows besides what is stored where.
struct Fact {
  enum class Kind : uint8_t {
    Holds,   ///< Test is Truth.
    Before,  ///< Position Test.A is before position Test.B.
    FoundBy, ///< Position Test.A is the end iff contents Test.B lack key Third; without Third: iff
             ///< contents Test.B are empty.
    SameObject, ///< Pointer Test.B was computed from pointer Test.A: list_entry(pos).
    Released,   ///< What pointer Test.A points at was deallocated by Cause.
    Unlinked,   ///< No field named Test.B holds pointer Test.A: its node left the list.
  };
  Kind K = Kind::Holds;
  bool Truth = true;
  Predicate Test;
  Term Third;
  CauseId Cause = 0;

  auto tie() const { return std::tie(K, Test, Truth, Third, Cause); }
  friend bool operator==(const Fact &A, const Fact &B) { return A.tie() == B.tie(); }
  friend bool operator<(const Fact &A, const Fact &B) { return A.tie() < B.tie(); }
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_VALUE_H
