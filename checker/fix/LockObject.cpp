//===- LockObject.cpp - a lock, and how it is held ------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "fix/LockObject.h"
#include "fix/Extent.h"
#include "fix/TypeText.h"
#include "lower/Names.h"
#include "rules/Alternatives.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;
using holdfast::models::Operation;
using holdfast::models::Sync;

namespace holdfast::fix {
namespace {

/// A member, or static one, of Class or a base, that code of User may name.
const ValueDecl *memberNamed(llvm::StringRef Name, const CXXRecordDecl &Class,
                             const CXXRecordDecl *User, const ASTContext &Context) {
  if (!Class.hasDefinition())
    return nullptr;
  for (const NamedDecl *D : Class.lookup(&Context.Idents.get(Name)))
    if (llvm::isa<FieldDecl, VarDecl>(D) && (User == &Class || D->getAccess() == AS_public))
      return llvm::cast<ValueDecl>(D);
  for (const CXXBaseSpecifier &Base : Class.bases()) {
    const CXXRecordDecl *Of = Base.getType()->getAsCXXRecordDecl();
    if (!Of || !Of->hasDefinition())
      continue;
    for (const NamedDecl *D : Of->lookup(&Context.Idents.get(Name)))
      if (llvm::isa<FieldDecl, VarDecl>(D) && D->getAccess() == AS_protected && User == &Class)
        return llvm::cast<ValueDecl>(D);
    if (const ValueDecl *Found = memberNamed(Name, *Of, nullptr, Context))
      return Found;
  }
  return nullptr;
}

/// "net::registry": a variable of a namespace.
const ValueDecl *globalNamed(llvm::StringRef Name, const ASTContext &Context) {
  const DeclContext *In = Context.getTranslationUnitDecl();
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  Name.split(Parts, "::");
  for (llvm::StringRef Part : llvm::ArrayRef(Parts).drop_back()) {
    const DeclContext *Inner = nullptr;
    for (const NamedDecl *D : In->lookup(&Context.Idents.get(Part)))
      if (const auto *N = llvm::dyn_cast<DeclContext>(D))
        Inner = N;
    if (!Inner)
      return nullptr;
    In = Inner;
  }
  for (const NamedDecl *D : In->lookup(&Context.Idents.get(Parts.back())))
    if (const auto *Var = llvm::dyn_cast<VarDecl>(D))
      return Var;
  return nullptr;
}

/// The last of a chain of members, "registry.mutex", "peer->mutex".
const ValueDecl *lastOf(llvm::StringRef Chain, const Site &S) {
  const auto *Method = llvm::dyn_cast<CXXMethodDecl>(S.Function);
  const CXXRecordDecl *User = Method ? Method->getParent() : nullptr;
  const ValueDecl *Now = nullptr;
  for (bool IsFirst = true; !Chain.empty(); IsFirst = false) {
    llvm::StringRef Part = Chain.take_until([](char C) { return C == '.' || C == '-'; });
    Chain = Chain.drop_front(Part.size());
    if (!Chain.consume_front("->"))
      Chain.consume_front(".");
    const CXXRecordDecl *Of = User;
    if (!IsFirst)
      Of = Now->getType()->isPointerType() ? Now->getType()->getPointeeCXXRecordDecl()
                                           : Now->getType()->getAsCXXRecordDecl();
    Now = Of ? memberNamed(Part, *Of, User, S.Context) : nullptr;
    if (!Now && IsFirst)
      Now = globalNamed(Part, S.Context);
    if (!Now)
      return nullptr;
  }
  return Now;
}

/// Finds how others hold the lock: `wxMutexLocker locker(m_mutex)`.
class GuardFinder : public RecursiveASTVisitor<GuardFinder> {
public:
  GuardFinder(const ValueDecl &Lock, const Site &S)
      : Lock(Lock), S(S), Models(S.Context, S.Models) {}

