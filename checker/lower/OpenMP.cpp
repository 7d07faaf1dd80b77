//===- OpenMP.cpp - the directives of a function body ---------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/OpenMP.h"
#include "lower/FunctionLowering.h"

using namespace clang;

namespace holdfast::lower {

Directives::Directives(const Stmt &Body, const Directive *Region) : Region(Region) {
  if (Region && sharesSections(*Region))
    walkSections(Body, *Region);
  else
    walk(Body, {});
}

void Directives::walkSections(const Stmt &Body, const Directive &D) {
  if (&D != Region)
    Innermost[&Body] = {&D};
  for (const Stmt *Part : Body.children())
    walk(*Part, {&D, !isa<OMPSectionDirective>(Part)});
}

void Directives::walk(const Stmt &S, OpenMPStep In) {
  if (In.D)
    Innermost[&S] = In;
  const auto *D = dyn_cast<Directive>(&S);
  if (!D) {
    for (const Stmt *Child : S.children())
      if (Child)
        walk(*Child, In);
    return;
  }
  Parents[D] = In;
  if (D->isStandaloneDirective())
    return;
  const Stmt *Body = D->getRawStmt();
  if (sharesSections(*D) && isa<CompoundStmt>(Body))
    walkSections(*Body, *D);
  else
    walk(*Body, {D});
}

OpenMPSteps Directives::around(const Stmt *S) const {
  OpenMPSteps Result;
  for (OpenMPStep Step = Innermost.lookup(S); Step.D; Step = Parents.lookup(Step.D)) {
    if (Step.IsFirstSection)
      Result.push_back(Step);
    if (Step.D != Region)
      Result.push_back({Step.D});
  }
  std::reverse(Result.begin(), Result.end());
  return Result;
}

void forEachPart(const Stmt &S, llvm::function_ref<void(const Stmt &)> Visit) {
  auto VisitAll = [&](auto Parts) {
    for (const Stmt *Part : Parts)
      if (Part)
        Visit(*Part);
  };
  const auto *D = dyn_cast<Directive>(&S);
  if (!D)
    return VisitAll(S.children());
  for (const OMPClause *C : D->clauses())
    VisitAll(C->children());
  if (!D->isStandaloneDirective())
    Visit(*D->getRawStmt());
}

bool anyPart(const Stmt &S, llvm::function_ref<bool(const Stmt &)> Is) {
  bool Result = Is(S);
  if (!Result)
    forEachPart(S, [&](const Stmt &Part) { Result = Result || anyPart(Part, Is); });
  return Result;
}

bool startsTeam(const Directive &D) {
  const OpenMPDirectiveKind K = D.getDirectiveKind();
  return isOpenMPParallelDirective(K) || isOpenMPTeamsDirective(K) || isOpenMPTaskLoopDirective(K);
}

bool startsTask(const Directive &D) {
  if (!isa<OMPTaskDirective>(D))
    return false;
  return llvm::none_of(D.getClausesOfKind<OMPIfClause>(), [](const OMPIfClause *C) {
    const auto *Value = dyn_cast<IntegerLiteral>(C->getCondition()->IgnoreParenImpCasts());
    return Value && Value->getValue() == 0;
  });
}

bool isOutlined(const Directive &D) { return startsTeam(D) || startsTask(D); }

bool sharesIterations(const Directive &D) {
  const OpenMPDirectiveKind K = D.getDirectiveKind();
  return isOpenMPLoopDirective(K) &&
         (isOpenMPWorksharingDirective(K) || isOpenMPDistributeDirective(K) ||
          isOpenMPTaskLoopDirective(K) || isOpenMPGenericLoopDirective(K));
}

bool sharesSections(const Directive &D) {
  return isa<OMPSectionsDirective, OMPParallelSectionsDirective>(D);
}

bool endsInBarrier(const Directive &D) {
  return !isOutlined(D) && isOpenMPWorksharingDirective(D.getDirectiveKind()) &&
         !isa<OMPSectionDirective>(D) && !D.hasClausesOfKind<OMPNowaitClause>();
}

/// The variable that E names: also of `a[0:n]` in a clause.
static const VarDecl *named(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Section = dyn_cast<ArraySubscriptExpr>(E))
    return named(Section->getBase());
  for (const Stmt *Child : E->children()) // OMPArraySectionExpr is called otherwise in LLVM 19.
    if (const auto *Part = dyn_cast_or_null<Expr>(Child); Part && !isa<DeclRefExpr>(E))
      return named(Part);
  const auto *Name = dyn_cast<DeclRefExpr>(E);
  const auto *V = Name ? dyn_cast<VarDecl>(Name->getDecl()) : nullptr;
  return V ? V->getCanonicalDecl() : nullptr;
}

