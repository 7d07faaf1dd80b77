//===- Fields.h - every field of the effect program, in order ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `fields(V, X)` shows visitor V each field of X, in the order of the binary
// form. The binary writer and reader, the verifier and whoever renumbers
// variables are visitors; so a field that is added here is in all of them.
//
// A visitor derives from FieldVisitor (reads only) or FieldEditor (may write)
// and has the methods
//
//   variable(VarId) block(BlockId) symbol(Symbol)    indices, by what they index
//   number(uint32_t) integer(int64_t) flag(bool)
//   choice(E, Last)                                  an enumerator from 0 to Last
//   location(Location)
//   list(Container, Each) optional(std::optional, Each)   Each is called per element
//   alternative(std::variant, Each)                  Each is called for the one held
//
// which take what they are shown as Ref<T>. One that only cares for some of them
// derives from FieldWalk. A symbol that names a function, variable or class of the
// program is shown to usr(Symbol) where V has one.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_IR_FIELDS_H
#define HOLDFAST_IR_FIELDS_H

#include "ir/Program.h"
#include <type_traits>

namespace holdfast::ir {

struct FieldVisitor {
  template <class T> using Ref = const T &;
};
struct FieldEditor {
  template <class T> using Ref = T &;
};
template <class V, class T> using FieldRef = typename V::template Ref<T>;

/// Goes everywhere and does nothing; what a derived class declares instead is called.
template <class Access> struct FieldWalk : Access {
  template <class T> using Ref = typename Access::template Ref<T>;
  void variable(Ref<VarId>) {}
  void block(Ref<BlockId>) {}
  void symbol(Ref<Symbol>) {}
  void number(Ref<uint32_t>) {}
  void integer(Ref<int64_t>) {}
  void flag(Ref<bool>) {}
  void location(Ref<Location>) {}
  template <class E> void choice(const E &, E) {}
  template <class Container, class Fn> void list(Container &Elements, Fn Each) {
    for (auto &Element : Elements)
      Each(Element);
  }
  template <class Optional, class Fn> void optional(Optional &Value, Fn Each) {
    if (Value)
      Each(*Value);
  }
  template <class Variant, class Fn> void alternative(Variant &Value, Fn Each) {
    std::visit(Each, Value);
  }
};

template <class V, class = void> inline constexpr bool SeesUsrs = false;
template <class V>
inline constexpr bool SeesUsrs<
    V, std::void_t<decltype(std::declval<V &>().usr(std::declval<FieldRef<V, Symbol>>()))>> = true;

template <class V> void usr(V &Visit, FieldRef<V, Symbol> S) {
  if constexpr (SeesUsrs<V>)
    Visit.usr(S);
  else
    Visit.symbol(S);
}

template <class V> void fields(V &Visit, FieldRef<V, Projection> P) {
  Visit.choice(P.K, Projection::Kind::Element);
  if (P.K != Projection::Kind::Field)
    return;
  Visit.symbol(P.Field);
  Visit.symbol(P.Owner);
}

template <class V> void fields(V &Visit, FieldRef<V, Path> P) {
  Visit.choice(P.R, Path::Root::Global);
  if (P.R == Path::Root::Variable)
    Visit.variable(P.Base);
  else if (P.R == Path::Root::Global)
    usr(Visit, P.Base);
  Visit.list(P.Projections, [&](auto &Step) { fields(Visit, Step); });
}

template <class V> void fields(V &Visit, FieldRef<V, Operand> O) {
  Visit.choice(O.K, Operand::Kind::Null);
  if (O.hasPath())
    fields(Visit, O.P);
  else if (O.K == Operand::Kind::Integer)
    Visit.integer(O.I);
  if (O.K == Operand::Kind::Address)
    Visit.flag(O.IsConst);
}

template <class V, class List> void operandList(V &Visit, List &Operands) {
  Visit.list(Operands, [&](auto &O) { fields(Visit, O); });
}

template <class V, class Optional> void optionalPath(V &Visit, Optional &P) {
  Visit.optional(P, [&](auto &Present) { fields(Visit, Present); });
}

template <class V, class Optional> void optionalVariable(V &Visit, Optional &Variable) {
  Visit.optional(Variable, [&](auto &Present) { Visit.variable(Present); });
}

template <class V> void fields(V &Visit, FieldRef<V, Bind> B) {
  Visit.variable(B.Reference);
  fields(Visit, B.Target);
}

template <class V> void fields(V &Visit, FieldRef<V, Assign> A) {
  fields(Visit, A.Destination);
  fields(Visit, A.Source);
  Visit.flag(A.IsPresumed);
}

template <class V> void fields(V &Visit, FieldRef<V, Arithmetic> A) {
  Visit.choice(A.O, Arithmetic::Op::And);
  fields(Visit, A.Destination);
  fields(Visit, A.Left);
  fields(Visit, A.Right);
}

template <class V> void fields(V &Visit, FieldRef<V, Compare> C) {
  Visit.choice(C.P, Compare::Predicate::GreaterEqual);
  fields(Visit, C.Destination);
  fields(Visit, C.Left);
  fields(Visit, C.Right);
}

template <class V> void fields(V &Visit, FieldRef<V, Not> N) {
  fields(Visit, N.Destination);
  fields(Visit, N.Source);
}

template <class V> void fields(V &Visit, FieldRef<V, Use> U) {
  Visit.choice(U.K, Use::Kind::Pass);
  fields(Visit, U.P);
}

template <class V> void fields(V &Visit, FieldRef<V, ModelOp> Op) {
  optionalVariable(Visit, Op.Result);
  Visit.symbol(Op.Name);
  Visit.symbol(Op.Shape);
  optionalPath(Visit, Op.Receiver);
  operandList(Visit, Op.Arguments);
  usr(Visit, Op.Destructor);
}

template <class V> void fields(V &Visit, FieldRef<V, Call> C) {
  optionalVariable(Visit, C.Result);
  Visit.choice(C.K, Call::Kind::Indirect);
  if (C.K == Call::Kind::Indirect)
    optionalPath(Visit, C.Target);
  else
    usr(Visit, C.Callee);
  Visit.symbol(C.Name);
  optionalPath(Visit, C.Receiver);
  operandList(Visit, C.Arguments);
  Visit.flag(C.NoReturn);
  if (C.Receiver)
    Visit.flag(C.IsConst);
}

template <class V> void fields(V &Visit, FieldRef<V, Closure> C) {
  Visit.variable(C.Result);
  usr(Visit, C.Body);
  operandList(Visit, C.Captures);
}

template <class V> void fields(V &Visit, FieldRef<V, Destroy> D) {
  fields(Visit, D.P);
  usr(Visit, D.Destructor);
}

template <class V> void fields(V &Visit, FieldRef<V, Release> R) {
  fields(Visit, R.Pointer);
  usr(Visit, R.Destructor);
  Visit.flag(R.IsVirtual);
}

template <class V> void fields(V &Visit, FieldRef<V, Return> R) { fields(Visit, R.Value); }

template <class V> void fields(V &Visit, FieldRef<V, Suspend>) {}

template <class V> void fields(V &Visit, FieldRef<V, Effect> E) {
  Visit.alternative(E.What, [&](auto &Held) { fields(Visit, Held); });
  Visit.location(E.Loc);
}

template <class V> void fields(V &Visit, FieldRef<V, Terminator> T) {
  Visit.choice(T.K, Terminator::Kind::Unreachable);
  fields(Visit, T.Condition);
  Visit.list(T.Cases, [&](auto &Case) { Visit.integer(Case); });
  Visit.list(T.Successors, [&](auto &Successor) { Visit.block(Successor); });
  Visit.location(T.Loc);
}

template <class V> void fields(V &Visit, FieldRef<V, Block> B) {
  Visit.list(B.Effects, [&](auto &E) { fields(Visit, E); });
  fields(Visit, B.Term);
}

template <class V> void fields(V &Visit, FieldRef<V, Variable> X) {
  Visit.symbol(X.Name);
  Visit.choice(X.S, Variable::Storage::Temporary);
  Visit.flag(X.IsReference);
  if (X.IsReference)
    Visit.flag(X.IsConst);
  Visit.symbol(X.Type);
  Visit.symbol(X.Class);
  Visit.choice(X.Walk, Variable::Hidden::Algorithm);
  if (X.Walk != Variable::Hidden::No)
    Visit.location(X.Loop);
  Visit.location(X.Loc);
}

template <class V> void fields(V &Visit, FieldRef<V, Function> F) {
  usr(Visit, F.Usr);
  Visit.symbol(F.Name);
  Visit.symbol(F.Class);
  Visit.location(F.Loc);
  Visit.number(F.NumParams);
  Visit.number(F.NumCaptures);
  Visit.flag(F.IsLambda);
  Visit.flag(F.IsVirtual);
  Visit.flag(F.IsConstructor);
  Visit.flag(F.IsDestructor);
  Visit.flag(F.IsPrivate);
  Visit.flag(F.IsCoroutine);
  Visit.flag(F.ReturnsReference);
  Visit.list(F.Overrides, [&](auto &Usr) { usr(Visit, Usr); });
  Visit.list(F.Vars, [&](auto &X) { fields(Visit, X); });
  Visit.list(F.Blocks, [&](auto &B) { fields(Visit, B); });
}

template <class V> void fields(V &Visit, FieldRef<V, Record> R) {
  usr(Visit, R.Usr);
  Visit.symbol(R.Name);
  Visit.list(R.Bases, [&](auto &Usr) { usr(Visit, Usr); });
}

template <class V> void fields(V &Visit, FieldRef<V, Declaration> D) {
  Visit.symbol(D.Owner);
  if (D.Owner)
    Visit.symbol(D.Name);
  else
    usr(Visit, D.Name);
  Visit.location(D.Loc);
  Visit.list(D.Guards, [&](auto &Lock) { fields(Visit, Lock); });
}

} // namespace holdfast::ir

#endif // HOLDFAST_IR_FIELDS_H
