//===- CopyBefore.cpp - what is erased is read before ---------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   jobs.erase(it);                 const auto value = it->second.name;
//   log(it->second.name);      →    jobs.erase(it);
//                                   log(value);
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"

using namespace clang;

namespace holdfast::fix {
namespace {

/// What is read of the element at Handle, which is named at the end of Above: `*it`,
/// `it->second.name`. Null: something else is done with it.
const Expr *readingAt(const Path &Above, const VarDecl &Handle) {
  const Expr *Whole = nullptr;
  size_t At = 0;
  for (size_t I = Above.size(); I-- > 0;) {
    const auto *E = llvm::dyn_cast<Expr>(Above[I]);
    if (!E || llvm::isa<LambdaExpr>(E))
      break;
    if (written(E) != E || is(E, &Handle))
      continue;
    const auto *Operator = llvm::dyn_cast<CXXOperatorCallExpr>(E);
    if (!Whole && Operator && Operator->getOperator() == OO_Arrow)
      continue;
    const auto *Member = llvm::dyn_cast<MemberExpr>(E);
    const bool IsField = Member && llvm::isa<FieldDecl>(Member->getMemberDecl());
    if (!IsField && !is(dereferenced(E), &Handle))
      break;
    Whole = E;
    At = I;
  }
  // What is no glvalue stands for an element that is elsewhere.
  const bool CanBeCopied = Whole && Whole->isGLValue() && isCopyable(Whole->getType()) &&
                           isReadOnly(Whole, Path(Above.begin(), Above.begin() + At));
  return CanBeCopied ? Whole : nullptr;
}

/// All that is read behind the change, in Block; empty: it is not the same everywhere, or not all.
std::vector<const Expr *> readingsBehind(const Site &S, const CompoundStmt &Block,
                                         const VarDecl &Handle) {
  std::vector<const Expr *> Result;
  bool AreAlike = true;
  forEachNode(S.body(), [&](const Stmt &Node, const Path &Above) {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(&Node);
    if (!Ref || Ref->getDecl() != &Handle ||
        !S.Context.getSourceManager().isBeforeInTranslationUnit(S.Change->getEndLoc(),
                                                                Ref->getBeginLoc()))
      return true;
    const Expr *Read = llvm::is_contained(Above, &Block) ? readingAt(Above, Handle) : nullptr;
    AreAlike = AreAlike && Read && (Result.empty() || isSame(Result.front(), Read, S.Context));
    Result.push_back(Read);
    return true;
  });
  return AreAlike ? Result : std::vector<const Expr *>();
}

/// `c.erase(it);`, a statement by itself: so there is an element at the iterator.
bool erasesAt(const Expr &Change, const Placed &At, const VarDecl &Handle, const Site &S) {
  MethodCall M = methodCall(&Change);
  const auto *Statement = llvm::dyn_cast_or_null<Expr>(At.Statement);
  if (!Statement || written(Statement) != &Change || !M.Object || M.Call->getNumArgs() != 1 ||
      !is(M.Call->getArg(0), &Handle))
    return false;
  const models::Operation *Row = S.Models.findMethod(*S.Class, M.Name, "I");
  return Row && Row->What == models::Change::Erase && Row->Roles == "p";
}

/// It is not made once, and erased in a round or a call of its own.
bool isMadeBeside(const Declared &Handle, const Site &S) {
  const auto *Block = Handle.Above.empty() ? nullptr : Handle.Above.back();
  auto It = llvm::find(S.Above, Block);
  return It != S.Above.end() && std::none_of(It, S.Above.end(), [](const Stmt *Up) {
           return llvm::isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, LambdaExpr>(Up);
         });
}

} // namespace

std::optional<Fix> proposeCopyBefore(const Site &S) {
  const auto &F = S.P.Facts;
  if (!S.Class || !S.Change || F.InLoop || F.Cause != solve::CauseKind::Mutation ||
      F.Handle != solve::HandleKind::Iterator || !S.Context.getLangOpts().CPlusPlus11)
    return std::nullopt;
  const Declared Handle = handleOf(S);
  const Placed Change = statementOf(S);
  if (!Handle.Var || !isMadeBeside(Handle, S) || !erasesAt(*S.Change, Change, *Handle.Var, S))
    return std::nullopt;
  if (llvm::any_of(Change.Block->body(), [](const Stmt *In) { return llvm::isa<SwitchCase>(In); }))
    return std::nullopt; // A jump to a label may not pass the declaration.
  const std::vector<const Expr *> Readings = readingsBehind(S, *Change.Block, *Handle.Var);
  if (Readings.empty())
    return std::nullopt;
  const std::string Name = freshName("value", namesIn(S.body()));
  Draft D(S.Text);
  D.declare(Name, S.body());
  D.insertAbove(Change.Statement->getBeginLoc(),
                "const auto " + Name + " = " + S.Text.text(*Readings.front()).str() + ";");
  for (const Expr *Each : Readings)
    D.replace(S.Text.rangeOf(*Each), Name);
  return D.take("copy-before", "copy what is read of '" + S.P.Handle + "' before it is erased",
                "it is what was read", Safety::Safe);
}

} // namespace holdfast::fix
