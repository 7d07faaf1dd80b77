//===- EraseLoop.cpp - a loop that erases the element it is at ------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "fix/EraseLoop.h"
#include "lower/Names.h"
#include "rules/Alternatives.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;
using holdfast::models::Change;
using holdfast::models::Operation;

namespace holdfast::fix {

std::string EraseLoop::container(const SourceText &Text) const {
  return (IsArrow ? "*" : "") + Text.text(*Object).str();
}

/// S is one of the statements that erase.
bool EraseLoop::isErasure(const Stmt &S) const {
  const auto *E = llvm::dyn_cast<Expr>(&S);
  const Expr *Call = E ? written(E) : nullptr;
  return Call && (Call == Erase || llvm::is_contained(Again, Call));
}

std::string EraseLoop::step(const SourceText &Text) const {
  const Stmt *Now = Step ? Step : LastStep;
  return Now ? Text.text(*Now).str() : "++" + Cursor->getNameAsString();
}

std::string EraseLoop::access(const SourceText &Text) const {
  return Text.text(*Object).str() + (IsArrow ? "->" : ".");
}

std::string EraseLoop::declaration(const SourceText &Text) const {
  SourceLocation Begin = Cursor->getBeginLoc(), Colon = asRangeFor()->getColonLoc();
  if (!Text.isEditable(Begin) || !Text.isEditable(Colon))
    return "";
  return Text.text(CharSourceRange::getCharRange(Begin, Colon)).trim().str();
}

/// E is the container of L.
static bool isContainer(const Expr *E, const EraseLoop &L, const ASTContext &Context) {
  if (!L.IsArrow)
    return isSame(E, L.Object, Context);
  const Expr *Pointer = dereferenced(E);
  return Pointer && isSame(Pointer, L.Object, Context);
}

bool isOwn(const Expr *E, models::Result Returns, const EraseLoop &L, const Site &S) {
  MethodCall M = methodCall(E);
  if (!M.Object || M.Call->getNumArgs() != 0 || M.IsArrow != L.IsArrow ||
      !isSame(M.Object, L.Object, S.Context))
    return false;
  const Operation *Row = S.Models.findMethod(*S.Class, M.Name, "");
  return Row && Row->Returns == Returns;
}

/// `std::find(c.begin(), c.end(), x)`: x.
static const Expr *soughtValue(const Expr *E, const EraseLoop &L, const Site &S) {
  const auto *Call = llvm::dyn_cast_or_null<CallExpr>(written(E));
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || Call->getNumArgs() != 3)
    return nullptr;
  const Operation *Row = S.Models.findFunction(lower::modelName(*Callee), "IIV");
  bool Finds = Row && Row->Returns == models::Result::Find && Row->Roles == "bev" &&
               isOwn(Call->getArg(0), models::Result::Begin, L, S) &&
               isOwn(Call->getArg(1), models::Result::End, L, S);
  return Finds ? Call->getArg(2) : nullptr;
}

/// E is the key of the element, by which Class finds it: `kv.first`, a binding, `it->first`, `*it`.
static bool isKey(const Expr *E, const EraseLoop &L, const Site &S) {
  E = written(E);
  const bool IsRange = L.F == EraseLoop::Form::RangeFor;
  if (const auto *Parts = llvm::dyn_cast_or_null<DecompositionDecl>(L.Cursor)) {
    const auto *Binding = llvm::dyn_cast_or_null<BindingDecl>(named(E));
    return Binding && S.Class->isMap() && Parts->bindings().front() == Binding;
  }
  auto IsElement = [&](const Expr *X) {
    return IsRange ? is(X, L.Cursor) : is(dereferenced(X), L.Cursor);
  };
  if (S.Class->KeyField.empty())
    return IsElement(E);
  const auto *Member = llvm::dyn_cast<MemberExpr>(E);
  if (!Member || Member->getMemberDecl()->getNameAsString() != S.Class->KeyField)
    return false;
  if (!Member->isArrow())
    return IsElement(Member->getBase());
  const Expr *Base = written(Member->getBase());
  if (const auto *Arrow = llvm::dyn_cast<CXXOperatorCallExpr>(Base))
    Base = Arrow->getArg(0);
  return !IsRange && is(Base, L.Cursor);
}

