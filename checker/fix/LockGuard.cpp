//===- LockGuard.cpp - hold the lock that others hold ---------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   void stop() {                     void stop() {
//     items.clear();             →      {
//     thread.join();                      std::lock_guard lock(mutex);
//   }                                     items.clear();
//                                       }
//                                       thread.join();
//                                     }
//
//   auto n = all.size();   →   auto n = [&] { std::lock_guard lock(mutex); return all.size(); }();
//   use(n);                    use(n);
//
// No longer than it takes: the thread that is waited for may want the lock. Whether a caller holds
// it already is to be looked at.
//
//===----------------------------------------------------------------------===//
#include "fix/Extent.h"
#include "fix/Fixer.h"
#include "fix/LockObject.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace holdfast::fix {
namespace {

/// Only leaves: nothing that the lock could be in the way of.
bool isMereJump(const Stmt &S) {
  return llvm::isa<ReturnStmt, BreakStmt, ContinueStmt>(S) &&
         !contains(S, [](const Stmt &Node) { return llvm::isa<CallExpr>(Node); });
}

/// A declaration in it may be jumped over: cases of a switch, labels.
bool isJumpedInto(const CompoundStmt &Block, const Site &S) {
  return llvm::any_of(S.Above,
                      [&](const Stmt *Up) {
                        const auto *Switch = llvm::dyn_cast<SwitchStmt>(Up);
                        return Switch && Switch->getBody() == &Block;
                      }) ||
         contains(S.body(), [](const Stmt &Node) { return llvm::isa<LabelStmt>(Node); });
}

const Stmt &behindLabels(const Stmt &S) {
  const auto *Case = llvm::dyn_cast<SwitchCase>(&S);
  return Case && Case->getSubStmt() ? behindLabels(*Case->getSubStmt()) : S;
}

class Guarding {
public:
  Guarding(const Site &S, const LockObject &Lock) : S(S), Lock(Lock), D(S.Text) {}

  std::optional<Fix> run();

private:
  bool isHeldBefore(const Extent &E) const;
  bool mayHold(const Extent &E) const;
  void hold(const Extent &E);
  bool isAskedAlone(const Extent &E) const;
  void ask(const Extent &E);
  std::string guard(const Extent &E, bool IsAlone) const;

  const Site &S;
  const LockObject &Lock;
  Draft D;
  bool UsesBraces = false;
};

/// A guard of that lock is declared in the block of E, or one around it, before E: it may be held.
bool Guarding::isHeldBefore(const Extent &E) const {
  const Stmt *Inner = E.statements().front();
  bool IsAround = false;
  for (const Stmt *Outer : llvm::reverse(S.Above)) {
    IsAround = IsAround || Outer == E.Block;
    const auto *Block = llvm::dyn_cast<CompoundStmt>(Outer);
    if (IsAround && Block)
      for (const Stmt *Each : Block->body()) {
        if (Each == Inner)
          break;
        if (llvm::isa<DeclStmt>(Each) && mentions(*Each, *Lock.Decl))
          return true;
      }
    if (IsAround)
      Inner = Outer;
  }
  return false;
}

bool Guarding::mayHold(const Extent &E) const {
  if (isHeldBefore(E))
    return false;
  // The label of a case in the middle would be in the braces.
  for (const Stmt *Each : E.statements().drop_front())
    if (llvm::isa<SwitchCase>(Each))
      return false;
  if (isAskedAlone(E))
    return !Lock.isInTheWayOf(*E.Number, S);
  return llvm::none_of(E.statements(),
                       [&](const Stmt *Each) { return Lock.isInTheWayOf(*Each, S); });
}

/// What is done with the number may take long, or another lock.
bool Guarding::isAskedAlone(const Extent &E) const {
  return E.Number && S.Context.getLangOpts().CPlusPlus11 &&
         llvm::any_of(E.statements().drop_front(), [](const Stmt *Each) {
           return contains(*Each, [](const Stmt &Node) { return llvm::isa<CallExpr>(Node); });
         });
}

void Guarding::ask(const Extent &E) {
  const std::optional<CharSourceRange> Asked = S.Text.rangeOf(*E.Number);
  if (!Asked)
    return D.spoil();
  UsesBraces = true;
  D.replace(*Asked, "[&] { " + guard(E, false) + " return " + S.Text.text(*Asked).str() + "; }()");
}

/// In braces of its own it only must not hide what is used in them, and what is around.
std::string Guarding::guard(const Extent &E, bool IsAlone) const {
  llvm::StringSet<> Taken = IsAlone ? llvm::StringSet<>() : namesIn(S.body());
  auto Add = [&](const Stmt *Each) {
    const llvm::StringSet<> Names = namesIn(*Each);
    for (llvm::StringRef Name : Names.keys())
      Taken.insert(Name);
  };
  for (const Stmt *Each : E.statements())
    Add(Each);
  for (const Stmt *Up : S.Above)
    if (const auto *Block = llvm::dyn_cast<CompoundStmt>(Up))
      for (const Stmt *Each : Block->body())
        if (llvm::isa<DeclStmt>(Each))
          Add(Each);
  return Lock.guard(freshName("lock", Taken)) + ";";
}

/// Replaces all of E, so that no other fix is made in it.
void Guarding::hold(const Extent &E) {
  const Stmt &First = behindLabels(*E.statements().front());
  std::optional<CharSourceRange> Begin = S.Text.statement(First),
                                 End = S.Text.statement(*E.statements().back());
  if (!Begin || !End)
    return D.spoil();
  // With the comments above and behind it.
  SourceLocation Last = End->getEnd();
  if (S.Text.isRestOfLineIdle(Last))
    Last = S.Text.endOfLine(Last);
  const auto Whole = CharSourceRange::getCharRange(S.Text.aboveComments(Begin->getBegin()), Last);
  const std::string Outer = S.Text.indentation(Whole.getBegin()).str();
  if (llvm::all_of(E.rest(), [](const Stmt *Each) { return isMereJump(*Each); }) &&
      !isJumpedInto(*E.Block, S)) {
    std::string Separator = S.Text.startsLine(Whole.getBegin()) ? "\n" + Outer : " ";
    return D.replace(Whole, guard(E, false) + Separator + S.Text.lines(Whole, ""));
  }
  UsesBraces = true;
  const std::string Unit =
      S.Text.unit(E.Block->getLBracLoc(), E.Block->body_front()->getBeginLoc());
  D.replace(Whole, "{\n" + Outer + Unit + guard(E, true) + "\n" + Outer + Unit +
                       S.Text.lines(Whole, Unit) + "\n" + Outer + "}");
}

std::optional<Fix> Guarding::run() {
  std::vector<Extent> All = extentsOf(S);
  if (All.empty() || !mayHold(All.front()))
    return std::nullopt;
  for (const Extent &E : All) {
    if (!mayHold(E))
      continue;
    if (isAskedAlone(E))
      ask(E);
    else
      hold(E);
  }
  Lock.prepare(S, D);
  return D.take("lock-guard",
                "hold '" + Lock.Name + (UsesBraces ? "' meanwhile" : "' from here on"),
                "look whether a caller holds it already", Safety::Suggestion);
}

} // namespace

std::optional<Fix> proposeLockGuard(const Site &S) {
  if (S.P.Facts.Lock.empty())
    return std::nullopt;
  std::optional<LockObject> Lock = lockObjectOf(S);
  return Lock ? Guarding(S, *Lock).run() : std::nullopt;
}

} // namespace holdfast::fix
