//===- CollectFirst.cpp - change the container after the loop -------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   for (auto &task : tasks)             std::vector<int> erased;
//     if (task.second.done())            for (auto &task : tasks)
//       tasks.erase(task.second.after);    if (task.second.done())
//                                   →        erased.push_back(task.second.after);
//                                        for (const auto &element : erased)
//                                          tasks.erase(element);
//
// For changes of other elements than the one at hand, and for insertions. What is to be erased is
// still visited, what was inserted is not: that may be what its author wants, or not.
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"
#include "fix/TypeText.h"
#include "lower/Names.h"

using namespace clang;

namespace holdfast::fix {

/// What the change of S is given, when it is one value that it needs no more of than a copy.
static const Expr *collected(const MethodCall &M, const Site &S) {
  if (!M.Object || M.Call->getNumArgs() != 1 || !isPlace(M.Object))
    return nullptr;
  const Expr *Value = written(M.Call->getArg(0));
  // The same position may be collected twice; a key that is gone is none.
  if (lower::TypeModels(S.Context, S.Models).isIteratorClass(Value->getType()))
    return nullptr;
  const models::Operation *Row = S.Models.findMethod(*S.Class, M.Name, "V");
  bool Fits =
      Row && ((Row->What == models::Change::Erase && Row->Roles == "k") ||
              (Row->What == models::Change::Insert && (Row->Roles == "k" || Row->Roles == "v")));
  return Fits && isCopyable(Value->getType()) && !Value->getType()->isVoidType() ? Value : nullptr;
}

std::optional<Fix> proposeCollectFirst(const Site &S) {
  if (!S.Class || !S.Change || S.P.Facts.InCallee || !S.P.Facts.InLoop || eraseLoopOf(S))
    return std::nullopt;
  MethodCall M = methodCall(S.Change);
  const Expr *Value = collected(M, S);
  // The range-for that iterates it, in a block that takes more statements.
  const CXXForRangeStmt *Loop = nullptr;
  for (size_t I = S.Above.size(); Value && I-- > 1 && !Loop;) {
    const auto *Range = llvm::dyn_cast<CXXForRangeStmt>(S.Above[I]);
    if (llvm::isa<LambdaExpr>(S.Above[I]))
      return std::nullopt;
    if (Range && isSame(M.Object, Range->getRangeInit(), S.Context) &&
        llvm::isa<CompoundStmt>(S.Above[I - 1]))
      Loop = Range;
  }
  const bool IsStatement =
      !S.Above.empty() &&
      llvm::isa<CompoundStmt, IfStmt, ExprWithCleanups, CXXForRangeStmt>(S.Above.back());
  if (!Loop || !IsStatement)
    return std::nullopt;
  const bool Erases = S.P.Facts.What == models::Change::Erase;
  const std::string Type = typeText(Value->getType().getUnqualifiedType(), S.Context);
  llvm::StringSet<> Taken = namesIn(S.body());
  const std::string Kept = freshName(Erases ? "erased" : "added", Taken);
  const std::string Element = freshName("element", Taken);
  const std::string Indentation = S.Text.indentation(Loop->getBeginLoc()).str();
  std::optional<CharSourceRange> Whole = S.Text.statement(*Loop);
  if (!Whole || llvm::StringRef(Type).contains('('))
    return std::nullopt;
  SourceLocation End = Whole->getEnd();
  Draft D(S.Text);
  D.declare(Kept, S.body());
  D.insertAbove(Loop->getBeginLoc(), "std::vector<" + Type + "> " + Kept + ";");
  D.replace(S.Text.rangeOf(*S.Change), Kept + ".push_back(" + S.Text.text(*Value).str() + ")");
  D.insert(S.Text.isRestOfLineIdle(End) ? S.Text.endOfLine(End) : End,
           "\n" + Indentation + "for (const auto &" + Element + " : " + Kept + ")\n" + Indentation +
               S.Text.unit(Loop->getBeginLoc(), Loop->getBody()->getBeginLoc()) +
               S.Text.text(*M.Object).str() + (M.IsArrow ? "->" : ".") + M.Name.str() + "(" +
               Element + ");");
  D.include("vector", Loop->getBeginLoc());
  return D.take("collect-first",
                Erases ? "collect what to erase and erase it after the loop"
                       : "collect what to insert and insert it after the loop",
                Erases ? "what is to be erased is still visited"
                       : "what is inserted is not visited",
                Safety::Suggestion);
}

} // namespace holdfast::fix
