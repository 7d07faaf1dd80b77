//===- LowerScalar.cpp - plain reads and writes of variables --------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// --debug-scalars: a variable is a container of one element, for comparison with suites whose
// programs race on numbers. Nothing here is done without it.
//
//   ++*p;          op $scalar::write() recv %p.*.$value
//   a[i + 1] = x;  op $scalar::read() recv @x.$value
//                  op $scalar::write() recv %a.[]."1*?i+1"@$index.$value
//
//===----------------------------------------------------------------------===//
#include "lower/FunctionLowering.h"
#include "lower/IndexForm.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace holdfast::lower {

/// The value of the object, and not what a pointer in it leads to.
ir::Path FunctionLowering::valueAt(ir::Path Object, QualType T) {
  std::string Name = ir::ScalarValue;
  for (; T->isPointerType(); T = T->getPointeeType())
    Name += '*';
  return Object.then(ir::Projection::field(intern(Name), 0));
}

/// E, an lvalue, is read or written. Atomics order themselves; what a parameter or a constant is,
/// no other thread changes.
void FunctionLowering::accessScalar(llvm::StringRef Operation, const ir::Operand &Object,
                                    const Expr &E) {
  const QualType T = E.getType();
  for (const auto *Part = dyn_cast<MemberExpr>(&E); Part;
       Part = dyn_cast<MemberExpr>(Part->getBase()->IgnoreParenImpCasts()))
    if (Part->getBase()->IgnoreParenImpCasts()->getType()->isAtomicType())
      return;
  if (!TU.Scalars || Object.K != ir::Operand::Kind::Value || T->isAtomicType() ||
      T->isArrayType() || T->isFunctionType() || TU.Types.modelOf(T))
    return;
  if (Object.P.isVariable() && !F.Vars[Object.P.Base].IsReference &&
      (F.Vars[Object.P.Base].S == ir::Variable::Storage::Parameter ||
       F.Vars[Object.P.Base].S == ir::Variable::Storage::Capture ||
       F.Vars[Object.P.Base].S == ir::Variable::Storage::Temporary))
    return;
  emit(
      ir::ModelOp{
          std::nullopt, intern(("$scalar::" + Operation).str()), 0, valueAt(Object.P, T), {}, 0},
      loc(E));
}

void FunctionLowering::writeOriginal(const VarDecl &VD, const Stmt &S) {
  if (TU.Scalars && !TU.Types.modelOf(VD.getType()))
    emit(
        ir::ModelOp{
            std::nullopt, intern("$scalar::write"), 0, valueAt(pathOf(VD), VD.getType()), {}, 0},
        loc(S));
}

/// Which element it is, as far as it is known.
ir::Path FunctionLowering::atIndex(ir::Path Element, const Expr &Index) {
  if (!TU.Scalars)
    return Element;
  const std::string Form =
      indexForm(Index, TU.Context, [&](const VarDecl &V) { return indexVariable(V); });
  return Element.then(ir::Projection::field(intern(Form), intern(ir::IndexOwner)));
}

//===----------------------------------------------------------------------===//
// How the variables of an index differ between threads
//===----------------------------------------------------------------------===//

/// Calls Visit with each variable that S sets, and what it is set to.
static void forEachSet(const Stmt &S,
                       llvm::function_ref<void(const VarDecl &, const Expr *)> Visit) {
  if (const auto *DS = dyn_cast<DeclStmt>(&S))
    for (const Decl *D : DS->decls())
      if (const auto *V = dyn_cast<VarDecl>(D); V && V->getInit())
        Visit(*V, V->getInit());
  auto Target = [](const Expr *E) -> const VarDecl * {
    const auto *Name = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
    return Name ? dyn_cast<VarDecl>(Name->getDecl()) : nullptr;
  };
  if (const auto *Set = dyn_cast<BinaryOperator>(&S); Set && Set->isAssignmentOp())
    if (const VarDecl *V = Target(Set->getLHS()))
      Visit(*V, Set->getRHS());
  if (const auto *Step = dyn_cast<UnaryOperator>(&S); Step && Step->isIncrementDecrementOp())
    if (const VarDecl *V = Target(Step->getSubExpr()))
      Visit(*V, nullptr);
  if (const auto *D = dyn_cast<Directive>(&S))
    for (const VarDecl *V : privatesOf(*D))
      if (sharingOf(*D, *V) == Sharing::Linear)
        Visit(*V, nullptr);
  forEachPart(S, [&](const Stmt &Part) { forEachSet(Part, Visit); });
}

