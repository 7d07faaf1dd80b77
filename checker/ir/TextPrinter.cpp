//===- TextPrinter.cpp - writes the text form -----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ir/Text.h"
#include "ir/TextCursor.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::ir {

static std::string bareOrQuoted(llvm::StringRef Text) {
  return isBareSymbol(Text) ? Text.str() : quote(Text);
}

static std::string qualifiedOrQuoted(llvm::StringRef Text) {
  return isQualifiedName(Text) ? Text.str() : quote(Text);
}

static std::string nameOrQuoted(llvm::StringRef Text) {
  return isIdentifier(Text) ? Text.str() : quote(Text);
}

static void printProjections(const Module &M, llvm::ArrayRef<Projection> Steps,
                             llvm::raw_ostream &OS) {
  for (const Projection &Step : Steps) {
    switch (Step.K) {
    case Projection::Kind::Deref:
      OS << ".*";
      break;
    case Projection::Kind::Element:
      OS << ".[]";
      break;
    case Projection::Kind::Field:
      OS << '.' << nameOrQuoted(M.text(Step.Field));
      if (Step.Owner)
        OS << '@' << qualifiedOrQuoted(M.text(Step.Owner));
      break;
    }
  }
}

void printOutside(const Module &M, const Path &P, llvm::raw_ostream &OS) {
  if (P.R == Path::Root::Global)
    OS << '@' << quote(M.text(P.Base));
  else
    OS << "this";
  printProjections(M, P.Projections, OS);
}

/// How each variable of F is spelled: `%it`, the second one of that name `%it.1`; one without a
/// name by its number, `%7`.
static std::vector<std::string> spellVariables(const Module &M, const Function &F) {
  std::vector<std::string> Spellings;
  llvm::DenseMap<Symbol, unsigned> Seen;
  for (const Variable &V : F.Vars) {
    if (!V.Name) {
      Spellings.push_back("%" + std::to_string(Spellings.size()));
      continue;
    }
    std::string Spelling = "%" + nameOrQuoted(M.text(V.Name));
    if (unsigned Earlier = Seen[V.Name]++)
      Spelling += "." + std::to_string(Earlier);
    Spellings.push_back(std::move(Spelling));
  }
  return Spellings;
}

namespace {

/// Prints what belongs to one function.
class FunctionPrinter {
public:
  FunctionPrinter(const Module &M, const Function &F, llvm::raw_ostream &OS)
      : M(M), F(F), OS(OS), Names(spellVariables(M, F)) {}

  void function();
  void print(const Path &P);
  void print(const Operand &O);
  void print(const Effect &E);

private:
  void variable(VarId V);
  void declaration(const Variable &V, VarId Id);
  void terminator(const Terminator &T);
  void location(const Location &L, bool EvenUnknown = false);
  void symbols(llvm::StringRef Keyword, llvm::ArrayRef<Symbol> Symbols);
  void operands(llvm::StringRef Keyword, llvm::ArrayRef<Operand> Operands);
  void result(const std::optional<VarId> &R);
  void destructor(Symbol Usr, bool IsVirtual = false);
  std::string quoted(Symbol S) const { return quote(M.text(S)); }

  void print(const Bind &B);
  void print(const Assign &A);
  void print(const Arithmetic &A);
  void print(const Compare &C);
  void print(const Not &N);
  void print(const Use &U);
  void print(const ModelOp &Op);
  void print(const Call &C);
  void print(const Closure &C);
  void print(const Destroy &D);
  void print(const Release &R);
  void print(const Return &R);
  void print(const Suspend &);

  const Module &M;
  const Function &F;
  llvm::raw_ostream &OS;
  std::vector<std::string> Names;
};

} // namespace

void FunctionPrinter::variable(VarId V) {
  if (V < Names.size())
    OS << Names[V];
  else
    OS << "%<no variable " << V << '>';
}

void FunctionPrinter::print(const Path &P) {
  switch (P.R) {
  case Path::Root::Variable:
    variable(P.Base);
    break;
  case Path::Root::This:
    OS << "this";
    break;
  case Path::Root::Global:
    OS << '@' << quoted(P.Base);
    break;
  }
  printProjections(M, P.Projections, OS);
}

