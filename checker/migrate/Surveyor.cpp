//===- Surveyor.cpp - a unit's entities and how they are used -------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "migrate/Surveyor.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace holdfast::migrate {
namespace {

/// The return statements of a function, without those of functions within.
class Returns : public RecursiveASTVisitor<Returns> {
public:
  std::vector<const Expr *> Values;
  bool VisitReturnStmt(ReturnStmt *S) {
    if (S->getRetValue())
      Values.push_back(S->getRetValue());
    return true;
  }
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool TraverseDecl(Decl *) { return true; } // Also of local classes; null in `catch (...)`.
};

llvm::StringRef nounOf(const VarDecl &D) {
  return isa<ParmVarDecl>(D)      ? "parameter"
         : D.isStaticDataMember() ? "member"
         : D.isLocalVarDecl()     ? "variable"
                                  : "global";
}

TypeLoc locOf(const DeclaratorDecl &D) {
  return D.getTypeSourceInfo() ? D.getTypeSourceInfo()->getTypeLoc() : TypeLoc();
}

} // namespace

//===----------------------------------------------------------------------===//
// Declarations
//===----------------------------------------------------------------------===//

bool Surveyor::VisitTypedefNameDecl(TypedefNameDecl *D) {
  if (D->getTypeSourceInfo())
    Found.declare(*D, From.idOf(*D), D->getUnderlyingType(), D->getTypeSourceInfo()->getTypeLoc(),
                  "alias");
  return true;
}

bool Surveyor::VisitFieldDecl(FieldDecl *D) {
  std::string Id = From.idOf(*D);
  Found.declare(*D, Id, D->getType(), locOf(*D), "member");
  if (const Expr *Init = D->getInClassInitializer())
    Found.flow(Id, Init);
  return true;
}

bool Surveyor::VisitVarDecl(VarDecl *D) {
  if (D->isImplicit())
    return true;
  std::string Id = From.idOf(*D);
  const auto *P = dyn_cast<ParmVarDecl>(D);
  // A parameter that can be anything has the type of what it is given, which is not written here.
  TypeLoc T = P && From.isDeduced(*P) ? TypeLoc() : locOf(*D);
  Found.declare(*D, Id, D->getType(), T, nounOf(*D));
  if (const Expr *Init = D->hasInit() ? D->getInit() : nullptr) {
    Found.flow(Id, Init);
    rememberVariable(*D, *Init);
  }
  return true;
}

void Surveyor::rememberVariable(const VarDecl &D, const Expr &Init) {
  Origin O = From.of(&Init);
  switch (O.What) {
  case Facet::Iterator:
  case Facet::Range:
  case Facet::Node:
  case Facet::IteratorBool:
    break;
  case Facet::Element:
    // A reference to an entry is as good as the iterator.
    if (!O.Variable || !D.getType()->isReferenceType())
      return;
    O.How = Access::Entry;
    break;
  default:
    return;
  }
  if (const auto *Several = dyn_cast<DecompositionDecl>(&D))
    rememberBindings(*Several, O);
  else
    From.remember(D, O);
}

void Surveyor::rememberBindings(const DecompositionDecl &D, const Origin &O) {
  llvm::ArrayRef<BindingDecl *> Names = D.bindings();
  if (Names.size() != 2)
    return;
  Origin First = O, Second = O;
  First.How = Second.How = Access::Entry;
  if (O.What == Facet::Element) {
    First.What = Facet::Key;
    Second.What = Facet::Mapped;
  } else {
    First.What = Facet::Iterator;
    Second.What = O.What == Facet::Range ? Facet::Iterator : Facet::None;
  }
  From.remember(*Names[0], First);
  if (Second)
    From.remember(*Names[1], Second);
}

