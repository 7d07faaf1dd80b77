//===- IterateCopy.cpp - iterate over a copy ------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   for (auto &o : observers_)        for (auto &o : std::vector(observers_))
//     o->changed();              →      o->changed();   // may call remove(o)
//
// Who removes itself, or somebody else, meanwhile is still called in this round.
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"

using namespace clang;

namespace holdfast::fix {

/// The loop reads its elements, or they only point at what it changes.
static bool onlyReads(const CXXForRangeStmt &Loop) {
  const VarDecl *Var = Loop.getLoopVariable();
  QualType Type = Var->getType();
  if (!Type->isReferenceType() || Type.getNonReferenceType().isConstQualified())
    return true;
  bool Result = true;
  forEachNode(*Loop.getBody(), [&](const Stmt &Node, const Path &Above) {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(&Node);
    if (Ref && mentions(*Ref, *Var))
      Result = Result && isReadOnly(Ref, Above);
    return true;
  });
  return Result;
}

namespace {

struct LoopAt {
  const CXXForRangeStmt *Loop = nullptr; ///< Null: there is none.
  bool IsInBlock = false;
};

} // namespace

/// The loop of the finding. The change need not be in it, but in a lambda that it calls.
static LoopAt loopOf(const Site &S) {
  const CXXForRangeStmt *Around = rangeForOver(S);
  LoopAt Result;
  bool IsSure = false;
  forEachNode(S.body(), [&](const Stmt &Node, const Path &Above) {
    const auto *Loop = llvm::dyn_cast<CXXForRangeStmt>(&Node);
    const bool IsMeant = Loop && Loop->getForLoc() == S.P.Facts.Made.getBegin();
    if (IsMeant || (Loop && Loop == Around && !IsSure))
      Result = {Loop, !Above.empty() && llvm::isa<CompoundStmt>(Above.back())};
    IsSure |= IsMeant;
    return true;
  });
  return Result;
}

std::optional<Fix> proposeIterateCopy(const Site &S) {
  if (!S.Class || S.Class->Kind != models::ClassKind::Container || !S.P.Facts.InLoop ||
      S.P.Facts.Cause != solve::CauseKind::Mutation || eraseLoopOf(S))
    return std::nullopt;
  const auto [Loop, IsInBlock] = loopOf(S);
  const Expr *Range = Loop ? Loop->getRangeInit() : nullptr;
  if (!Range || !Range->isLValue() || !isCopyable(Range->getType()) || !onlyReads(*Loop))
    return std::nullopt;
  Draft D(S.Text);
  std::optional<CharSourceRange> Where = S.Text.rangeOf(*written(Range));
  const std::string Name = S.Text.text(*written(Range)).str();
  if (S.Context.getLangOpts().CPlusPlus17) {
    D.replace(Where, S.Class->Name + "(" + Name + ")");
  } else {
    if (!IsInBlock)
      return std::nullopt;
    const std::string Copy = freshName("copy", namesIn(S.body()));
    D.declare(Copy, S.body());
    D.insertAbove(Loop->getBeginLoc(), "auto " + Copy + " = " + Name + ";");
    D.replace(Where, Copy);
  }
  return D.take("iterate-copy", "iterate a copy of '" + Name + "'",
                "what is removed meanwhile is still visited, and what is added is not",
                Safety::Suggestion);
}

} // namespace holdfast::fix
