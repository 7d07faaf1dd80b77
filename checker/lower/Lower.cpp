//===- Lower.cpp - every function body of a translation unit --------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/Lower.h"
#include "lower/FunctionLowering.h"
#include "lower/NamedContainers.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace holdfast::lower {

namespace {

class Visitor : public RecursiveASTVisitor<Visitor> {
public:
  Visitor(TranslationUnit &TU, const LowerOptions &Options) : TU(TU), Options(Options) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return false; }

  /// Declarations in system headers are not even walked: that would cost more than parsing them.
  bool TraverseDecl(Decl *D) {
    if (D && !isa<TranslationUnitDecl>(D) && !isWanted(*D))
      return true;
    return RecursiveASTVisitor::TraverseDecl(D);
  }

  bool VisitFunctionDecl(FunctionDecl *FD) {
    lower(FD);
    return true;
  }

  bool VisitCXXRecordDecl(CXXRecordDecl *Class) {
    if (!Class->isThisDeclarationADefinition() || Class->isDependentContext() ||
        Class->isLambda() || Class->isInvalidDecl())
      return true;
    ir::Record R{TU.M.intern(usrOf(*Class)), TU.M.intern(modelName(*Class)), {}};
    for (const CXXBaseSpecifier &Base : Class->bases())
      if (const CXXRecordDecl *B = Base.getType()->getAsCXXRecordDecl())
        R.Bases.push_back(TU.M.intern(usrOf(*B)));
    TU.M.Records.push_back(std::move(R));
    if (std::optional<ir::Function> F = TU.Ends.synthesize(*Class))
      TU.M.Functions.push_back(std::move(*F));
    if (keepsCallableByDefault(*Class))
      for (CXXConstructorDecl *Ctor : Class->ctors())
        if (Ctor->isImplicit() && Ctor->isDefaultConstructor())
          lower(Ctor);
    return true;
  }

  bool VisitFieldDecl(FieldDecl *Field) {
    Named.add(*Field);
    return true;
  }

  bool VisitVarDecl(VarDecl *Variable) {
    if (Variable->hasGlobalStorage())
      Named.add(*Variable);
    return true;
  }

  const NamedContainers &named() const { return Named; }

  bool VisitLambdaExpr(LambdaExpr *Lambda) {
    if (FunctionTemplateDecl *Generic = Lambda->getDependentCallOperator())
      for (FunctionDecl *Instance : Generic->specializations())
        lower(Instance);
    else
      lower(Lambda->getCallOperator());
    return true;
  }

private:
  /// Class has a `std::function<void()> f = [this] {…};`.
  bool keepsCallableByDefault(const CXXRecordDecl &Class) const {
    return llvm::any_of(Class.fields(), [&](const FieldDecl *Field) {
      return Field->hasInClassInitializer() && TU.Types.isCallable(Field->getType());
    });
  }

  bool isWanted(const Decl &D) const {
    SourceLocation Loc = D.getLocation();
    const SourceManager &SM = TU.Context.getSourceManager();
    if (Loc.isInvalid())
      return true;
    if (Options.MainFileOnly && !SM.isInMainFile(SM.getExpansionLoc(Loc)))
      return false;
    return Options.SystemHeaders || !SM.isInSystemHeader(SM.getExpansionLoc(Loc));
  }

  void lower(FunctionDecl *FD) {
    if (!FD || !FD->doesThisDeclarationHaveABody() || FD->isDependentContext() ||
        FD->isInvalidDecl() || !isWanted(*FD) || !Done.insert(FD).second)
      return;
    if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(FD))
      if (isDefaulted(*Destructor))
        return; // Lowered with its class, whether it is used here or not.
    if (std::optional<ir::Function> F = FunctionLowering(TU, *FD).run())
      TU.M.Functions.push_back(std::move(*F));
  }

  TranslationUnit &TU;
  const LowerOptions &Options;
  NamedContainers Named;
  llvm::DenseSet<const FunctionDecl *> Done;
};

} // namespace

ir::Module lowerTranslationUnit(ASTContext &Context, const models::Library &Lib,
                                const LowerOptions &Options) {
  ir::Module M;
  TranslationUnit TU(Context, Lib, M);
  TU.Scalars = Options.Scalars;
  Visitor Walk(TU, Options);
  Walk.TraverseDecl(Context.getTranslationUnitDecl());
  M.Declarations = Walk.named().namedIn(M, TU.Locs, TU.Types);
  return M;
}

} // namespace holdfast::lower