  bool VisitVarDecl(VarDecl *Var) {
    const auto *Made = llvm::dyn_cast_or_null<CXXConstructExpr>(
        Var->getInit() ? Var->getInit()->IgnoreImplicit() : nullptr);
    if (Found || !Made || Made->getNumArgs() != 1 || !Var->isLocalVarDecl() ||
        !S.Text.isEditable(Var->getBeginLoc()) || !Var->getTypeSourceInfo())
      return true;
    const models::ClassModel *Guard = Models.modelOf(Var->getType());
    const Expr *Argument = written(Made->getArg(0));
    if (const auto *Address = llvm::dyn_cast<UnaryOperator>(Argument))
      Argument = Address->getOpcode() == UO_AddrOf ? Address->getSubExpr() : Argument;
    const Operation *Row = rules::findRow(Guard, [](const Operation &R) {
      return R.Between == Sync::Hold || R.Between == Sync::HoldShared;
    });
    bool Fits = Row && Guard->Kind == models::ClassKind::Guard && named(Argument) == &Lock &&
                (Row->Between == Sync::Hold || S.P.Facts.IsShared) && isNamedAlike(*Var);
    if (Fits)
      Found = Var;
    return true;
  }

  const VarDecl *Found = nullptr;

private:
  /// What names the type there does so in the function of S, too.
  bool isNamedAlike(const VarDecl &Var) const {
    const DeclContext *There = Var.getDeclContext()->getParent();
    return There && There->Encloses(S.Function->getParent());
  }

  const ValueDecl &Lock;
  const Site &S;
  lower::TypeModels Models;
};

/// As the function that has it declares its guard.
bool imitate(LockObject &L, const Site &S) {
  GuardFinder Finder(*L.Decl, S);
  for (Decl *D : S.Context.getTranslationUnitDecl()->decls())
    if (!S.Context.getSourceManager().isInSystemHeader(D->getLocation()))
      Finder.TraverseDecl(D);
  if (!Finder.Found)
    return false;
  std::optional<CharSourceRange> Type =
      S.Text.rangeOf(Finder.Found->getTypeSourceInfo()->getTypeLoc().getSourceRange());
  if (!Type)
    return false;
  L.GuardType = S.Text.text(*Type).str();
  const auto *Made = llvm::cast<CXXConstructExpr>(Finder.Found->getInit()->IgnoreImplicit());
  L.Argument = (llvm::isa<UnaryOperator>(written(Made->getArg(0))) ? "&" : "") + L.Name;
  return true;
}

/// As somebody would write it; by the lock's name where its type has none that is known here, or
/// another one in each instance of a template.
std::string lockType(const LockObject &L, const CXXRecordDecl &Class, const Site &S) {
  const auto *Of = llvm::dyn_cast<CXXRecordDecl>(L.Decl->getDeclContext());
  const bool IsFixed =
      Class.getDeclContext()->getRedeclContext()->isFileContext() &&
      !(Of && (Of->getDescribedClassTemplate() || Of->getTemplateInstantiationPattern()));
  std::string Name = typeText(L.Decl->getType().getUnqualifiedType(), S.Context);
  return IsFixed && !llvm::StringRef(Name).contains('(') ? Name : "decltype(" + L.Name + ")";
}

/// With what the standard has for all that are BasicLockable ([thread.req.lockable.basic]), or
/// SharedLockable: by these names its guards call them.
bool useStandard(LockObject &L, const Site &S) {
  const CXXRecordDecl *Class = L.Decl->getType()->getAsCXXRecordDecl();
  const LangOptions &Lang = S.Context.getLangOpts();
  if (!Lang.CPlusPlus11 || !Class || !Class->hasDefinition())
    return false;
  auto Has = [&](llvm::StringRef Method) {
    return !Class->lookup(&S.Context.Idents.get(Method)).empty();
  };
  const models::ClassModel *Model = lower::TypeModels(S.Context, S.Models).findModel(Class);
  auto Does = [&](llvm::StringRef Method, Sync What) {
    if (!Model)
      return Has(Method);
    return rules::findRow(Model, [&](const Operation &R) {
             return R.Name == Method && R.Between == What;
           }) != nullptr;
  };
  if (!Does("lock", Sync::Lock) || !Does("unlock", Sync::Unlock))
    return false;
  const bool IsShared =
      S.P.Facts.IsShared && Lang.CPlusPlus14 && Does("lock_shared", Sync::LockShared);
  L.GuardType = IsShared ? "std::shared_lock" : "std::lock_guard";
  if (!Lang.CPlusPlus17)
    L.GuardType += "<" + lockType(L, *Class, S) + ">";
  L.Argument = L.Name;
  L.Header = IsShared ? "shared_mutex" : "mutex";
  return true;
}

/// Looks through functions for what a lock would be in the way of.
class Obstacles {
public:
  Obstacles(const ValueDecl &Lock, const Site &S) : Lock(Lock), S(S), Models(S.Context, S.Models) {}