/// `std::next(it).base()`, `(it + 1).base()`: the iterator to the element that the reverse iterator
/// is at; it.
static const Expr *reversed(const Expr *E, const Site &S) {
  MethodCall M = methodCall(E);
  if (!M.Object || M.Call->getNumArgs() != 0)
    return nullptr;
  const Expr *Of = written(M.Object);
  const auto *Call = llvm::dyn_cast<CallExpr>(Of);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || llvm::isa<CXXOperatorCallExpr>(Call) || Call->getNumArgs() < 1)
    return nullptr;
  const Operation *Row = S.Models.findFunction(lower::modelName(*Callee), "I");
  const auto *Class = Call->getType()->getAsCXXRecordDecl();
  const models::ClassModel *Wrapper =
      Class ? S.Models.findClass(lower::modelName(*Class)) : nullptr;
  bool IsNext = Row && Row->Returns == models::Result::Next && Wrapper &&
                Wrapper->Kind == models::ClassKind::Iterator;
  // std::next(it, 2) would be another element.
  return IsNext && llvm::isa<CXXDefaultArgExpr>(Call->getArg(Call->getNumArgs() - 1))
             ? written(Call->getArg(0))
             : nullptr;
}

/// `c.begin() + i`: i.
static const Expr *offsetInContainer(const Expr *E, const EraseLoop &L, const Site &S) {
  E = written(E);
  const Expr *Left = nullptr, *Right = nullptr;
  if (const auto *Call = llvm::dyn_cast_or_null<CXXOperatorCallExpr>(E);
      Call && Call->getOperator() == OO_Plus && Call->getNumArgs() == 2) {
    Left = Call->getArg(0), Right = Call->getArg(1);
  } else if (const auto *Sum = llvm::dyn_cast_or_null<BinaryOperator>(E);
             Sum && Sum->getOpcode() == BO_Add) {
    Left = Sum->getLHS(), Right = Sum->getRHS();
  }
  if (!Left || !isOwn(Left, models::Result::Begin, L, S))
    return nullptr;
  const auto *Cast = llvm::dyn_cast<ExplicitCastExpr>(written(Right));
  return Cast ? Cast->getSubExpr() : Right;
}

static const VarDecl *localVariable(const Expr *E) {
  const auto *Var = llvm::dyn_cast_or_null<VarDecl>(named(E));
  return Var && Var->isLocalVarDeclOrParm() ? Var : nullptr;
}

static bool erasesAt(const models::ClassModel &Class, llvm::StringRef Name, const Site &S) {
  const Operation *Row = S.Models.findMethod(Class, Name, "I");
  return Row && Row->What == Change::Erase && Row->Roles == "p";
}

static bool erasesByKey(const models::ClassModel &Class, llvm::StringRef Name, const Site &S) {
  const Operation *Row = S.Models.findMethod(Class, Name, "V");
  return Row && Row->What == Change::Erase && Row->Roles == "k" && rules::hasUniqueKeys(&Class);
}

/// The variable in `it->first`, `*it`.
static const VarDecl *iteratorBehind(const Expr *E) {
  const VarDecl *Result = nullptr;
  forEachNode(*E, [&](const Stmt &Node, const Path &) {
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(&Node))
      if (const VarDecl *Var = localVariable(Ref))
        Result = Result ? Result : Var;
    return true;
  });
  return Result;
}

/// Sets what the argument of the erasure tells; false: it is not about the element at hand.
static bool readArgument(EraseLoop &L, llvm::StringRef Method, const Site &S) {
  const Expr *Argument = written(L.Erase->getArg(0));
  const bool IsByKey = erasesByKey(*S.Class, Method, S), IsAt = erasesAt(*S.Class, Method, S);
  if (L.F == EraseLoop::Form::RangeFor) {
    if (IsByKey && isKey(Argument, L, S))
      return true;
    const Expr *Sought = IsAt ? soughtValue(Argument, L, S) : nullptr;
    return Sought && is(Sought, L.Cursor);
  }
  const Expr *Moved = isPostIncrement(Argument) ? incremented(Argument) : nullptr;
  if (const VarDecl *Var = localVariable(Moved ? Moved : Argument); Var && IsAt) {
    L.Cursor = Var;
    L.TakesCursor = true;
    L.StepsInErase = Moved;
    return true;
  }
  if (const Expr *Base = IsAt ? reversed(Argument, S) : nullptr) {
    L.Cursor = localVariable(Base);
    L.IsReverse = true;
    return L.Cursor;
  }
  if (const Expr *Offset = IsAt ? offsetInContainer(Argument, L, S) : nullptr) {
    L.Cursor = localVariable(Offset);
    L.F = EraseLoop::Form::Index;
    return L.Cursor && L.Cursor->getType()->isIntegerType();
  }
  L.Cursor = iteratorBehind(Argument);
  return L.Cursor && IsByKey && isKey(Argument, L, S);
}