bool Surveyor::VisitCXXForRangeStmt(CXXForRangeStmt *For) {
  Origin O = From.of(For->getRangeInit());
  if (O.What != Facet::Whole)
    return true;
  Used.iterate(*For->getRangeInit(), O);
  const VarDecl *D = For->getLoopVariable();
  if (!D || !D->getType()->isReferenceType())
    return true;
  Origin Element{Facet::Element, O.Id, For->getRangeInit(), D, Access::Entry};
  if (const auto *Several = dyn_cast<DecompositionDecl>(D))
    rememberBindings(*Several, Element);
  else
    From.remember(*D, Element);
  Used.loopVariable(*D, O);
  return true;
}

bool Surveyor::VisitFunctionDecl(FunctionDecl *F) {
  if (TypeSourceInfo *Info = F->getTypeSourceInfo())
    if (FunctionTypeLoc T = Info->getTypeLoc().IgnoreParens().getAs<FunctionTypeLoc>())
      Found.declare(*F, From.idOfResult(*F), F->getReturnType(), T.getReturnLoc(), "result of");
  if (F->doesThisDeclarationHaveABody())
    visitReturns(*F);
  if (const auto *M = dyn_cast<CXXMethodDecl>(F))
    visitOverridden(*M);
  if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(F))
    for (const CXXCtorInitializer *Init : Ctor->inits())
      if (Init->isMemberInitializer())
        Found.flow(From.idOf(*Init->getMember()), Init->getInit());
  return true;
}

void Surveyor::visitReturns(const FunctionDecl &F) {
  Returns R;
  R.TraverseStmt(F.getBody());
  for (const Expr *Value : R.Values)
    Found.flow(From.idOfResult(F), Value);
}

void Surveyor::visitOverridden(const CXXMethodDecl &M) {
  for (const CXXMethodDecl *Base : M.overridden_methods()) {
    if (From.isWhole(M.getReturnType()) || From.isPointer(M.getReturnType()))
      Found.link(From.idOfResult(M), From.idOfResult(*Base));
    for (unsigned I = 0; I < M.getNumParams() && I < Base->getNumParams(); ++I)
      if (From.isWhole(M.getParamDecl(I)->getType()) ||
          From.isPointer(M.getParamDecl(I)->getType()))
        Found.link(From.idOf(*M.getParamDecl(I)), From.idOf(*Base->getParamDecl(I)));
  }
}

//===----------------------------------------------------------------------===//
// Where containers go
//===----------------------------------------------------------------------===//

bool Surveyor::VisitExplicitCastExpr(ExplicitCastExpr *E) {
  if (E->getTypeInfoAsWritten())
    Found.declareMade(E->getBeginLoc(), E->getType(), E->getTypeInfoAsWritten()->getTypeLoc());
  return true;
}

bool Surveyor::VisitCXXNewExpr(CXXNewExpr *E) {
  if (E->getAllocatedTypeSourceInfo())
    Found.declareMade(E->getBeginLoc(), E->getType(),
                      E->getAllocatedTypeSourceInfo()->getTypeLoc());
  return true;
}

bool Surveyor::VisitCXXConstructExpr(CXXConstructExpr *E) {
  if (const auto *Temporary = dyn_cast<CXXTemporaryObjectExpr>(E))
    Found.declareMade(E->getBeginLoc(), E->getType(), Temporary->getTypeSourceInfo()->getTypeLoc());
  if (From.isWhole(E->getType()))
    return true;
  linkArguments(*E->getConstructor(), {E->getArgs(), E->getNumArgs()});
  return true;
}

bool Surveyor::VisitInitListExpr(InitListExpr *E) {
  const auto *Class = E->getType()->getAsRecordDecl();
  if (!Class || !E->isSemanticForm())
    return true;
  unsigned I = 0;
  for (const FieldDecl *F : Class->fields())
    if (I < E->getNumInits())
      Found.flow(From.idOf(*F), E->getInit(I++));
  return true;
}

void Surveyor::linkArguments(const FunctionDecl &Callee, llvm::ArrayRef<const Expr *> Args) {
  bool IsUsers = From.sites().isUsers(Callee.getLocation());
  std::string First;
  for (unsigned I = 0; I < Args.size(); ++I) {
    Origin O = From.of(Args[I]);
    if (!O)
      continue;
    const ParmVarDecl *P = I < Callee.getNumParams() ? Callee.getParamDecl(I) : nullptr;
    if (IsUsers && P) {
      Found.flow(From.idOf(*P), Args[I], From.isDeduced(*P));
    } else if (O.What == Facet::Whole) { // std::swap(a, b)
      if (!First.empty())
        Found.link(First, O.Id);
      First = O.Id;
    }
  }
}

