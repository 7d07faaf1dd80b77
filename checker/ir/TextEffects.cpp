//===- TextEffects.cpp - effects and terminators of the text form ---------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ir/TextReader.h"
#include "ir/Verify.h"
#include "llvm/ADT/StringExtras.h"

namespace holdfast::ir {

EffectKind StatementReader::bind() {
  VarId Reference = variable();
  C.expect('=');
  return Bind{Reference, path()};
}

EffectKind StatementReader::assign() {
  Path Destination = path();
  C.expect('=');
  return Assign{std::move(Destination), operand()};
}

EffectKind StatementReader::presume() {
  EffectKind Result = assign();
  std::get<Assign>(Result).IsPresumed = true;
  return Result;
}

EffectKind StatementReader::arithmetic(Arithmetic::Op O) {
  Path Destination = path();
  C.expect('=');
  Operand Left = operand();
  C.expect(',');
  return Arithmetic{std::move(Destination), O, std::move(Left), operand()};
}

EffectKind StatementReader::compare() {
  using Predicate = Compare::Predicate;
  static const std::pair<const char *, Predicate> Predicates[] = {
      {"eq", Predicate::Equal},     {"ne", Predicate::NotEqual}, {"lt", Predicate::Less},
      {"le", Predicate::LessEqual}, {"gt", Predicate::Greater},  {"ge", Predicate::GreaterEqual}};
  Path Destination = path();
  C.expect('=');
  for (auto [Keyword, P] : Predicates) {
    if (!C.acceptKeyword(Keyword))
      continue;
    Operand Left = operand();
    C.expect(',');
    return Compare{std::move(Destination), P, std::move(Left), operand()};
  }
  C.failExpected("'eq', 'ne', 'lt', 'le', 'gt' or 'ge'");
  return Suspend{};
}

EffectKind StatementReader::negate() {
  Path Destination = path();
  C.expect('=');
  return Not{std::move(Destination), operand()};
}

EffectKind StatementReader::use() {
  Path P = path();
  if (C.acceptKeyword("pass"))
    return Use{std::move(P), Use::Kind::Pass};
  C.acceptKeyword("read");
  return Use{std::move(P), Use::Kind::Read};
}

std::optional<Path> StatementReader::receiver() {
  if (!C.acceptKeyword("recv"))
    return std::nullopt;
  return path();
}

Symbol StatementReader::shape() {
  std::string Letters;
  while (C.adjacent() && C.adjacent() != ')') {
    if (!ShapeLetters.contains(C.adjacent())) {
      C.failExpected("a shape of the letters I F C M N V (see models::ArgumentClass)");
      return 0;
    }
    Letters += C.adjacent();
    C.acceptAdjacent(C.adjacent());
  }
  C.expect(')');
  return M.intern(Letters);
}

/// The letter lowering would probably write, from the declared type. A convenience for tests
/// written by hand; printed programs always spell the shape.
char StatementReader::defaultLetter(const Operand &Argument) const {
  if (Argument.K == Operand::Kind::Integer)
    return 'N';
  if (!Argument.hasPath() || !Argument.P.isVariable())
    return 'V';
  if (Scope.isClosure(Argument.P.Base))
    return 'F';
  llvm::StringRef Type = M.text(Scope.variable(Argument.P.Base).Type);
  if (Type == "iterator" || Type == "pointer")
    return 'I';
  if (Type == "int")
    return 'N';
  return Type.contains("::") ? 'C' : 'V';
}

Symbol StatementReader::defaultShape(const std::vector<Operand> &Arguments) {
  if (C.failed())
    return 0;
  std::string Letters;
  for (const Operand &Argument : Arguments)
    Letters += defaultLetter(Argument);
  return M.intern(Letters);
}

EffectKind StatementReader::modelOp(std::optional<VarId> Result) {
  ModelOp Op;
  Op.Result = Result;
  Op.Name = symbol("the name of a library operation");
  bool HasShape = C.acceptAdjacent('(');
  if (HasShape)
    Op.Shape = shape();
  Op.Receiver = receiver();
  Op.Arguments = operands("args");
  Op.Destructor = destructor();
  if (!HasShape)
    Op.Shape = defaultShape(Op.Arguments);
  return Op;
}

EffectKind StatementReader::call(std::optional<VarId> Result) {
  Call Call;
  Call.Result = Result;
  if (C.acceptKeyword("indirect")) {
    Call.K = Call::Kind::Indirect;
    if (!C.accept('?'))
      Call.Target = path();
  } else {
    if (C.acceptKeyword("virtual"))
      Call.K = Call::Kind::Virtual;
    Call.Callee = Call.Name = symbol("the USR of the callee");
  }
  if (C.acceptKeyword("name"))
    Call.Name = symbol("the name of the callee");
  Call.NoReturn = C.acceptKeyword("noreturn");
  if (C.acceptKeyword("recv")) {
    Call.IsConst = C.acceptKeyword("const");
    Call.Receiver = path();
  }
  Call.Arguments = operands("args");
  return Call;
}

EffectKind StatementReader::closure() {
  Closure Made;
  Made.Result = variable();
  C.expect('=');
  Made.Body = symbol("the USR of the lambda's body");
  Made.Captures = operands("captures");
  Scope.noteClosure(Made.Result);
  return Made;
}

Symbol StatementReader::destructor() {
  return C.acceptKeyword("calls") ? symbol("the USR of the destructor") : 0;
}

EffectKind StatementReader::destroy() {
  Path P = path();
  return Destroy{std::move(P), destructor()};
}

EffectKind StatementReader::release() {
  Release Made;
  Made.Pointer = operand();
  if (!C.acceptKeyword("calls"))
    return Made;
  Made.IsVirtual = C.acceptKeyword("virtual");
  Made.Destructor = symbol("the USR of the destructor");
  return Made;
}

EffectKind StatementReader::returnValue() {
  if (C.atEnd() || atLocation())
    return Return{Operand::unknown()};
  return Return{operand()};
}

/// `%r = op …`, `%r = call …`.
EffectKind StatementReader::effectWithResult() {
  VarId Result = variable();
  C.expect('=');
  if (C.acceptKeyword("op"))
    return modelOp(Result);
  if (C.acceptKeyword("call"))
    return call(Result);
  C.failExpected("'op' or 'call' (a copy is 'assign %to = %from')");
  return Suspend{};
}

void StatementReader::effect() {
  using Reader = EffectKind (StatementReader::*)();
  static const std::pair<const char *, Reader> Keywords[] = {
      {"bind", &StatementReader::bind},
      {"assign", &StatementReader::assign},
      {"presume", &StatementReader::presume},
      {"add", &StatementReader::add},
      {"sub", &StatementReader::subtract},
      {"and", &StatementReader::bitAnd},
      {"compare", &StatementReader::compare},
      {"not", &StatementReader::negate},
      {"use", &StatementReader::use},
      {"op", &StatementReader::modelOp},
      {"call", &StatementReader::call},
      {"closure", &StatementReader::closure},
      {"destroy", &StatementReader::destroy},
      {"release", &StatementReader::release},
      {"return", &StatementReader::returnValue},
      {"suspend", &StatementReader::suspend}};
  std::optional<EffectKind> What;
  if (C.startsWith("%"))
    What = effectWithResult();
  for (size_t I = 0; I != std::size(Keywords) && !What; ++I)
    if (C.acceptKeyword(Keywords[I].first))
      What = (this->*Keywords[I].second)();
  if (!What)
    return C.failExpected("a declaration, an effect, a terminator, 'block' or 'function'");
  Location Loc = location();
  end();
  if (!C.failed() && !Scope.add({std::move(*What), Loc}))
    C.fail("the block has ended; start the next one with 'block NAME:'", Start);
}

BlockId StatementReader::label() {
  unsigned Column = C.column();
  std::string Label = C.label("the name of a block");
  return Scope.refer(Label, Line, Column);
}

/// As many labels as the kind of terminator takes.
void StatementReader::jumps(Terminator &T) {
  T.Successors.push_back(label());
  if (T.K == Terminator::Kind::Branch) {
    C.expect(',');
    T.Successors.push_back(label());
  } else if (T.K == Terminator::Kind::Any) {
    while (C.accept(','))
      T.Successors.push_back(label());
  }
}

/// `1 -> a, 2 -> b, else c`.
void StatementReader::cases(Terminator &T) {
  while (!C.failed() && !C.acceptKeyword("else")) {
    T.Cases.push_back(C.integer("the number of a case or 'else'"));
    C.expect('-');
    C.expect('>');
    T.Successors.push_back(label());
    C.expect(',');
  }
  T.Successors.push_back(label());
}

bool StatementReader::terminator() {
  using Kind = Terminator::Kind;
  static const std::pair<const char *, Kind> Keywords[] = {
      {"goto", Kind::Goto}, {"branch", Kind::Branch}, {"switch", Kind::Switch},
      {"any", Kind::Any},   {"exit", Kind::Exit},     {"unreachable", Kind::Unreachable}};
  for (auto [Keyword, K] : Keywords) {
    if (!C.acceptKeyword(Keyword))
      continue;
    Terminator T;
    T.K = K;
    if (K == Kind::Branch || K == Kind::Switch) {
      T.Condition = operand();
      C.expect(',');
    }
    if (K == Kind::Switch)
      cases(T);
    else if (K != Kind::Exit && K != Kind::Unreachable)
      jumps(T);
    T.Loc = location();
    end();
    if (!C.failed() && !Scope.terminate(std::move(T)))
      C.fail("the block has ended; start the next one with 'block NAME:'", Start);
    return true;
  }
  return false;
}

} // namespace holdfast::ir
