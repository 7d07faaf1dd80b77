//===- ProgramGenerator.cpp - effect programs from random bytes -----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ProgramGenerator.h"
#include "llvm/ADT/STLExtras.h"
#include <random>

namespace holdfast::fuzz {

using namespace ir;
using models::ClassModel;
using models::Operation;

namespace {

/// What a variable is made for.
enum class Kind : uint8_t { Container, Iterator, Reference, Pointer, View, Number, Flag, Closure };
constexpr unsigned NumKinds = 8;

class Generator {
public:
  Generator(FuzzedDataProvider &Data, const models::Library &Lib) : Data(Data), Lib(Lib) {}
  Module run();

private:
  unsigned upTo(unsigned Limit) { return Data.ConsumeIntegralInRange<unsigned>(0, Limit); }
  /// True once in N + 1 times, and not without bytes.
  bool rarely(unsigned N) { return upTo(N) == N; }
  Location here();

  void function(unsigned Number);
  void chooseClasses();
  const ClassModel &someClass() { return *Classes[upTo(Classes.size() - 1)]; }
  void variables();
  void variable(Kind K, Variable::Storage S, const ClassModel *Class = nullptr);
  VarId pick(Kind K);
  VarId anyVariable() { return upTo(F.Vars.size() - 1); }

  Path withFields(Path P);
  Path container(const ClassModel &Class);
  Path element();
  Path anyPath();
  Operand value(Kind K) { return Operand::value(Path::variable(pick(K))); }
  Operand anyOperand();

  void statements(unsigned Depth, unsigned Most);
  void statement(unsigned Depth);
  void walk(unsigned Depth);
  void condition(unsigned Depth);
  void jump();
  void simpleEffect();
  void rareEffect();
  void operation(const ClassModel &Class, const Operation &Row);
  void operation() {
    const ClassModel &Class = someClass();
    if (const Operation *Row = someRow(Class))
      operation(Class, *Row);
  }
  void freeFunction();
  void call();
  const Operation *someRow(const ClassModel &Class);
  std::string shapeFor(const Operation &Row);
  Operand argument(char Letter, char Role, const ClassModel &Class);
  Kind resultKind(models::Result R);

  void emit(EffectKind What) { F.Blocks[Now].Effects.push_back({std::move(What), here()}); }
  BlockId newBlock() {
    F.Blocks.emplace_back();
    return F.Blocks.size() - 1;
  }
  void finish(BlockId B, Terminator::Kind K, std::vector<BlockId> To, Operand Condition = {});
  VarId test(Compare::Predicate P, Operand Left, Operand Right);

