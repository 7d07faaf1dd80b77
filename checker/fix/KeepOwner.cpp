//===- KeepOwner.cpp - a temporary that is needed longer ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   const char *p = name().c_str();        const auto owner = name();
//   use(p);                           →    const char *p = owner.c_str();
//                                          use(p);
//
//   for (auto &line : load().lines())  →  for (const auto owner = load(); auto &line :
//   owner.lines())
//
// The latter in C++20; before, in front of the loop.
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"
#include "fix/TypeText.h"
#include "lower/Names.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace holdfast::fix {

/// The temporary comes first: all else that Init does is done to it.
static bool isFirst(const Expr &Temporary, const Expr &Init) {
  return !contains(Init, [&](const Stmt &Node) {
    if (!llvm::isa<CallExpr, CXXConstructExpr, CXXNewExpr, LambdaExpr>(Node) ||
        written(llvm::cast<Expr>(&Node)) != &Node)
      return false;
    auto IsTemporary = [&](const Stmt &S) { return &S == &Temporary; };
    return !contains(Node, IsTemporary) &&
           !contains(Temporary, [&](const Stmt &S) { return &S == &Node; });
  });
}

/// A method that could be called of a constant is called of E, and no other use is made of it.
static bool isConstantUse(const Expr &E, const Expr &Init) {
  bool Result = false;
  forEachNode(Init, [&](const Stmt &Node, const Path &) {
    MethodCall M = methodCall(llvm::dyn_cast<Expr>(&Node));
    if (M.Object && written(M.Object) == &E)
      Result = M.Call->getMethodDecl()->isConst();
    return true;
  });
  return Result;
}

/// E is what a parameter binds to that takes no variable, or a method is called of it that none
/// has.
static bool isWantedAsTemporary(const Expr &E, const Expr &Init) {
  return contains(Init, [&](const Stmt &Node) {
    if (MethodCall M = methodCall(llvm::dyn_cast<Expr>(&Node)); M.Object && written(M.Object) == &E)
      return M.Call->getMethodDecl()->getRefQualifier() == RQ_RValue;
    auto Takes = [&](const FunctionDecl *Callee, const Expr *const *Args, unsigned Count) {
      for (unsigned I = 0; Callee && I < Count && I < Callee->getNumParams(); ++I)
        if (Callee->getParamDecl(I)->getType()->isRValueReferenceType() && written(Args[I]) == &E)
          return true;
      return false;
    };
    if (const auto *Made = llvm::dyn_cast<CXXConstructExpr>(&Node))
      return Takes(Made->getConstructor(), Made->getArgs(), Made->getNumArgs());
    const auto *Call = llvm::dyn_cast<CallExpr>(&Node);
    return Call && !llvm::isa<CXXOperatorCallExpr>(Call) &&
           Takes(Call->getDirectCallee(), Call->getArgs(), Call->getNumArgs());
  });
}

namespace {

/// A statement that needs a temporary of Init for longer than Init.
struct Needing {
  const Stmt *Statement = nullptr; ///< Null: there is none.
  const Expr *Init = nullptr;
  const CXXForRangeStmt *Loop = nullptr; ///< Statement, when it is one.
  bool IsInBlock = false;
};

} // namespace

/// The loop that goes through a part of the temporary of S.
static Needing loopAbove(const Site &S) {
  for (size_t I = S.Above.size(); I-- > 0;) {
    const auto *Loop = llvm::dyn_cast<CXXForRangeStmt>(S.Above[I]);
    if (!Loop)
      continue;
    const Expr *Range = Loop->getRangeInit();
    if (!contains(*Range, [&](const Stmt &Node) { return &Node == written(S.Change); }))
      return {};
    return {Loop, Range, Loop, I && llvm::isa<CompoundStmt>(S.Above[I - 1])};
  }
  return {};
}

static Needing statementWith(const Site &S) {
  if (S.P.Handle.empty())
    return loopAbove(S);
  Declared Handle = handleOf(S);
  if (!Handle.Var)
    return {};
  const auto *Block = Handle.Above.empty() ? nullptr : Handle.Above.back();
  return {Handle.By, Handle.Var->getInit(), nullptr, llvm::isa_and_nonnull<CompoundStmt>(Block)};
}

/// The first place in the parentheses of Loop.
static SourceLocation headOf(const CXXForRangeStmt &Loop, const Site &S) {
  return Lexer::findLocationAfterToken(Loop.getForLoc(), tok::l_paren, S.Text.sources(),
                                       S.Context.getLangOpts(),
                                       /*SkipTrailingWhitespaceAndNewLine=*/false);
}

