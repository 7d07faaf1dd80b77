//===- Mentions.h - which variables an effect reads and writes --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_MENTIONS_H
#define HOLDFAST_SOLVE_MENTIONS_H

#include "ir/Program.h"

namespace holdfast::solve {

/// Receives what an effect does to variables, in the order of evaluation.
class MentionVisitor {
public:
  virtual ~MentionVisitor() = default;
  /// V's value or object matters.
  virtual void mention(ir::VarId V) {}
  /// V, if it is a handle, is used: dereferenced, advanced, compared, handed over.
  virtual void use(ir::VarId V) {}
  /// V gets a new value; the old one does not matter any more.
  virtual void define(ir::VarId V) {}
  /// A callee may give V a new value.
  virtual void mayDefine(ir::VarId V) {}
  /// A member named Name of class Owner is read or written.
  virtual void mentionField(ir::Symbol Name, ir::Symbol Owner) {}
  /// Another name for V is made: V may be mentioned where its own name is not.
  virtual void expose(ir::VarId V) {}
  /// V's address is stored or captured: unknown code may reach V.
  virtual void escape(ir::VarId V) {}
};

void visitMentions(const ir::Function &F, const ir::Effect &E, MentionVisitor &Visitor);
void visitMentions(const ir::Function &F, const ir::Terminator &T, MentionVisitor &Visitor);

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_MENTIONS_H