/// Sets Loop, Body, Within; false: there is something else than blocks and ifs between.
static bool readNesting(EraseLoop &L, const Site &S) {
  Path Reversed;
  L.EraseStatement = S.Change;
  for (const Stmt *Outer : llvm::reverse(S.Above)) {
    if (llvm::isa<ExprWithCleanups, ImplicitCastExpr, ConstantExpr>(Outer)) {
      if (!Reversed.empty())
        return false;
      L.EraseStatement = Outer;
      continue;
    }
    if (llvm::isa<CompoundStmt, IfStmt>(Outer)) {
      Reversed.push_back(Outer);
      continue;
    }
    if (const auto *For = llvm::dyn_cast<ForStmt>(Outer))
      L.Body = For->getBody();
    else if (const auto *Range = llvm::dyn_cast<CXXForRangeStmt>(Outer))
      L.Body = Range->getBody();
    else if (const auto *While = llvm::dyn_cast<WhileStmt>(Outer))
      L.Body = While->getConditionVariable() ? nullptr : While->getBody();
    L.Loop = Outer;
    break;
  }
  L.Within.assign(Reversed.rbegin(), Reversed.rend());
  // The erasure is in the body, not in the head or a condition, where its value is of interest.
  const Stmt *First = L.Within.empty() ? L.EraseStatement : L.Within.front();
  if (!L.Body || First != L.Body)
    return false;
  const auto *Last = L.Within.empty() ? nullptr : llvm::dyn_cast<IfStmt>(L.Within.back());
  return !Last || Last->getThen() == L.EraseStatement || Last->getElse() == L.EraseStatement;
}

static void readSteps(EraseLoop &L) {
  if (const ForStmt *For = L.asFor(); For && is(incremented(For->getInc()), L.Cursor))
    L.Step = For->getInc();
  const auto *Block = llvm::dyn_cast<CompoundStmt>(L.Body);
  if (!L.Step && Block && !Block->body_empty() && is(incremented(Block->body_back()), L.Cursor))
    L.LastStep = Block->body_back();
}

/// A loop around that of L goes over the same elements: the erasure concerns it, too.
static bool isWithinAnother(const EraseLoop &L, const Site &S) {
  for (const Stmt *Outer : S.Above) {
    if (Outer == L.Loop)
      return false;
    if (const auto *Range = llvm::dyn_cast<CXXForRangeStmt>(Outer))
      if (isContainer(Range->getRangeInit(), L, S.Context))
        return true;
    const auto *For = llvm::dyn_cast<ForStmt>(Outer);
    const auto *Declared = llvm::dyn_cast_or_null<DeclStmt>(For ? For->getInit() : nullptr);
    if (Declared && llvm::any_of(Declared->decls(), [&](const Decl *D) {
          const auto *Var = llvm::dyn_cast<VarDecl>(D);
          return Var && Var->getInit() && isOwn(Var->getInit(), models::Result::Begin, L, S);
        }))
      return true;
  }
  return false;
}

/// Sets Again and Unsettling.
static void readOtherChanges(EraseLoop &L, const Site &S) {
  forEachNode(*L.Body, [&](const Stmt &Node, const Path &) {
    const auto *Call = llvm::dyn_cast<CXXMemberCallExpr>(&Node);
    if (!Call || Call == L.Erase)
      return true;
    if (isSame(Call, L.Erase, S.Context)) {
      L.Again.push_back(Call);
      return true;
    }
    MethodCall M = methodCall(Call);
    if (M.Object && M.IsArrow == L.IsArrow && isSame(M.Object, L.Object, S.Context) &&
        rules::findRow(S.Class, [&](const Operation &Row) {
          return Row.Name == M.Name && Row.mutates() && Row.Iterators != models::Scope::None;
        }))
      L.Unsettling.push_back(Call);
    return true;
  });
}