void FunctionPrinter::print(const Operand &O) {
  switch (O.K) {
  case Operand::Kind::Unknown:
    OS << '?';
    break;
  case Operand::Kind::Address:
    OS << (O.IsConst ? "const &" : "&");
    [[fallthrough]];
  case Operand::Kind::Value:
    print(O.P);
    break;
  case Operand::Kind::Integer:
    OS << O.I;
    break;
  case Operand::Kind::Null:
    OS << "null";
    break;
  }
}

void printLocation(const Location &L, llvm::raw_ostream &OS) {
  if (!L.isValid())
    return;
  OS << " @";
  if (L.File)
    OS << 'f' << L.File << ':';
  OS << L.Line << ':' << L.Column;
  if (L.EndLine != L.Line || L.EndColumn != L.Column)
    OS << '-' << L.EndLine << ':' << L.EndColumn;
  if (L.InMacro)
    OS << " macro";
}

void FunctionPrinter::location(const Location &L, bool EvenUnknown) {
  if (EvenUnknown && !L.isValid())
    OS << " @?";
  printLocation(L, OS);
}

void FunctionPrinter::symbols(llvm::StringRef Keyword, llvm::ArrayRef<Symbol> Symbols) {
  if (!Symbols.empty())
    OS << ' ' << Keyword;
  for (size_t I = 0; I != Symbols.size(); ++I)
    OS << (I ? ", " : " ") << quoted(Symbols[I]);
}

void FunctionPrinter::operands(llvm::StringRef Keyword, llvm::ArrayRef<Operand> Operands) {
  if (!Operands.empty())
    OS << ' ' << Keyword;
  for (size_t I = 0; I != Operands.size(); ++I) {
    OS << (I ? ", " : " ");
    print(Operands[I]);
  }
}

void FunctionPrinter::result(const std::optional<VarId> &R) {
  if (!R)
    return;
  variable(*R);
  OS << " = ";
}

void FunctionPrinter::destructor(Symbol Usr, bool IsVirtual) {
  if (Usr)
    OS << (IsVirtual ? " calls virtual " : " calls ") << quoted(Usr);
}

void FunctionPrinter::print(const Bind &B) {
  OS << "bind ";
  variable(B.Reference);
  OS << " = ";
  print(B.Target);
}

void FunctionPrinter::print(const Assign &A) {
  OS << (A.IsPresumed ? "presume " : "assign ");
  print(A.Destination);
  OS << " = ";
  print(A.Source);
}

void FunctionPrinter::print(const Arithmetic &A) {
  OS << (A.O == Arithmetic::Op::Add ? "add " : A.O == Arithmetic::Op::And ? "and " : "sub ");
  print(A.Destination);
  OS << " = ";
  print(A.Left);
  OS << ", ";
  print(A.Right);
}

void FunctionPrinter::print(const Compare &C) {
  static const char *const Names[] = {"eq", "ne", "lt", "le", "gt", "ge"};
  OS << "compare ";
  print(C.Destination);
  OS << " = " << Names[static_cast<unsigned>(C.P)] << ' ';
  print(C.Left);
  OS << ", ";
  print(C.Right);
}

void FunctionPrinter::print(const Not &N) {
  OS << "not ";
  print(N.Destination);
  OS << " = ";
  print(N.Source);
}

void FunctionPrinter::print(const Use &U) {
  OS << "use ";
  print(U.P);
  if (U.K == Use::Kind::Pass)
    OS << " pass";
}

void FunctionPrinter::print(const ModelOp &Op) {
  result(Op.Result);
  OS << "op " << bareOrQuoted(M.text(Op.Name)) << '(' << M.text(Op.Shape) << ')';
  if (Op.Receiver) {
    OS << " recv ";
    print(*Op.Receiver);
  }
  operands("args", Op.Arguments);
  destructor(Op.Destructor);
}

void FunctionPrinter::print(const Call &C) {
  result(C.Result);
  OS << "call ";
  if (C.K == Call::Kind::Indirect) {
    OS << "indirect ";
    C.Target ? print(*C.Target) : void(OS << '?');
  } else {
    OS << (C.K == Call::Kind::Virtual ? "virtual " : "") << quoted(C.Callee);
  }
  const bool IsNamed = C.K == Call::Kind::Indirect ? C.Name != 0 : C.Name != C.Callee;
  if (IsNamed)
    OS << " name " << quoted(C.Name);
  if (C.NoReturn)
    OS << " noreturn";
  if (C.Receiver) {
    OS << (C.IsConst ? " recv const " : " recv ");
    print(*C.Receiver);
  }
  operands("args", C.Arguments);
}

