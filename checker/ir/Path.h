//===- Path.h - access paths and operands of the effect program -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An access path names an object of the analyzed program the way the source
// reaches it: a root followed by projections.
//
//   C++                       path (text form)
//   m                         %m
//   this->items               this.items@Widget
//   p->list                   %p.*.list@Node
//   it->second                %it.*.second@std::pair
//   table[i]   (C array)      %table.[]
//   Registry::all             @"c:@S@Registry@all"
//
// A variable of reference type denotes its referent: no dereference is spelled
// for it (`int &r = x; r` is the path %r, and the solver knows what %r is bound
// to). Everything else that goes through a pointer, a smart pointer or an
// iterator spells the dereference as `.*`.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_IR_PATH_H
#define HOLDFAST_IR_PATH_H

#include "llvm/ADT/SmallVector.h"
#include <algorithm>
#include <cstdint>
#include <tuple>
#include <variant>

namespace holdfast::ir {

/// An interned string: an index into Module::Strings. 0 is the empty string.
using Symbol = uint32_t;

/// An index into Function::Vars.
using VarId = uint32_t;

/// An index into Function::Blocks.
using BlockId = uint32_t;

/// One step from an object to a part of it or to what it points at.
struct Projection {
  enum class Kind : uint8_t {
    Field,   ///< `.name@Owner`: a non-static data member.
    Deref,   ///< `.*`: what a pointer, smart pointer or iterator points at.
    Element, ///< `.[]`: some element of a built-in array or of pointed-to memory.
  };
  Kind K = Kind::Deref;
  Symbol Field = 0; ///< Kind::Field only: the member's name.
  Symbol Owner = 0; ///< Kind::Field only: qualified name of the declaring class
                    ///< without template arguments; 0 when it has none.

  static Projection field(Symbol Name, Symbol Owner) { return {Kind::Field, Name, Owner}; }
  static Projection deref() { return {Kind::Deref, 0, 0}; }
  static Projection element() { return {Kind::Element, 0, 0}; }

  friend bool operator==(const Projection &A, const Projection &B) {
    return A.K == B.K && A.Field == B.Field && A.Owner == B.Owner;
  }
  friend bool operator<(const Projection &A, const Projection &B) {
    return std::tie(A.K, A.Field, A.Owner) < std::tie(B.K, B.Field, B.Owner);
  }
};

/// The member that is set to null where a signal loses its slots, or an object those of all its
/// signals: `assign this.clicked.$slots = null`.
inline constexpr const char *AllSlots = "$slots";

/// Begins the name of a global of which each thread has its own: `@"$thread:c:@cache"`.
inline constexpr const char *ThreadLocalPrefix = "$thread:";

/// Begins the name of the "member" that a base is where the class has several that are containers:
/// `this.$base1@Groups`. Its number among the bases follows.
inline constexpr const char *BasePrefix = "$base";

/// Ends the paths of `--debug-scalars`: the value of a variable, and not what it leads to. A star
/// follows for each pointer in its type: `%p.$value*` is p, `%p.*.$value` is *p.
inline constexpr const char *ScalarValue = "$value";

/// The owner of the "member" that says which element of an array it is, with `--debug-scalars`:
/// `%a.[]."3"@$index` (lower/IndexForm.h).
inline constexpr const char *IndexOwner = "$index";

/// A root and the projections applied to it, outermost object first.
struct Path {
  enum class Root : uint8_t {
    Variable, ///< `%name`: Function::Vars[Base] (locals, parameters, captures, temporaries).
    This,     ///< `this`: the object *this (no `.*` is spelled).
    Global,   ///< `@"usr"`: a namespace-scope variable, static member or static local; Base is its USR.
  };
  Root R = Root::Variable;
  uint32_t Base = 0; ///< VarId or Symbol, by R; 0 for This.
  llvm::SmallVector<Projection, 2> Projections;

  static Path variable(VarId V) { return {Root::Variable, V, {}}; }
  static Path thisObject() { return {Root::This, 0, {}}; }
  static Path global(Symbol Usr) { return {Root::Global, Usr, {}}; }

  Path then(Projection P) const {
    Path Result = *this;
    Result.Projections.push_back(P);
    return Result;
  }
  bool isVariable() const { return R == Root::Variable && Projections.empty(); }
  /// The member that it ends in; null: it ends in none.
  const Projection *member() const {
    return !Projections.empty() && Projections.back().K == Projection::Kind::Field
               ? &Projections.back()
               : nullptr;
  }
  /// It leads through a pointer, iterator or smart pointer. That its base is a reference, only the
  /// function knows.
  bool dereferences() const {
    return std::any_of(Projections.begin(), Projections.end(), [](const Projection &Step) {
      return Step.K == Projection::Kind::Deref;
    });
  }

  friend bool operator==(const Path &A, const Path &B) {
    return A.R == B.R && A.Base == B.Base && A.Projections == B.Projections;
  }
  friend bool operator<(const Path &A, const Path &B) {
    return std::tie(A.R, A.Base, A.Projections) < std::tie(B.R, B.Base, B.Projections);
  }
};

/// What an effect reads.
struct Operand {
  enum class Kind : uint8_t {
    Unknown, ///< `?`: a value the program form does not describe.
    Value,   ///< `%x`: the value stored at P (a copy of it, for class types).
    Address, ///< `&%x`: the address of P; also how an lvalue is handed to a reference parameter.
    Integer, ///< `42`, `true` is 1, `false` is 0, enumerators by value.
    Null,    ///< `null`: nullptr, NULL, an empty optional or a default-made iterator.
  };
  Kind K = Kind::Unknown;
  Path P;        ///< Kind::Value and Kind::Address only.
  int64_t I = 0; ///< Kind::Integer only.
  /// Kind::Address only, of arguments: bound to a reference to const, through which nothing
  /// changes.
  bool IsConst = false;

  static Operand unknown() { return {}; }
  static Operand value(Path P) { return {Kind::Value, std::move(P)}; }
  static Operand address(Path P) { return {Kind::Address, std::move(P)}; }
  static Operand integer(int64_t I) { return {Kind::Integer, {}, I}; }
  static Operand null() { return {Kind::Null, {}}; }

  bool hasPath() const { return K == Kind::Value || K == Kind::Address; }
  friend bool operator==(const Operand &A, const Operand &B) {
    return A.K == B.K && A.P == B.P && A.I == B.I && A.IsConst == B.IsConst;
  }
};

} // namespace holdfast::ir

#endif // HOLDFAST_IR_PATH_H
