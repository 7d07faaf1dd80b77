//===- Site.cpp - the code around a finding -------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "fix/Site.h"
#include "lower/Names.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace holdfast::fix {
namespace {

/// Finds the functions whose bodies hold a place.
class FunctionFinder : public RecursiveASTVisitor<FunctionFinder> {
public:
  FunctionFinder(const SourceManager &Sources, SourceLocation At) : Sources(Sources), At(At) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool TraverseStmt(Stmt *S, DataRecursionQueue * = nullptr) {
    // Only classes in functions are of interest, and only where the place is.
    return !S || !holds(S->getSourceRange()) ||
           RecursiveASTVisitor<FunctionFinder>::TraverseStmt(S);
  }

  bool VisitFunctionDecl(FunctionDecl *F) {
    if (F->doesThisDeclarationHaveABody() && !F->isDependentContext() &&
        holds(F->getBody()->getSourceRange()))
      Found.push_back(F);
    return true;
  }

  std::vector<const FunctionDecl *> Found;

private:
  bool holds(SourceRange R) const {
    SourceLocation Begin = Sources.getFileLoc(R.getBegin()), End = Sources.getFileLoc(R.getEnd());
    return Sources.isWrittenInSameFile(Begin, At) && !(At < Begin) && !(End < At);
  }

  const SourceManager &Sources;
  SourceLocation At;
};

} // namespace

Path pathTo(const Stmt &Body, CharSourceRange Where, const SourceText &Text) {
  Path Result;
  forEachNode(Body, [&](const Stmt &S, const Path &Above) {
    if (!Result.empty())
      return false;
    const auto *E = llvm::dyn_cast<Expr>(&S);
    if (E && written(E) == E && S.getBeginLoc() == Where.getBegin() &&
        Text.endOfToken(S.getEndLoc()) == Where.getEnd()) {
      Result = Above;
      Result.push_back(&S);
    }
    return true;
  });
  return Result;
}

const CXXForRangeStmt *rangeForOver(const Site &S) {
  lower::TypeModels Models(S.Context, S.Models);
  for (const Stmt *Outer : llvm::reverse(S.Above)) {
    const auto *Range = llvm::dyn_cast<CXXForRangeStmt>(Outer);
    if (Range && Models.modelOf(Range->getRangeInit()->getType()) == S.Class)
      return Range;
  }
  return nullptr;
}

Placed statementOf(const Site &S) {
  const Stmt *Inner = S.Change;
  for (const Stmt *Outer : llvm::reverse(S.Above)) {
    if (const auto *Block = llvm::dyn_cast<CompoundStmt>(Outer); Block && Inner)
      return {Inner, Block};
    if (llvm::isa<LambdaExpr>(Outer))
      return {};
    Inner = Outer;
  }
  return {};
}

Declared handleOf(const Site &S) {
  Declared Result;
  auto IsBehind = [&](const VarDecl &Var) {
    return S.Change && S.Context.getSourceManager().isBeforeInTranslationUnit(S.Change->getEndLoc(),
                                                                              Var.getLocation());
  };
  forEachNode(S.body(), [&](const Stmt &Node, const Path &Above) {
    const auto *By = llvm::dyn_cast<DeclStmt>(&Node);
    if (!By || !By->isSingleDecl() || S.P.Handle.empty())
      return true;
    const auto *Var = llvm::dyn_cast<VarDecl>(By->getSingleDecl());
    if (Var && Var->getInit() && Var->getIdentifier() && Var->getName() == S.P.Handle &&
        !IsBehind(*Var))
      Result = {Var, By, Above};
    return true;
  });
  return Result;
}

/// The nodes that hold At, where no expression stands exactly there: the head of a range-for.
static Path pathAround(const Stmt &Body, SourceLocation At, const SourceManager &Sources) {
  Path Result;
  forEachNode(Body, [&](const Stmt &S, const Path &Above) {
    if (At < Sources.getFileLoc(S.getBeginLoc()) || Sources.getFileLoc(S.getEndLoc()) < At)
      return false;
    Result = Above;
    Result.push_back(&S);
    return true;
  });
  return Result;
}

std::vector<Site> sitesOf(ASTContext &Context, const Problem &P, const models::Library &Models) {
  std::vector<Site> Result;
  SourceText Text(Context);
  if (!Text.isEditable(P.Facts.Change.getBegin()))
    return Result;
  FunctionFinder Finder(Context.getSourceManager(), P.Facts.Change.getBegin());
  for (Decl *D : Context.getTranslationUnitDecl()->decls())
    if (!Context.getSourceManager().isInSystemHeader(D->getLocation()))
      Finder.TraverseDecl(D);
  for (const FunctionDecl *F : Finder.Found) {
    Site S{Context, Models, P, Models.findClass(P.ContainerType), F, {}, nullptr, Text};
    S.Above = pathTo(*F->getBody(), P.Facts.Change, Text);
    if (!S.Above.empty())
      S.Change = llvm::cast<Expr>(S.Above.pop_back_val());
    else
      S.Above = pathAround(*F->getBody(), P.Facts.Change.getBegin(), Context.getSourceManager());
    Result.push_back(std::move(S));
  }
  return Result;
}

} // namespace holdfast::fix