std::optional<EraseLoop> eraseLoopOf(const Site &S) {
  EraseLoop L;
  MethodCall M = methodCall(S.Change);
  if (!S.Class || !M.Object || M.Call->getNumArgs() != 1 || !isPlace(M.Object))
    return std::nullopt;
  L.Erase = M.Call;
  L.Object = M.Object;
  L.IsArrow = M.IsArrow;
  if (!readNesting(L, S))
    return std::nullopt;
  if (const CXXForRangeStmt *Range = L.asRangeFor()) {
    L.Cursor = Range->getLoopVariable();
    if (Range->getInit() || !isContainer(Range->getRangeInit(), L, S.Context))
      return std::nullopt;
  } else {
    L.F = EraseLoop::Form::Iterator;
  }
  if (!readArgument(L, M.Name, S) || isWithinAnother(L, S))
    return std::nullopt;
  readOtherChanges(L, S);
  readSteps(L);
  return L;
}

/// Of `for (auto it = c.begin(), end = c.end(); …)`: what else the head declares.
static const VarDecl *declaredBeside(const EraseLoop &L) {
  const ForStmt *For = L.asFor();
  const auto *Declared = llvm::dyn_cast_or_null<DeclStmt>(For ? For->getInit() : nullptr);
  if (!Declared || std::distance(Declared->decl_begin(), Declared->decl_end()) != 2 ||
      *Declared->decl_begin() != L.Cursor)
    return nullptr;
  return llvm::dyn_cast<VarDecl>(*std::next(Declared->decl_begin()));
}

const VarDecl *keptEnd(const EraseLoop &L, const Site &S) {
  const VarDecl *Beside = declaredBeside(L);
  return Beside && Beside->getInit() && isOwn(Beside->getInit(), models::Result::End, L, S)
             ? Beside
             : nullptr;
}

/// `A != B`, `A < B`, written or made from ==.
static std::pair<const Expr *, const Expr *> compared(const Expr *E, BinaryOperatorKind Builtin,
                                                      OverloadedOperatorKind Overloaded) {
  E = written(E);
  if (const auto *Rewritten = llvm::dyn_cast_or_null<CXXRewrittenBinaryOperator>(E)) {
    if (Rewritten->getOperator() == Builtin)
      return {Rewritten->getLHS(), Rewritten->getRHS()};
  } else if (const auto *Binary = llvm::dyn_cast_or_null<BinaryOperator>(E)) {
    if (Binary->getOpcode() == Builtin)
      return {Binary->getLHS(), Binary->getRHS()};
  } else if (const auto *Call = llvm::dyn_cast_or_null<CXXOperatorCallExpr>(E)) {
    if (Call->getOperator() == Overloaded && Call->getNumArgs() == 2)
      return {Call->getArg(0), Call->getArg(1)};
  }
  return {nullptr, nullptr};
}

bool visitsAll(const EraseLoop &L, const Site &S) {
  if (L.F == EraseLoop::Form::RangeFor)
    return true;
  const ForStmt *For = L.asFor();
  const auto *Declared = llvm::dyn_cast_or_null<DeclStmt>(For ? For->getInit() : nullptr);
  if (!Declared || *Declared->decl_begin() != L.Cursor || L.IsReverse || !L.Step)
    return false;
  const VarDecl *End = keptEnd(L, S);
  if (!Declared->isSingleDecl() && !End)
    return false;
  if (L.F == EraseLoop::Form::Index) {
    auto [Left, Right] = compared(For->getCond(), BO_LT, OO_Less);
    Expr::EvalResult Zero;
    return L.Cursor->getInit() && L.Cursor->getInit()->EvaluateAsInt(Zero, S.Context) &&
           Zero.Val.getInt() == 0 && Left && is(Left, L.Cursor) &&
           isOwn(Right, models::Result::Size, L, S);
  }
  auto [Left, Right] = compared(For->getCond(), BO_NE, OO_ExclaimEqual);
  return L.Cursor->getInit() && isOwn(L.Cursor->getInit(), models::Result::Begin, L, S) && Left &&
         is(Left, L.Cursor) && (isOwn(Right, models::Result::End, L, S) || (End && is(Right, End)));
}

} // namespace holdfast::fix
