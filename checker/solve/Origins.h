//===- Origins.h - where what a variable holds comes from -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_ORIGINS_H
#define HOLDFAST_SOLVE_ORIGINS_H

#include "ir/Program.h"
#include "solve/Rows.h"

namespace holdfast::solve {

/// A chain of members from a variable, `this` or a global. References, pointers, smart pointers and
/// iterators are looked through, and an element is its container: `(*it)->owner` of an `it` from
/// `this->clients.begin()` is this.clients.owner.
struct AccessPath {
  ir::Path::Root R = ir::Path::Root::Variable;
  uint32_t Base = 0; ///< VarId or global.
  llvm::SmallVector<ir::Projection, 2> Members;

  /// The members that lead from Whole to this; none: it is neither Whole nor a part of it.
  std::optional<llvm::ArrayRef<ir::Projection>> membersFrom(const AccessPath &Whole) const;

  auto tie() const { return std::tie(R, Base, Members); }
  friend bool operator==(const AccessPath &A, const AccessPath &B) { return A.tie() == B.tie(); }
  friend bool operator<(const AccessPath &A, const AccessPath &B) { return A.tie() < B.tie(); }
};

/// What is given to the variables of a function, wherever that happens: a variable that is given
/// one thing holds that, once it holds anything. Linear in the function; one lookup is linear in
/// the number of copies.
class Origins {
public:
  Origins(const ir::Module &M, const ir::Function &F, Rows &Table);

  /// Takes account of an effect that is added to the function.
  void add(const ir::Effect &E);

  /// The call that V is the result of has become the body of its callee: what that returns, is to
  /// be added.
  void replaceCall(ir::VarId V);

  /// The closure that V must hold: the effect that makes it, whose Result may be another variable
  /// than V. Null: unknown. Closures cannot be assigned in C++, so that finds all of them; what may
  /// hold one of several (a std::function) is not resolved. Valid until the next add.
  const ir::Closure *closureIn(ir::VarId V) const;

  /// P as said before the variable that it begins with was given what it is a part of; none: that
  /// is not known.
  std::optional<ir::Path> before(const ir::Path &P) const;

  /// The polymorphic classes that P is declared to be of, there and on its way from where it came.
  llvm::SmallVector<ir::Symbol, 2> classesOf(ir::Path P) const;

  /// The value of P is that of an element, or of what a pointer points at: where resolve(P) leads,
  /// but no way there.
  bool isElement(const ir::Path &P) const;

  /// P from where it can be named from outside, or as far back as it is known.
  AccessPath resolve(const ir::Path &P) const;

private:
  struct Definition {
    enum class Kind : uint8_t { None, Closure, Path, Call, Other };
    Kind K = Kind::None;
    ir::Closure Made; ///< Closure.
    ir::Path Source;  ///< Path.
    bool IsAddress = false; ///< Path: a pointer to Source is given.
  };
  void define(ir::VarId V, Definition D);
  bool isOfPair(const ir::Projection &Step) const;
  void alias(ir::VarId V, const ir::Path &Source);
  void other(ir::VarId V) { define(V, {Definition::Kind::Other, {}, {}}); }
  void other(const std::optional<ir::Path> &P);
  void addOperation(const ir::ModelOp &Op);
  const Definition *definitionOf(ir::VarId V) const;
  bool isReference(ir::VarId V) const;

  const ir::Function &F;
  Rows &Table;
  ir::Symbol Pair;
  std::vector<Definition> Definitions; ///< By VarId.
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_ORIGINS_H