template <class Clause, class Visitor> static void forEach(const Directive &D, Visitor Visit) {
  for (const Clause *C : D.getClausesOfKind<Clause>())
    for (const Stmt *E : C->children())
      if (const VarDecl *V = E ? named(cast<Expr>(E)) : nullptr)
        Visit(V);
}

/// The counters of the first Left loops, one in the other.
static llvm::SmallVector<const VarDecl *, 2> counters(const Directive &D, unsigned Left) {
  llvm::SmallVector<const VarDecl *, 2> Result;
  if (D.isStandaloneDirective())
    return Result;
  for (const Stmt *Now = D.getRawStmt(); Left && Now; --Left) {
    const auto *Loop = dyn_cast<ForStmt>(Now->IgnoreContainers());
    if (!Loop || !Loop->getInit())
      return Result;
    const VarDecl *Counter = nullptr;
    if (const auto *DS = dyn_cast<DeclStmt>(Loop->getInit()); DS && DS->isSingleDecl())
      Counter = dyn_cast<VarDecl>(DS->getSingleDecl());
    else if (const auto *Set = dyn_cast<BinaryOperator>(Loop->getInit()))
      Counter = named(Set->getLHS());
    if (!Counter)
      return Result;
    Result.push_back(Counter);
    Now = Left > 1
              ? OMPLoopBasedDirective::tryToFindNextInnerLoop(Loop->getBody(), /*Imperfect=*/true)
              : nullptr;
  }
  return Result;
}

llvm::SmallVector<const VarDecl *, 2> sharedCountersOf(const Directive &D) {
  const auto *Loops = dyn_cast<OMPLoopBasedDirective>(&D);
  return counters(D, Loops ? Loops->getLoopsNumber() : 0);
}

/// `ordered(n)` is about n loops, and shares the iterations of the outermost.
llvm::SmallVector<const VarDecl *, 2> countersOf(const Directive &D) {
  const auto *Loops = dyn_cast<OMPLoopBasedDirective>(&D);
  uint64_t Number = Loops ? Loops->getLoopsNumber() : 0;
  for (const auto *C : D.getClausesOfKind<OMPOrderedClause>())
    if (const auto *Of = dyn_cast_or_null<ConstantExpr>(C->getNumForLoops());
        Of && Of->getResultAsAPSInt() > Number)
      Number = Of->getResultAsAPSInt().getZExtValue();
  return counters(D, static_cast<unsigned>(Number));
}

Sharing sharingOf(const Directive &D, const VarDecl &Given) {
  const VarDecl *V = Given.getCanonicalDecl();
  Sharing Result = Sharing::Shared;
  auto Tell = [&](Sharing How) {
    return [&, How](const VarDecl *Named) {
      if (Named == V)
        Result = How;
    };
  };
  if (llvm::is_contained(countersOf(D), V))
    Result = Sharing::Private;
  forEach<OMPPrivateClause>(D, Tell(Sharing::Private));
  forEach<OMPFirstprivateClause>(D, Tell(Sharing::FirstPrivate));
  forEach<OMPLinearClause>(D, Tell(Sharing::Linear));
  forEach<OMPLastprivateClause>(D, Tell(Sharing::LastPrivate));
  forEach<OMPReductionClause>(D, Tell(Sharing::Reduction));
  forEach<OMPInReductionClause>(D, Tell(Sharing::Reduction));
  return Result;
}

llvm::SmallVector<const VarDecl *, 4> privatesOf(const Directive &D) {
  llvm::SmallVector<const VarDecl *, 4> Result;
  auto Add = [&](const VarDecl *V) {
    if (!llvm::is_contained(Result, V))
      Result.push_back(V);
  };
  forEach<OMPPrivateClause>(D, Add);
  forEach<OMPFirstprivateClause>(D, Add);
  forEach<OMPLinearClause>(D, Add);
  forEach<OMPLastprivateClause>(D, Add);
  forEach<OMPReductionClause>(D, Add);
  forEach<OMPInReductionClause>(D, Add);
  return Result;
}

} // namespace holdfast::lower