  bool isIn(const Stmt &Root) {
    return contains(Root, [&](const Stmt &Node) {
      if (const auto *E = llvm::dyn_cast<Expr>(&Node); E && written(E) == E && named(E) == &Lock)
        return true;
      const auto *Call = llvm::dyn_cast<CallExpr>(&Node);
      return Call && (waits(*Call) || isInCallee(Call->getDirectCallee()));
    });
  }

private:
  bool waits(const CallExpr &Call) const {
    MethodCall M = methodCall(&Call);
    return M.Object &&
           rules::findRow(Models.methodsOf(M.Object->getType()), [&](const Operation &R) {
             return R.Name == M.Name && R.Between == Sync::Join;
           });
  }

  bool isInCallee(const FunctionDecl *Callee) {
    const FunctionDecl *Body = nullptr;
    const bool IsOfUser =
        Callee && !S.Context.getSourceManager().isInSystemHeader(Callee->getLocation());
    return IsOfUser && Callee->hasBody(Body) && Seen.insert(Body).second && isIn(*Body->getBody());
  }

  const ValueDecl &Lock;
  const Site &S;
  lower::TypeModels Models;
  llvm::SmallPtrSet<const FunctionDecl *, 32> Seen;
};

/// A lambda around the access must have what the lock is named by.
bool isCaptured(const ValueDecl &Lock, const Site &S) {
  return llvm::all_of(S.Above, [&](const Stmt *Up) {
    const auto *Lambda = llvm::dyn_cast<LambdaExpr>(Up);
    return !Lambda || !llvm::isa<FieldDecl>(Lock) || Lambda->getCaptureDefault() != LCD_None ||
           llvm::any_of(Lambda->captures(),
                        [](const LambdaCapture &C) { return C.capturesThis(); });
  });
}

} // namespace

bool LockObject::isInTheWayOf(const Stmt &Statement, const Site &S) const {
  return Obstacles(*Decl, S).isIn(Statement);
}

void LockObject::prepare(const Site &S, Draft &D) const {
  if (!Header.empty() && !isDeclared(llvm::StringRef(GuardType).split('<').first, S.Context))
    D.include(Header, S.body().getBeginLoc());
  if (ToBeMutable)
    D.insert(ToBeMutable->getBeginLoc(), "mutable ");
}

/// The lock beside the container: others may have reached both by another way than this access.
static bool findSibling(LockObject &L, llvm::StringRef Last, const Site &S) {
  const auto *Container = llvm::dyn_cast_or_null<MemberExpr>(containerOf(S));
  const auto *Method = llvm::dyn_cast<CXXMethodDecl>(S.Function);
  if (!Container)
    return false;
  const Expr *Base = Container->getBase();
  const CXXRecordDecl *Of = Container->isArrow() ? Base->getType()->getPointeeCXXRecordDecl()
                                                 : Base->getType()->getAsCXXRecordDecl();
  L.Decl = Of ? memberNamed(Last, *Of, Method ? Method->getParent() : nullptr, S.Context) : nullptr;
  if (!L.Decl)
    return false;
  L.Name = Last.str();
  if (!Container->isImplicitAccess())
    L.Name = S.Text.text(*Base).str() + (Container->isArrow() ? "->" : ".") + L.Name;
  QualType Object = Container->isArrow() ? Base->getType()->getPointeeType() : Base->getType();
  const auto *Field = llvm::dyn_cast<FieldDecl>(L.Decl);
  L.ToBeMutable = Field && Object.isConstQualified() && !Field->isMutable() ? Field : nullptr;
  return true;
}

std::optional<LockObject> lockObjectOf(const Site &S) {
  llvm::StringRef Name = S.P.Facts.Lock;
  Name.consume_front("this->");
  LockObject Result;
  if (!findSibling(Result, Name.substr(Name.find_last_of(".>") + 1), S)) {
    Result.Name = Name.str();
    Result.Decl = lastOf(Name, S);
  }
  if (!Result.Decl || !isCaptured(*Result.Decl, S))
    return std::nullopt;
  if (!useStandard(Result, S) && !imitate(Result, S))
    return std::nullopt;
  return Result;
}

} // namespace holdfast::fix