void FunctionPrinter::print(const Closure &C) {
  OS << "closure ";
  variable(C.Result);
  OS << " = " << quoted(C.Body);
  operands("captures", C.Captures);
}

void FunctionPrinter::print(const Destroy &D) {
  OS << "destroy ";
  print(D.P);
  destructor(D.Destructor);
}

void FunctionPrinter::print(const Release &R) {
  OS << "release ";
  print(R.Pointer);
  destructor(R.Destructor, R.IsVirtual);
}

void FunctionPrinter::print(const Return &R) {
  OS << "return ";
  print(R.Value);
}

void FunctionPrinter::print(const Suspend &) { OS << "suspend"; }

void FunctionPrinter::print(const Effect &E) {
  std::visit([this](const auto &What) { print(What); }, E.What);
  location(E.Loc);
}

void FunctionPrinter::terminator(const Terminator &T) {
  static const char *const Keywords[] = {"goto", "branch", "switch", "any", "exit", "unreachable"};
  OS << "  " << Keywords[static_cast<unsigned>(T.K)];
  const char *Separator = " ";
  if (T.K == Terminator::Kind::Branch || T.K == Terminator::Kind::Switch) {
    OS << ' ';
    print(T.Condition);
    Separator = ", ";
  }
  for (size_t I = 0; I != T.Successors.size(); ++I, Separator = ", ") {
    OS << Separator;
    if (T.K == Terminator::Kind::Switch)
      I < T.Cases.size() ? void(OS << T.Cases[I] << " -> ") : void(OS << "else ");
    OS << T.Successors[I];
  }
  location(T.Loc);
  OS << '\n';
}

void FunctionPrinter::declaration(const Variable &V, VarId Id) {
  static const char *const Keywords[] = {"local", "param", "capture", "temp"};
  OS << "  " << Keywords[static_cast<unsigned>(V.S)] << ' ';
  variable(Id);
  if (V.IsReference)
    OS << (V.IsConst ? " ref const" : " ref");
  if (V.Type)
    OS << " type " << bareOrQuoted(M.text(V.Type));
  if (V.Class)
    OS << " class " << quoted(V.Class);
  if (V.Walk != Variable::Hidden::No) {
    OS << " walk " << (V.Walk == Variable::Hidden::RangeFor ? "range-for" : "algorithm");
    location(V.Loop, /*EvenUnknown=*/true);
  }
  location(V.Loc);
  OS << '\n';
}

void FunctionPrinter::function() {
  OS << "function " << quoted(F.Name);
  if (F.Usr != F.Name)
    OS << " usr " << quoted(F.Usr);
  if (F.Class)
    OS << " class " << quoted(F.Class);
  OS << (F.IsLambda ? " lambda" : "") << (F.IsVirtual ? " virtual" : "")
     << (F.IsConstructor ? " constructor" : "") << (F.IsDestructor ? " destructor" : "")
     << (F.IsPrivate ? " private" : "") << (F.IsCoroutine ? " coroutine" : "")
     << (F.ReturnsReference ? " returns-ref" : "");
  symbols("overrides", F.Overrides);
  location(F.Loc);
  OS << '\n';
  for (VarId Id = 0; Id != F.Vars.size(); ++Id)
    declaration(F.Vars[Id], Id);
  for (size_t I = 0; I != F.Blocks.size(); ++I) {
    OS << "block " << I << ":\n";
    for (const Effect &E : F.Blocks[I].Effects) {
      OS << "  ";
      print(E);
      OS << '\n';
    }
    terminator(F.Blocks[I].Term);
  }
}

void printText(const Module &M, const Function &F, llvm::raw_ostream &OS) {
  FunctionPrinter(M, F, OS).function();
}

std::string toText(const Module &M, const Function &F, const Path &P) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  FunctionPrinter(M, F, OS).print(P);
  return Result;
}

std::string toText(const Module &M, const Function &F, const Effect &E) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  FunctionPrinter(M, F, OS).print(E);
  return Result;
}

} // namespace holdfast::ir