bool Surveyor::VisitCallExpr(CallExpr *Call) {
  if (Call->isTypeDependent() || Call->isValueDependent())
    return true;
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee)
    return true;
  llvm::ArrayRef<const Expr *> Args(Call->getArgs(), Call->getNumArgs());
  if (Used.call(*Call, *Callee))
    return true;
  bool IsMethodOperator = isa<CXXOperatorCallExpr>(Call) && isa<CXXMethodDecl>(Callee);
  linkArguments(*Callee, IsMethodOperator ? Args.drop_front() : Args);
  return true;
}

bool Surveyor::VisitBinaryOperator(BinaryOperator *Op) {
  if (Op->getOpcode() != BO_Assign || Op->isTypeDependent())
    return true;
  if (Origin O = From.of(Op->getLHS()); O.What == Facet::Pointer)
    Found.flow(O.Id, Op->getRHS());
  return true;
}

bool Surveyor::VisitConditionalOperator(ConditionalOperator *E) {
  if (Origin O = From.of(E->getTrueExpr()); O.What == Facet::Whole || O.What == Facet::Pointer)
    Found.flow(O.Id, E->getFalseExpr());
  return true;
}

void Surveyor::mention(const Expr &E, const ValueDecl &D, SourceLocation Name) {
  if (!From.isWhole(D.getType()) && !From.isPointer(D.getType()))
    return;
  std::string Id = From.idOf(D);
  if (D.getIdentifier())
    Found.mention(Id, Name, D.getName());
  const FunctionDecl *F = Walk.functionOf(&E);
  if (F && (F->isDependentContext() || F->isTemplateInstantiation()))
    Found.templateUse(Id, E.getSourceRange(), !F->isDependentContext());
}

bool Surveyor::VisitMemberExpr(MemberExpr *E) {
  mention(*E, *E->getMemberDecl(), E->getMemberLoc());
  Used.member(*E);
  return true;
}

bool Surveyor::VisitDeclRefExpr(DeclRefExpr *E) {
  mention(*E, *E->getDecl(), E->getLocation());
  Used.reference(*E);
  return true;
}

std::vector<Entity> Surveyor::take() {
  Used.finish();
  return Found.take();
}

//===----------------------------------------------------------------------===//

static std::vector<std::string> filesOf(const ASTContext &Context, const Sites &Where) {
  const SourceManager &SM = Context.getSourceManager();
  std::set<std::string> Result;
  for (unsigned I = 0; I < SM.local_sloc_entry_size(); ++I) {
    const SrcMgr::SLocEntry &Entry = SM.getLocalSLocEntry(I);
    if (!Entry.isFile())
      continue;
    SourceLocation L = SourceLocation::getFromRawEncoding(Entry.getOffset());
    if (L.isValid() && Where.isUsers(L))
      Result.insert(Where.fileName(SM.getFileID(L)));
  }
  return {Result.begin(), Result.end()};
}

Survey surveyUnit(ASTContext &Context, const models::Library &Lib, const Request &R) {
  Survey Result;
  const Sites Where(Context);
  std::vector<Decl *> Users;
  for (Decl *D : Context.getTranslationUnitDecl()->decls())
    if (Where.isUsers(D->getLocation()))
      Users.push_back(D);
  // Parents are looked up there only; those of the library would cost a second.
  const std::vector<Decl *> Before = Context.getTraversalScope();
  Context.setTraversalScope(Users);
  Surveyor S(Context, Lib, *findTarget(R.To), R);
  for (Decl *D : Users)
    S.TraverseDecl(D);
  Result.Entities = S.take();
  Context.setTraversalScope(Before);
  Result.Files = filesOf(Context, Where);
  return Result;
}

} // namespace holdfast::migrate
