//===- Sight.cpp - whether a unit refers only to what it sees -------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/prefix/Sight.h"
#include "tool/Paths.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace holdfast::tool {
namespace {

class Sight : public RecursiveASTVisitor<Sight> {
public:
  Sight(ASTContext &Context, Ledger &Book) : SM(Context.getSourceManager()), Book(Book) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }

  bool TraverseDecl(Decl *D) {
    if (!D || isOfSystem(*D))
      return true;
    bool IsInstance = isInstance(*D);
    Instances += IsInstance;
    bool GoesOn = RecursiveASTVisitor::TraverseDecl(D);
    Instances -= IsInstance;
    return GoesOn;
  }

  bool VisitDeclRefExpr(DeclRefExpr *E) {
    return sees(E->getFoundDecl(), E->getLocation()) && sees(E->getDecl(), E->getLocation());
  }
  bool VisitMemberExpr(MemberExpr *E) { return sees(E->getMemberDecl(), E->getMemberLoc()); }
  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    return sees(E->getConstructor(), E->getLocation());
  }
  bool VisitCXXNewExpr(CXXNewExpr *E) { return sees(E->getOperatorNew(), E->getBeginLoc()); }
  bool VisitCXXDeleteExpr(CXXDeleteExpr *E) {
    return sees(E->getOperatorDelete(), E->getBeginLoc());
  }
  bool VisitCastExpr(CastExpr *E) {
    if (E->getCastKind() != CK_DerivedToBase && E->getCastKind() != CK_UncheckedDerivedToBase)
      return true;
    QualType From = E->getSubExpr()->getType();
    return seesWhole(From->isPointerType() ? From->getPointeeType() : From, E->getExprLoc());
  }
  bool VisitUsingDirectiveDecl(UsingDirectiveDecl *D) {
    return sees(D->getNominatedNamespace(), D->getLocation());
  }
  bool VisitUsingDecl(UsingDecl *D) {
    return llvm::any_of(D->shadows(),
                        [&](const UsingShadowDecl *S) {
                          return isSeen(S->getTargetDecl(), D->getLocation());
                        }) ||
           D->shadow_size() == 0 || fails(*D, D->getLocation());
  }
  bool VisitTypeLoc(TypeLoc Loc);

private:
  bool isOfSystem(const Decl &D) const {
    return D.getLocation().isValid() && !isa<TranslationUnitDecl>(D) &&
           SM.isInSystemHeader(SM.getExpansionLoc(D.getLocation()));
  }
  static bool isInstance(const Decl &D) {
    if (const auto *F = dyn_cast<FunctionDecl>(&D))
      return F->isTemplateInstantiation();
    if (const auto *C = dyn_cast<ClassTemplateSpecializationDecl>(&D))
      return !C->isExplicitSpecialization();
    return false;
  }

  /// Some declaration of what D declares is visible at Where.
  bool isSeen(const Decl *D, SourceLocation Where) const {
    if (Where.isValid() && Book.isInPrefix(SM.getExpansionLoc(Where)))
      return true; // A default argument, which stands there.
    if (Instances)
      Where = SourceLocation();
    return llvm::any_of(D->redecls(), [&](const Decl *One) {
      SourceLocation Loc = SM.getExpansionLoc(One->getLocation());
      return Loc.isInvalid() || !Book.isInPrefix(Loc) || Book.isVisible(Loc, Where);
    });
  }
  bool fails(const Decl &D, SourceLocation Where) {
    const auto *Named = dyn_cast<NamedDecl>(&D);
    PresumedLoc Place = SM.getPresumedLoc(SM.getExpansionLoc(Where));
    Book.doubt("'" + (Named ? Named->getQualifiedNameAsString() : std::string("?")) +
               "' is of a file that is not included" +
               (Place.isInvalid() ? ""
                                  : " before " + shownPath(absolutePath(Place.getFilename())) +
                                        ":" + std::to_string(Place.getLine())));
    return false;
  }
  bool sees(const Decl *D, SourceLocation Where) {
    return !D || isSeen(D, Where) || isFoundAnyway(*D, Where) || fails(*D, Where);
  }
  /// D is a `using std::malloc;` beside the declaration that it names.
  bool isFoundAnyway(const Decl &D, SourceLocation Where) const {
    const auto *Shadow = dyn_cast<UsingShadowDecl>(&D);
    const NamedDecl *Target = Shadow ? Shadow->getTargetDecl() : nullptr;
    return Target && isSeen(Target, Where) &&
           Target->getDeclContext()->getRedeclContext()->Equals(
               Shadow->getDeclContext()->getRedeclContext());
  }
  /// A class is as complete as it would be alone.
  bool seesWhole(QualType T, SourceLocation Where) {
    const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
    const CXXRecordDecl *Whole = Class ? Class->getDefinition() : nullptr;
    if (!Whole)
      return true;
    SourceLocation Loc = SM.getExpansionLoc(Whole->getLocation());
    return Loc.isInvalid() || !Book.isInPrefix(Loc) ||
           Book.isVisible(Loc, Instances ? SourceLocation() : Where) || fails(*Whole, Where);
  }

  const SourceManager &SM;
  Ledger &Book;
  unsigned Instances = 0; ///< How many instantiations we are in.
};

bool Sight::VisitTypeLoc(TypeLoc Loc) {
  const Type *T = Loc.getTypePtr();
  SourceLocation Where = Loc.getBeginLoc();
  if (const auto *Named = dyn_cast<TypedefType>(T))
    return sees(Named->getDecl(), Where);
  if (const auto *Named = dyn_cast<UsingType>(T))
    return sees(Named->getDecl(), Where);
  if (const auto *Named = dyn_cast<TemplateSpecializationType>(T))
    return sees(Named->getTemplateName().getAsTemplateDecl(), Where) &&
           seesWhole(QualType(T, 0), SourceLocation());
  if (const auto *Named = dyn_cast<TagType>(T))
    return sees(Named->getDecl(), Where) && seesWhole(QualType(T, 0), SourceLocation());
  return true;
}

} // namespace

/// Language linkage is nothing that D has ([dcl.link]): it is no function or variable, or one that
/// only this unit knows.
static bool hasNoLinkage(const Decl &D) {
  if (isa<FunctionDecl, VarDecl>(D))
    return cast<NamedDecl>(D).getFormalLinkage() == Linkage::Internal;
  return !isa<TemplateDecl, NamespaceDecl>(D);
}

/// What the unit has included between `extern "C" {` and `}` declares nothing that is not so
/// anyway.
static void checkLinkage(ASTContext &Context, Ledger &Book) {
  if (!Book.hasLinkage())
    return;
  for (const Decl *D : Context.getTranslationUnitDecl()->decls()) {
    SourceLocation Loc = Context.getSourceManager().getExpansionLoc(D->getLocation());
    if (Loc.isInvalid() || isa<LinkageSpecDecl>(D))
      continue;
    if (!Book.isInPrefix(Loc))
      return;
    if (!hasNoLinkage(*D) && Book.isInLinkage(Loc))
      return Book.doubt("a header is included in extern \"C\" { } that says nothing of it");
  }
}

void checkSight(ASTContext &Context, Ledger &Book) {
  checkLinkage(Context, Book);
  Sight(Context, Book).TraverseDecl(Context.getTranslationUnitDecl());
}

} // namespace holdfast::tool