/// E is the number of the thread that evaluates it.
bool FunctionLowering::isThreadNumber(const Expr &E) const {
  const auto *Call = dyn_cast<CallExpr>(E.IgnoreParenImpCasts());
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  const models::Operation *Row = Callee ? TU.Lib.findFunction(modelName(*Callee), "") : nullptr;
  return Row && Row->Between == models::Sync::ThreadNumber;
}

/// Something in S has another value in each thread.
bool FunctionLowering::differs(const Stmt &S) const {
  return anyPart(S, [&](const Stmt &Part) {
    const auto *Name = dyn_cast<DeclRefExpr>(&Part);
    const auto *V = Name ? dyn_cast<VarDecl>(Name->getDecl()) : nullptr;
    const auto *E = dyn_cast<Expr>(&Part);
    return (V && Differing.contains(V)) || (E && isThreadNumber(*E));
  });
}

/// What counts shared iterations, what counts on with them, and what a task was given.
void FunctionLowering::findCounters(const Stmt &Body) {
  auto Add = [&](const Directive &D) {
    for (const VarDecl *V : privatesOf(D))
      if (const Sharing How = sharingOf(D, *V);
          How == Sharing::Linear || (How == Sharing::FirstPrivate && startsTask(D)))
        Differing.insert(V);
    if (sharesIterations(D))
      for (const VarDecl *V : sharedCountersOf(D))
        Differing.insert(V);
  };
  if (Region)
    Add(*Region);
  anyPart(Body, [&](const Stmt &Part) {
    if (const auto *D = dyn_cast<Directive>(&Part); D && !isOutlined(*D))
      Add(*D);
    return false;
  });
}

/// Which variables of the region are set from what differs between its threads.
void FunctionLowering::findDiffering(const Stmt &Body) {
  findCounters(Body);
  llvm::DenseMap<const VarDecl *, unsigned> Sets;
  for (size_t Before = SIZE_MAX; Before != Differing.size();) {
    Before = Differing.size();
    Sets.clear();
    forEachSet(Body, [&](const VarDecl &V, const Expr *To) {
      ++Sets[&V];
      SetInRegion.insert(&V);
      if (To && differs(*To))
        Differing.insert(&V);
      if (To && isThreadNumber(*To))
        Numbers.insert(&V);
    });
  }
  for (const auto &[V, Count] : Sets)
    if (Count > 1)
      Numbers.erase(V);
}

/// The name of VD in an index, see IndexForm.h.
std::string FunctionLowering::indexVariable(const VarDecl &VD) {
  const std::string Name = VD.getNameAsString();
  auto Counts = [&](const Directive *D) {
    return llvm::is_contained(sharedCountersOf(*D), VD.getCanonicalDecl());
  };
  const auto *Sharer = llvm::find_if(Sharers, Counts);
  for (const OpenMPStep &S : Steps)
    if (sharesIterations(*S.D) && Counts(S.D))
      return sharedCounter(Name, *S.D);
  if (Sharer != Sharers.end())
    return sharedCounter(Name, **Sharer);
  if (Numbers.contains(&VD))
    return "#" + Name + "@thread/1";
  if (Differing.contains(&VD))
    return "";
  const bool IsOwn = !Region || SetInRegion.contains(&VD);
  return (IsOwn && !VD.hasGlobalStorage() ? "?" : "=") + Name;
}

std::string FunctionLowering::sharedCounter(const std::string &Name, const Directive &D) const {
  const SourceManager &SM = TU.Context.getSourceManager();
  return "#" + Name + "@" + std::to_string(SM.getFileOffset(SM.getExpansionLoc(D.getBeginLoc()))) +
         "/" + std::to_string(sharedCountersOf(D).size());
}

} // namespace holdfast::lower
