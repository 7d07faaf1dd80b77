//===- ContinueFromErase.cpp - it = c.erase(it) ---------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   for (auto it = c.begin(); it != c.end(); ++it)      for (auto it = c.begin(); it != c.end();)
//     if (it->second.expired())                    →      if (it->second.expired())
//       c.erase(it);                                        it = c.erase(it);
//                                                         else
//                                                           ++it;
//
// A range-for becomes such a loop first. Which method returns the next iterator is a row.
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"
#include "fix/Stepping.h"
#include "rules/Alternatives.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace holdfast::fix {
namespace {

class Rewriting {
public:
  Rewriting(const EraseLoop &L, const Site &S, const models::Operation &Row)
      : L(L), S(S), Row(Row), D(S.Text),
        Unit(S.Text.unit(L.Loop->getBeginLoc(), L.Body->getBeginLoc())) {}

  std::optional<Fix> run();

private:
  std::string cursor() const;
  std::string erasure() const;
  void rewriteHead();
  void declareElement(llvm::StringRef Iterator);
  void askEndAnew();

  const EraseLoop &L;
  const Site &S;
  const models::Operation &Row;
  Draft D;
  const std::string Unit;
};

std::string Rewriting::cursor() const {
  return L.asRangeFor() ? freshName("it", namesIn(S.body())) : L.Cursor->getNameAsString();
}

std::string Rewriting::erasure() const {
  std::string Call = L.access(S.Text) + Row.Name + "(";
  if (!L.IsReverse)
    return cursor() + " = " + Call + cursor() + ")";
  return cursor() + " = std::make_reverse_iterator(" + S.Text.text(*L.Erase).str() + ")";
}

/// The variable of a range-for is used by more than the erasure.
bool needsElement(const EraseLoop &L) {
  bool Result = false;
  forEachNode(*L.Body, [&](const Stmt &Node, const Path &) {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(&Node);
    Result = Result || (Ref && mentions(*Ref, *L.Cursor));
    return !L.isErasure(Node);
  });
  return Result;
}

/// `auto &x = *it;` as the first statement of the body.
void Rewriting::declareElement(llvm::StringRef Iterator) {
  const std::string Written = L.declaration(S.Text);
  if (Written.empty())
    return D.spoil();
  const std::string Indentation = S.Text.indentation(L.Loop->getBeginLoc()).str();
  std::string Line = "\n" + Indentation + Unit + Written + " = *" + Iterator.str() + ";";
  if (const auto *Block = llvm::dyn_cast<CompoundStmt>(L.Body)) {
    // After a comment that stands behind the brace.
    SourceLocation Open = S.Text.endOfToken(Block->getLBracLoc());
    return D.insert(S.Text.isRestOfLineIdle(Open) ? S.Text.endOfLine(Open) : Open, Line);
  }
  std::optional<CharSourceRange> Whole = S.Text.statement(*L.Body);
  if (!Whole)
    return D.spoil();
  SourceLocation Head = S.Text.endOfToken(L.asRangeFor()->getRParenLoc());
  D.insert(Head, " {");
  D.insert(S.Text.isRestOfLineIdle(Head) ? S.Text.endOfLine(Head) : Head, Line);
  SourceLocation End = Whole->getEnd();
  D.insert(S.Text.isRestOfLineIdle(End) ? S.Text.endOfLine(End) : End, "\n" + Indentation + "}");
}

/// `for (auto &x : c)` → `for (auto it = c.begin(); it != c.end();)`
void Rewriting::rewriteHead() {
  const CXXForRangeStmt *Range = L.asRangeFor();
  const std::string Iterator = cursor(), Access = L.access(S.Text);
  std::optional<CharSourceRange> Head =
      S.Text.rangeOf(SourceRange(Range->getBeginLoc(), Range->getRParenLoc()));
  const models::Operation *Begins = rules::plainly(S.Class, models::Result::Begin),
                          *Ends = rules::plainly(S.Class, models::Result::End);
  if (!Begins || !Ends || !Head || Range->getCoawaitLoc().isValid() ||
      !S.Text.comments(*Head).empty())
    return D.spoil();
  D.replace(Head, "for (auto " + Iterator + " = " + Access + Begins->Name + "(); " + Iterator +
                      " != " + Access + Ends->Name + "();)");
}

/// `e` of `it != e`, where an erasure makes it invalid: `c.end()`.
void Rewriting::askEndAnew() {
  const ForStmt *For = L.asFor();
  const Expr *Condition = For ? For->getCond() : nullptr;
  if (const auto *While = llvm::dyn_cast<WhileStmt>(L.Loop))
    Condition = While->getCond();
  if (!Condition || L.IsReverse)
    return;
  const VarDecl *End = keptEnd(L, S);
  const models::Operation *Ends = rules::plainly(S.Class, models::Result::End);
  if (!Ends)
    return D.spoil();
  unsigned Uses = 0;
  forEachNode(*Condition, [&](const Stmt &Node, const Path &) {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(&Node);
    if (!Ref || Ref->getDecl() == L.Cursor ||
        !S.Context.hasSameUnqualifiedType(Ref->getType(), L.Cursor->getType()))
      return true;
    if (Ref->getDecl() != End)
      D.spoil(); // A bound that we do not know.
    ++Uses;
    D.replace(S.Text.rangeOf(*Ref), L.access(S.Text) + Ends->Name + "()");
    return true;
  });
  if (!Uses)
    return;
  unsigned All = 0;
  forEachNode(*L.Loop, [&](const Stmt &Node, const Path &) {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(&Node);
    All += Ref && Ref->getDecl() == End;
    return true;
  });
  // Nobody else may look at it; its declaration goes.
  if (!End || All != Uses || !S.Text.isEditable(L.Cursor->getEndLoc()))
    return D.spoil();
  D.remove(CharSourceRange::getCharRange(S.Text.endOfToken(L.Cursor->getEndLoc()),
                                         S.Text.endOfToken(End->getEndLoc())));
}

std::optional<Fix> Rewriting::run() {
  if (L.asRangeFor()) {
    rewriteHead();
  } else if (Row.End != models::Scope::None) {
    askEndAnew();
  }
  D.replace(S.Text.rangeOf(*L.Erase), erasure());
  for (const Expr *Other : L.Again)
    D.replace(S.Text.rangeOf(*Other), erasure());
  if (L.IsReverse)
    D.include("iterator", L.Loop->getBeginLoc());
  // Where `c.erase(it++)` has stepped so far, all other ways do so already.
  if (!L.StepsInErase)
    moveStep(L, L.asRangeFor() ? "++" + cursor() : L.step(S.Text), Unit, S.Text, D);
  else if (L.Step || L.LastStep || !L.Unsettling.empty())
    D.spoil();
  if (L.asRangeFor() && needsElement(L))
    declareElement(cursor());
  return D.take("continue-from-erase", "continue with the iterator that '" + Row.Name + "' returns",
                "the same elements in the same order", Safety::Safe);
}

} // namespace

std::optional<Fix> proposeContinueFromErase(const Site &S) {
  std::optional<EraseLoop> L = eraseLoopOf(S);
  const models::Operation *Row = L ? rules::eraseAtPosition(S.Class) : nullptr;
  if (!Row || L->F == EraseLoop::Form::Index)
    return std::nullopt;
  // In C++98 a map's erase() returns nothing, whatever the row says.
  if (L->TakesCursor && L->Erase->getType()->isVoidType())
    return std::nullopt;
  if (L->IsReverse && !S.Context.getLangOpts().CPlusPlus14)
    return std::nullopt;
  if (!L->asRangeFor() && !L->Step && !L->LastStep && !L->StepsInErase)
    return std::nullopt;
  return Rewriting(*L, S, *Row).run();
}

} // namespace holdfast::fix
