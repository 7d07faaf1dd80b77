//===- TextReader.h - one line of the text form -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_IR_TEXTREADER_H
#define HOLDFAST_IR_TEXTREADER_H

#include "ir/TextCursor.h"
#include "ir/TextScope.h"

namespace holdfast::ir {

/// What every kind of line has: symbols and locations.
class LineReader {
public:
  /// ImplicitLocations: a statement without a location stands where its own text stands.
  LineReader(TextCursor &C, Module &M, unsigned Line, bool ImplicitLocations)
      : C(C), M(M), Line(Line), Start(C.column()), ImplicitLocations(ImplicitLocations) {}

  Symbol quoted(llvm::StringRef What) { return M.intern(C.quoted(What)); }
  Symbol symbol(llvm::StringRef What) { return M.intern(C.symbol(What)); }
  /// `"a", "b"`.
  std::vector<Symbol> quotedList(llvm::StringRef What);
  /// A path from `this` or a global.
  Path outside();
  /// The location that ends a statement, or its default.
  Location location();
  /// Nothing may follow on the line.
  void end();

protected:
  bool atLocation();
  Location explicitLocation();
  /// What a path starts with that needs no function to be known.
  std::optional<Path> outsideRoot();
  void projections(Path &P);
  Projection projection();

  TextCursor &C;
  Module &M;
  unsigned Line;
  unsigned Start;
  bool ImplicitLocations;
};

/// A line inside a function: a declaration, an effect or a terminator.
class StatementReader : public LineReader {
public:
  StatementReader(TextCursor &C, Module &M, TextScope &Scope, unsigned Line, bool ImplicitLocations)
      : LineReader(C, M, Line, ImplicitLocations), Scope(Scope) {}

  /// Reads the line into the scope.
  void statement();

private:
  bool declaration();
  bool terminator();
  void effect();

  EffectKind effectWithResult();
  EffectKind bind();
  EffectKind assign();
  EffectKind presume();
  EffectKind add() { return arithmetic(Arithmetic::Op::Add); }
  EffectKind subtract() { return arithmetic(Arithmetic::Op::Subtract); }
  EffectKind bitAnd() { return arithmetic(Arithmetic::Op::And); }
  EffectKind arithmetic(Arithmetic::Op O);
  EffectKind compare();
  EffectKind negate();
  EffectKind use();
  EffectKind modelOp() { return modelOp(std::nullopt); }
  EffectKind modelOp(std::optional<VarId> Result);
  EffectKind call() { return call(std::nullopt); }
  EffectKind call(std::optional<VarId> Result);
  EffectKind closure();
  EffectKind destroy();
  EffectKind release();
  EffectKind returnValue();
  EffectKind suspend() { return Suspend{}; }

  void variables(Variable::Storage S);
  Variable attributes(Variable V);
  std::string spelling(Symbol &Name);
  VarId variable();
  Path path();
  Operand operand();
  std::vector<Operand> operands(llvm::StringRef Keyword);
  std::optional<Path> receiver();
  Symbol destructor();
  Symbol shape();
  Symbol defaultShape(const std::vector<Operand> &Arguments);
  char defaultLetter(const Operand &Argument) const;
  BlockId label();
  void jumps(Terminator &T);
  void cases(Terminator &T);

  TextScope &Scope;
};

} // namespace holdfast::ir

#endif // HOLDFAST_IR_TEXTREADER_H