  FuzzedDataProvider &Data;
  const models::Library &Lib;
  Module M;
  Function F;
  BlockId Now = 0;
  uint32_t Line = 0;
  unsigned NumFunctions = 1;
  unsigned Budget = 0; ///< Statements left for this function.
  std::vector<const ClassModel *> Classes;
  std::vector<std::vector<VarId>> ByKind{NumKinds};
  std::vector<const ClassModel *> ClassOf; ///< By variable; null: no container.
};

} // namespace

Location Generator::here() {
  ++Line;
  return {0, Line, 1, Line, 9, false};
}

static std::string usr(unsigned Function) { return "f" + std::to_string(Function); }

Module Generator::run() {
  M.addFile("generated.cpp");
  NumFunctions = 1 + upTo(3);
  for (unsigned I = 0; I != NumFunctions; ++I)
    function(I);
  return std::move(M);
}

void Generator::function(unsigned Number) {
  F = Function();
  F.Usr = F.Name = M.intern(usr(Number));
  F.Loc = here();
  F.IsLambda = Number && !rarely(2);
  F.IsConstructor = rarely(9);
  F.IsDestructor = rarely(9);
  F.IsPrivate = rarely(5);
  F.IsCoroutine = rarely(15);
  F.ReturnsReference = rarely(7);
  Budget = 4 + upTo(24);
  chooseClasses();
  variables();
  Now = newBlock();
  statements(3, 12);
  finish(Now, Terminator::Kind::Exit, {});
  M.Functions.push_back(std::move(F));
}

void Generator::chooseClasses() {
  auto All = Lib.classes();
  Classes.clear();
  for (unsigned N = 1 + upTo(1); N; --N)
    // The first ones of the table are those that programs use most.
    Classes.push_back(All[rarely(3) ? upTo(All.size() - 1) : upTo(15)].get());
}

void Generator::variable(Kind K, Variable::Storage S, const ClassModel *Class) {
  static constexpr const char *Types[] = {"", "iterator", "", "pointer", "view", "int", "bool", ""};
  static constexpr const char *Names[] = {"c", "it", "r", "p", "w", "n", "b", "f"};
  Variable V;
  V.S = S;
  V.Name = M.intern(Names[static_cast<int>(K)]);
  V.Type = M.intern(Class ? llvm::StringRef(Class->Name) : Types[static_cast<int>(K)]);
  V.IsReference = K == Kind::Reference || (S != Variable::Storage::Temporary && rarely(5));
  V.Loc = here();
  if (K == Kind::Iterator && rarely(3)) {
    V.Walk = Variable::Hidden::RangeFor;
    V.Loop = here();
  }
  ByKind[static_cast<int>(K)].push_back(F.Vars.size());
  ClassOf.push_back(Class);
  F.Vars.push_back(V);
}

void Generator::variables() {
  using Storage = Variable::Storage;
  for (auto &Some : ByKind)
    Some.clear();
  ClassOf.clear();
  F.NumParams = upTo(3);
  for (unsigned I = 0; I != F.NumParams; ++I)
    variable(static_cast<Kind>(upTo(NumKinds - 1)), Storage::Parameter, &someClass());
  F.NumCaptures = F.IsLambda ? upTo(2) : 0;
  for (unsigned I = 0; I != F.NumCaptures; ++I)
    variable(static_cast<Kind>(upTo(1)), Storage::Capture, &someClass());
  for (unsigned K = 0; K != NumKinds; ++K) {
    bool IsContainer = static_cast<Kind>(K) == Kind::Container;
    for (unsigned N = 1 + upTo(1); N; --N)
      variable(static_cast<Kind>(K), rarely(3) ? Storage::Temporary : Storage::Local,
               IsContainer ? &someClass() : nullptr);
  }
}

VarId Generator::pick(Kind K) {
  if (rarely(15))
    return anyVariable();
  auto &Some = ByKind[static_cast<int>(K)];
  return Some[upTo(Some.size() - 1)];
}

//===--- paths and operands -------------------------------------------------===//

Path Generator::withFields(Path P) {
  static constexpr const char *Fields[] = {"first", "second", "items", "next"};
  static constexpr const char *Owners[] = {"std::pair", "std::pair", "Widget", "Node"};
  unsigned I = upTo(3);
  return P.then(Projection::field(M.intern(Fields[I]), M.intern(Owners[I])));
}

Path Generator::container(const ClassModel &Class) {
  switch (upTo(7)) {
  case 5:
    return withFields(Path::thisObject());
  case 6:
    return withFields(Path::variable(pick(Kind::Reference)));
  case 7:
    return rarely(2) ? Path::global(M.intern("registry")) : withFields(element());
  default:
    break;
  }
  for (VarId V : ByKind[static_cast<int>(Kind::Container)])
    if (ClassOf[V] == &Class && !rarely(2))
      return Path::variable(V);
  return Path::variable(pick(Kind::Container));
}

Path Generator::element() {
  Path P = Path::variable(pick(rarely(3) ? Kind::Pointer : Kind::Iterator));
  return P.then(rarely(7) ? Projection::element() : Projection::deref());
}

Path Generator::anyPath() {
  switch (upTo(5)) {
  case 0:
    return Path::variable(anyVariable());
  case 1:
    return element();
  case 2:
    return withFields(element());
  case 3:
    return withFields(Path::variable(anyVariable()));
  case 4:
    return container(someClass());
  default:
    return withFields(withFields(element()).then(Projection::deref()));
  }
}

Operand Generator::anyOperand() {
  switch (upTo(7)) {
  case 0:
    return Operand::unknown();
  case 1:
    return Operand::integer(Data.ConsumeIntegralInRange<int64_t>(-1, 3));
  case 2:
    return Operand::null();
  case 3:
    return Operand::address(anyPath());
  case 4:
    return Operand::integer(Data.ConsumeIntegral<int64_t>());
  default:
    return Operand::value(anyPath());
  }
}

//===--- control flow -------------------------------------------------------===//

void Generator::finish(BlockId B, Terminator::Kind K, std::vector<BlockId> To, Operand Condition) {
  Terminator &T = F.Blocks[B].Term;
  T.K = K;
  T.Successors = std::move(To);
  T.Condition = std::move(Condition);
  T.Loc = here();
}

VarId Generator::test(Compare::Predicate P, Operand Left, Operand Right) {
  VarId Result = pick(Kind::Flag);
  emit(Compare{Path::variable(Result), P, std::move(Left), std::move(Right)});
  return Result;
}

void Generator::statements(unsigned Depth, unsigned Most) {
  for (unsigned N = 1 + upTo(Most - 1); N && Budget; --N, --Budget)
    statement(Depth);
}

void Generator::statement(unsigned Depth) {
  switch (upTo(15)) {
  case 0:
  case 1:
    return Depth ? walk(Depth - 1) : simpleEffect();
  case 2:
  case 3:
    return Depth ? condition(Depth - 1) : simpleEffect();
  case 4:
    return call();
  case 5:
    return freeFunction();
  case 6:
    return rareEffect();
  case 7:
    return jump();
  case 8:
  case 9:
  case 10:
    return simpleEffect();
  default:
    return operation();
  }
}

/// `for (auto it = c.begin(); it != c.end(); ++it) { … }`, with the end asked once or every time.
void Generator::walk(unsigned Depth) {
  const ClassModel &Class = someClass();
  Path C = container(Class);
  VarId It = pick(Kind::Iterator), End = pick(Kind::Iterator);
  auto Ask = [&](VarId Result, const char *Name) {
    emit(ModelOp{Result, M.intern(Class.Name + "::" + Name), M.intern(""), C, {}});
  };
  bool EveryTime = rarely(1);
  Ask(It, "begin");
  if (!EveryTime)
    Ask(End, "end");
  BlockId Head = newBlock(), Body = newBlock(), Done = newBlock();
  finish(Now, Terminator::Kind::Goto, {Head});
  Now = Head;
  if (EveryTime)
    Ask(End, "end");
  VarId More = test(Compare::Predicate::NotEqual, Operand::value(Path::variable(It)),
                    Operand::value(Path::variable(End)));
  finish(Now, Terminator::Kind::Branch, {Body, Done}, Operand::value(Path::variable(More)));
  Now = Body;
  if (!rarely(3))
    emit(Bind{pick(Kind::Reference), Path::variable(It).then(Projection::deref())});
  statements(Depth, 4);
  if (!rarely(4))
    emit(Arithmetic{Path::variable(It), Arithmetic::Op::Add, Operand::value(Path::variable(It)),
                    Operand::integer(1)});
  finish(Now, Terminator::Kind::Goto, {Head});
  Now = Done;
}

void Generator::condition(unsigned Depth) {
  BlockId Head = Now, Then = newBlock(), Else = newBlock(), After = newBlock();
  Operand Tested = rarely(3) ? anyOperand() : value(Kind::Flag);
  Now = Then;
  statements(Depth, 3);
  finish(Now, Terminator::Kind::Goto, {After});
  Now = Else;
  if (rarely(2))
    statements(Depth, 3);
  finish(Now, Terminator::Kind::Goto, {After});
  if (rarely(5)) {
    finish(Head, Terminator::Kind::Switch, {Then, Else, After}, Tested);
    F.Blocks[Head].Term.Cases = {Data.ConsumeIntegralInRange<int64_t>(-1, 2), 1};
  } else if (rarely(5)) {
    finish(Head, Terminator::Kind::Any, {Then, Else, After});
  } else {
    finish(Head, Terminator::Kind::Branch, {Then, Else}, Tested);
  }
  Now = After;
}

/// break, continue, return, goto into the middle of another loop. What follows may be unreachable.
void Generator::jump() {
  BlockId Rest = newBlock();
  if (rarely(3))
    finish(Now, rarely(2) ? Terminator::Kind::Unreachable : Terminator::Kind::Exit, {});
  else if (BlockId To = upTo(Rest - 1); rarely(1))
    finish(Now, Terminator::Kind::Branch, {To, Rest}, value(Kind::Flag));
  else
    finish(Now, Terminator::Kind::Goto, {To});
  Now = Rest;
}

//===--- effects ------------------------------------------------------------===//

void Generator::simpleEffect() {
  using Predicate = Compare::Predicate;
  Path Destination = rarely(2) ? anyPath() : Path::variable(anyVariable());
  switch (upTo(7)) {
  case 0:
    return emit(Use{anyPath(), rarely(3) ? Use::Kind::Pass : Use::Kind::Read});
  case 1:
    return emit(Assign{Path::variable(pick(Kind::Iterator)), value(Kind::Iterator)});
  case 2:
    return emit(Bind{pick(Kind::Reference), anyPath()});
  case 3:
    return emit(Assign{std::move(Destination), anyOperand()});
  case 4: {
    Kind K = rarely(2) ? Kind::Number : Kind::Iterator;
    Path P = Path::variable(pick(K));
    auto O = static_cast<Arithmetic::Op>(upTo(1));
    return emit(Arithmetic{rarely(3) ? Path::variable(pick(K)) : P, O, Operand::value(P),
                           rarely(3) ? anyOperand() : Operand::integer(1)});
  }
  case 5:
    test(static_cast<Predicate>(upTo(1)), value(Kind::Iterator), value(Kind::Iterator));
    return;
  case 6:
    test(static_cast<Predicate>(upTo(5)), value(Kind::Number), anyOperand());
    return;
  default:
    return emit(Not{Path::variable(pick(Kind::Flag)), value(Kind::Flag)});
  }
}

void Generator::rareEffect() {
  switch (upTo(5)) {
  case 0:
    return emit(Destroy{rarely(2) ? anyPath() : Path::variable(pick(Kind::Container)), 0});
  case 1:
    return emit(Release{rarely(2) ? anyOperand() : value(Kind::Pointer), 0});
  case 2:
    return emit(Return{anyOperand()});
  case 3:
    return emit(Suspend{});
  case 4:
    return emit(Assign{anyPath(), anyOperand()});
  default:
    return emit(
        Compare{anyPath(), static_cast<Compare::Predicate>(upTo(5)), anyOperand(), anyOperand()});
  }
}

/// A lambda, known functions and unknown ones.
void Generator::call() {
  unsigned Callee = upTo(NumFunctions);
  if (rarely(1)) {
    Closure C{pick(Kind::Closure), M.intern(usr(Callee)), {}};
    for (unsigned N = upTo(2); N; --N)
      C.Captures.push_back(Operand::address(Path::variable(pick(Kind::Container))));
    emit(std::move(C));
  }
  Call C;
  C.K = static_cast<Call::Kind>(upTo(2));
  if (C.K == Call::Kind::Indirect)
    C.Target = rarely(7) ? anyPath() : Path::variable(pick(Kind::Closure));
  else
    C.Callee = M.intern(usr(Callee));
  C.Name = M.intern(usr(Callee));
  C.NoReturn = rarely(15);
  if (rarely(1))
    C.Result = anyVariable();
  if (rarely(2))
    C.Receiver = container(someClass());
  for (unsigned N = upTo(2); N; --N)
    C.Arguments.push_back(rarely(1) ? anyOperand() : Operand::address(container(someClass())));
  emit(std::move(C));
}

const Operation *Generator::someRow(const ClassModel &Class) {
  std::vector<llvm::ArrayRef<Operation>> Tables = {Class.Own};
  for (const std::vector<Operation> *Family : Class.Families)
    Tables.push_back(*Family);
  llvm::erase_if(Tables, [](llvm::ArrayRef<Operation> T) { return T.empty(); });
  if (Tables.empty())
    return nullptr;
  llvm::ArrayRef<Operation> Table = Tables[upTo(Tables.size() - 1)];
  return &Table[upTo(Table.size() - 1)];
}

std::string Generator::shapeFor(const Operation &Row) {
  llvm::StringRef Pattern = Row.Pattern;
  std::string Shape = Pattern.rtrim('*').str();
  for (char &Letter : Shape) {
    if (Letter == 'V' && rarely(3))
      Letter = "IFCMNV"[upTo(5)];
    if (Letter == 'C' && rarely(3))
      Letter = 'M';
  }
  if (Pattern.ends_with("*"))
    Shape.append(upTo(2), "VNI"[upTo(2)]);
  return Shape;
}

Operand Generator::argument(char Letter, char Role, const ClassModel &Class) {
  if (rarely(15))
    return anyOperand();
  switch (Letter) {
  case 'I':
    return value(Kind::Iterator);
  case 'F':
    return value(Kind::Closure);
  case 'C':
  case 'M':
    return rarely(3) ? Operand::value(Path::variable(pick(Kind::View)))
                     : Operand::address(container(Class));
  case 'N':
    return rarely(1) ? value(Kind::Number) : Operand::integer(upTo(2));
  default:
    break;
  }
  switch (upTo(3)) {
  case 0:
    return Operand::value(withFields(element()));
  case 1:
    return Operand::integer(upTo(2));
  case 2:
    return Operand::value(Path::variable(anyVariable()));
  default:
    return Role == '.' ? Operand::unknown() : Operand::address(element());
  }
}

Kind Generator::resultKind(models::Result R) {
  using models::Result;
  if (llvm::is_contained(
          {Result::Element, Result::ElementAtKey, Result::First, Result::Last, Result::Self}, R))
    return Kind::Reference;
  if (llvm::is_contained({Result::Data, Result::Pointee, Result::Address}, R))
    return Kind::Pointer;
  if (R == Result::View)
    return Kind::View;
  if (llvm::is_contained({Result::Fresh, Result::Taken, Result::Node}, R))
    return Kind::Container;
  if (llvm::is_contained({Result::Size, Result::Removed}, R))
    return Kind::Number;
  if (llvm::is_contained(
          {Result::IsEmpty, Result::IsEqual, Result::IsUnequal, Result::Contains, Result::Inserted},
          R))
    return Kind::Flag;
  return Kind::Iterator;
}

void Generator::operation(const ClassModel &Class, const Operation &Row) {
  ModelOp Op;
  Op.Name = M.intern(Class.Name + "::" + Row.Name);
  std::string Shape = shapeFor(Row);
  Op.Shape = M.intern(Shape);
  // A row like std::vector::std::swap is that of a free function.
  bool IsMethod = !llvm::StringRef(Row.Name).contains("::");
  if (IsMethod && !rarely(31))
    Op.Receiver = container(Class);
  for (size_t I = 0; I != Shape.size(); ++I)
    Op.Arguments.push_back(argument(Shape[I], I < Row.Roles.size() ? Row.Roles[I] : '.', Class));
  if (Row.Returns != models::Result::None && !rarely(3))
    Op.Result = pick(resultKind(Row.Returns));
  std::optional<VarId> Result = Op.Result;
  emit(std::move(Op));
  bool IsPair =
      Row.Returns == models::Result::IteratorBool || Row.Returns == models::Result::IteratorPair;
  if (Result && IsPair && !rarely(3)) {
    Projection First = Projection::field(M.intern("first"), M.intern("std::pair"));
    emit(Assign{Path::variable(pick(Kind::Iterator)),
                Operand::value(Path::variable(*Result).then(First))});
  }
}

void Generator::freeFunction() {
  llvm::ArrayRef<Operation> Rows = Lib.functions();
  const Operation &Row = Rows[upTo(Rows.size() - 1)];
  std::string Shape = shapeFor(Row);
  ModelOp Op{std::nullopt, M.intern(Row.Name), M.intern(Shape), std::nullopt, {}};
  for (size_t I = 0; I != Shape.size(); ++I)
    Op.Arguments.push_back(
        argument(Shape[I], I < Row.Roles.size() ? Row.Roles[I] : '.', someClass()));
  if (Row.Returns != models::Result::None)
    Op.Result = pick(resultKind(Row.Returns));
  emit(std::move(Op));
}

std::vector<uint8_t> choices(llvm::ArrayRef<uint8_t> Given) {
  constexpr size_t Enough = 4096;
  uint32_t Seed = 0;
  for (uint8_t Byte : Given.take_front(4))
    Seed = Seed << 8 | Byte;
  std::mt19937 Random(Seed); // The standard fixes its numbers.
  std::vector<uint8_t> Result;
  while (Result.size() + Given.size() < Enough)
    Result.push_back(static_cast<uint8_t>(Random()));
  // FuzzedDataProvider takes numbers from the end.
  Result.insert(Result.end(), Given.begin(), Given.end());
  return Result;
}

Module generateProgram(FuzzedDataProvider &Data, const models::Library &Lib) {
  return Generator(Data, Lib).run();
}

} // namespace holdfast::fuzz
