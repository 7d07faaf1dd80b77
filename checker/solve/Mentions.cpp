//===- Mentions.cpp - which variables an effect reads and writes ----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Mentions.h"

namespace holdfast::solve {

namespace {

class Walk {
public:
  Walk(const ir::Function &F, MentionVisitor &Visitor) : F(F), Visitor(Visitor) {}

  void operator()(const ir::Bind &E) {
    path(E.Target);
    if (isObject(E.Target))
      Visitor.expose(E.Target.Base);
    Visitor.define(E.Reference);
  }
  void operator()(const ir::Assign &E) {
    operand(E.Source);
    exposeAddress(E.Source);
    destination(E.Destination);
  }
  void operator()(const ir::Arithmetic &E) {
    operandUsed(E.Left);
    operand(E.Right);
    destination(E.Destination);
  }
  void operator()(const ir::Compare &E) {
    operandUsed(E.Left);
    operandUsed(E.Right);
    destination(E.Destination);
  }
  void operator()(const ir::Not &E) {
    operand(E.Source);
    destination(E.Destination);
  }
  void operator()(const ir::Use &E) {
    path(E.P);
    if (E.P.R == ir::Path::Root::Variable)
      Visitor.use(E.P.Base);
  }
  void operator()(const ir::ModelOp &E) {
    if (E.Receiver) {
      path(*E.Receiver);
      if (E.Receiver->isVariable())
        Visitor.use(E.Receiver->Base); // A view; for containers it makes no difference.
    }
    for (const ir::Operand &A : E.Arguments)
      operandUsed(A);
    if (E.Result)
      Visitor.define(*E.Result);
  }
  void operator()(const ir::Call &E) {
    if (E.Target)
      path(*E.Target);
    if (E.Receiver)
      path(*E.Receiver);
    for (const ir::Operand &A : E.Arguments) {
      operandUsed(A);
      if (A.K == ir::Operand::Kind::Address && A.P.isVariable() && !F.Vars[A.P.Base].IsReference)
        Visitor.mayDefine(A.P.Base);
    }
    if (E.Result)
      Visitor.define(*E.Result);
  }
  void operator()(const ir::Closure &E) {
    for (const ir::Operand &A : E.Captures) {
      operand(A);
      exposeAddress(A);
    }
    Visitor.define(E.Result);
  }
  void operator()(const ir::Destroy &) {}
  void operator()(const ir::Release &E) { operand(E.Pointer); }
  void operator()(const ir::Return &E) { operand(E.Value); }
  void operator()(const ir::Suspend &) {}

  void operand(const ir::Operand &O) {
    if (O.hasPath())
      path(O.P);
  }

private:
  bool isObject(const ir::Path &P) const {
    return P.R == ir::Path::Root::Variable && !F.Vars[P.Base].IsReference;
  }
  void path(const ir::Path &P) {
    if (P.R == ir::Path::Root::Variable) {
      Visitor.mention(P.Base);
      bool Through = !P.Projections.empty() && P.Projections[0].K == ir::Projection::Kind::Deref;
      if (Through || F.Vars[P.Base].IsReference)
        Visitor.use(P.Base);
    }
    for (const ir::Projection &Step : P.Projections)
      if (Step.K == ir::Projection::Kind::Field)
        Visitor.mentionField(Step.Field, Step.Owner);
  }
  void operandUsed(const ir::Operand &O) {
    operand(O);
    if (O.K == ir::Operand::Kind::Value && O.P.isVariable())
      Visitor.use(O.P.Base);
  }
  void exposeAddress(const ir::Operand &O) {
    if (O.K == ir::Operand::Kind::Address && isObject(O.P)) {
      Visitor.expose(O.P.Base);
      Visitor.escape(O.P.Base);
    }
  }
  void destination(const ir::Path &P) {
    if (P.isVariable() && !F.Vars[P.Base].IsReference)
      Visitor.define(P.Base);
    else
      path(P);
  }

  const ir::Function &F;
  MentionVisitor &Visitor;
};

} // namespace

void visitMentions(const ir::Function &F, const ir::Effect &E, MentionVisitor &Visitor) {
  std::visit(Walk(F, Visitor), E.What);
}

void visitMentions(const ir::Function &F, const ir::Terminator &T, MentionVisitor &Visitor) {
  Walk(F, Visitor).operand(T.Condition);
}

} // namespace holdfast::solve