/// N in braces, after Declaration, with Name instead of Owner.
static void writeInBraces(Draft &D, const Needing &N, const std::string &Declaration,
                          CharSourceRange Owner, const std::string &Name, const Site &S) {
  std::optional<CharSourceRange> Whole = S.Text.statement(*N.Statement);
  if (!Whole)
    return D.spoil();
  // With the comments above and behind it.
  const SourceLocation Begin = S.Text.aboveComments(Whole->getBegin());
  SourceLocation End = Whole->getEnd();
  if (S.Text.isRestOfLineIdle(End))
    End = S.Text.endOfLine(End);
  const std::string Outer = "\n" + S.Text.indentation(Begin).str();
  const std::string Unit =
      S.Text.unit(N.Statement->getBeginLoc(), N.Loop->getBody()->getBeginLoc());
  auto Lines = [&](SourceLocation From, SourceLocation To) {
    return S.Text.lines(CharSourceRange::getCharRange(From, To), Unit);
  };
  D.replace(CharSourceRange::getCharRange(Begin, End),
            "{" + Outer + Unit + Declaration + Outer + Unit + Lines(Begin, Owner.getBegin()) +
                Name + Lines(Owner.getEnd(), End) + Outer + "}");
}

/// Owner in N; with the parentheses around it, which its name does not need, if nothing else is in
/// them.
static std::optional<CharSourceRange> placeOf(const Expr &Owner, const Needing &N, const Site &S) {
  const Expr *Outermost = &Owner;
  forEachNode(*N.Init, [&](const Stmt &Node, const Path &) {
    const auto *Parens = llvm::dyn_cast<ParenExpr>(&Node);
    const bool IsAround = Parens && Outermost == &Owner && written(Parens) == &Owner;
    Outermost = IsAround ? Parens : Outermost;
    return !IsAround;
  });
  const std::optional<CharSourceRange> Alone = S.Text.rangeOf(Owner);
  const std::optional<CharSourceRange> Whole = S.Text.rangeOf(*Outermost);
  return Alone && Whole && S.Text.comments(*Whole, *Alone).empty() ? Whole : Alone;
}

/// Gives Owner, of type Type, the name Name for as long as N needs it. Whether it ends with N.
static bool nameFor(Draft &D, const Needing &N, const Expr &Owner, const std::string &Type,
                    const std::string &Name, const Site &S) {
  std::optional<CharSourceRange> Where = placeOf(Owner, N, S);
  if (!Where) {
    D.spoil();
    return true;
  }
  const std::string Declaration = Type + " " + Name + " = " + S.Text.text(Owner).str() + ";";
  if (!N.IsInBlock && !S.Context.getLangOpts().CPlusPlus20) {
    writeInBraces(D, N, Declaration, *Where, Name, S);
    return true;
  }
  D.replace(Where, Name);
  if (N.Loop && S.Context.getLangOpts().CPlusPlus20) {
    D.insert(headOf(*N.Loop, S), Declaration + " ");
    return true;
  }
  D.declare(Name, S.body());
  D.insertAbove(N.Statement->getBeginLoc(), Declaration);
  return false;
}

std::optional<Fix> proposeKeepOwner(const Site &S) {
  if (S.P.Facts.Cause != solve::CauseKind::Destroy || !S.Change || S.P.Facts.InCallee)
    return std::nullopt;
  const Needing N = statementWith(S);
  const Expr *Owner = written(S.Change);
  QualType Type = Owner->getType();
  const lower::TypeModels Models(S.Context, S.Models);
  if (!N.Statement || !(N.IsInBlock || N.Loop) || !Owner->isPRValue() || !Type->isRecordType() ||
      Models.isKind(Type, models::ClassKind::View)) // It is not what owns.
    return std::nullopt;
  if (N.Loop && N.Loop->getInit()) // A second one there cannot be, and it may be of that.
    return std::nullopt;
  if (!contains(*N.Init, [&](const Stmt &Node) { return &Node == Owner; }) ||
      !isFirst(*Owner, *N.Init) || isWantedAsTemporary(*Owner, *N.Init))
    return std::nullopt;
  const LangOptions &Lang = S.Context.getLangOpts();
  if (!Lang.CPlusPlus17 && !isCopyable(Type))
    return std::nullopt;
  const std::string Spelled =
      Lang.CPlusPlus11 ? "auto" : typeText(Type.getUnqualifiedType(), S.Context);
  const std::string Name = freshName("owner", namesIn(S.body()));
  Draft D(S.Text);
  const bool EndsWithIt =
      nameFor(D, N, *Owner, (isConstantUse(*Owner, *N.Init) ? "const " : "") + Spelled, Name, S);
  // What it does when it ends is done later: of a container, that is to let elements go.
  const bool IsPlain = EndsWithIt || Models.isKind(Type, models::ClassKind::Container) ||
                       Models.isKind(Type, models::ClassKind::Adaptor);
  return D.take("keep-owner",
                N.Loop ? "keep what the loop goes through"
                       : "keep what '" + S.P.Handle + "' refers into",
                EndsWithIt ? "it lives as long as the loop, as in C++23" : "it lives longer",
                IsPlain ? Safety::Safe : Safety::Suggestion);
}

} // namespace holdfast::fix
