//===- Prepare.cpp - what is known before a function is lowered -----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How an expression is lowered may depend on one that comes after it in the CFG:
// all elements are looked at once before.
//
//===----------------------------------------------------------------------===//
#include "lower/FunctionLowering.h"

using namespace clang;

namespace holdfast::lower {

void FunctionLowering::prepareElement(const CFGElement &Element) {
  if (auto Initializer = Element.getAs<CFGInitializer>())
    buildInPlace(*Initializer->getInitializer()->getInit());
  std::optional<CFGStmt> S = Element.getAs<CFGStmt>();
  if (!S)
    return;
  if (const auto *New = dyn_cast<CXXNewExpr>(S->getStmt()))
    prepareNew(*New);
  if (const auto *List = dyn_cast<InitListExpr>(S->getStmt());
      List && List->getType()->isRecordType())
    buildPartsInPlace(*List);
  if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(S->getStmt()))
    ignoreAll(*Default->getExpr());
  if (const auto *Call = dyn_cast<CallExpr>(S->getStmt()))
    ignoreCallee(*Call);
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(S->getStmt()))
    deferAssigned(*Operator);
  if (const auto *Binary = dyn_cast<BinaryOperator>(S->getStmt()))
    readAssignedFirst(*Binary);
  if (const auto *Return = dyn_cast<ReturnStmt>(S->getStmt()))
    if (const Expr *Value = Return->getRetValue()) {
      buildInPlace(*Value);
      if (isa<ExprWithCleanups>(Value))
        readFirst(*Value);
    }
  if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(S->getStmt()))
    ignoreRewriting(*Rewritten);
  if (const auto *E = dyn_cast<Expr>(S->getStmt()))
    return prepareChoice(E);
  const auto *DS = dyn_cast<DeclStmt>(S->getStmt());
  if (!DS)
    return;
  for (const Decl *D : DS->decls())
    if (const auto *VD = dyn_cast<VarDecl>(D))
      prepareDestination(*VD);
}

/// Default arguments stand in the callee's declaration: they are the callee's business.
void FunctionLowering::ignoreAll(const Expr &E) {
  Ignored.insert(strip(&E));
  for (const Stmt *Child : E.children())
    if (const auto *Part = dyn_cast_or_null<Expr>(Child))
      ignoreAll(*Part);
}

/// The `f` of `f(x)` is no value when it names the function that is called.
void FunctionLowering::ignoreCallee(const CallExpr &E) {
  if (!E.getDirectCallee() || isa<CXXMemberCallExpr>(E))
    return;
  for (const Expr *Callee = strip(E.getCallee()); Callee;) {
    Ignored.insert(Callee);
    if (const auto *Cast = dyn_cast<CastExpr>(Callee))
      Callee = strip(Cast->getSubExpr());
    else if (const auto *Operator = dyn_cast<UnaryOperator>(Callee)) // `(*f)(x)`.
      Callee = strip(Operator->getSubExpr());
    else
      Callee = nullptr; // Of `make().f(x)`, f is static: make() is evaluated.
  }
}

/// `a != b` of iterators is compared as written; the `==` and `!` it is rewritten to are elements
/// of their own that add nothing.
void FunctionLowering::ignoreRewriting(const CXXRewrittenBinaryOperator &E) {
  if (!TU.Types.isIteratorClass(E.getDecomposedForm().LHS->getType()))
    return;
  const Expr *Semantic = strip(E.getSemanticForm());
  Ignored.insert(Semantic);
  if (const auto *Negation = dyn_cast<UnaryOperator>(Semantic))
    Ignored.insert(strip(Negation->getSubExpr()));
}

/// S, or a part of it, Is what is looked for.
static bool contains(const Stmt &S, llvm::function_ref<bool(const Stmt &)> Is) {
  return Is(S) || llvm::any_of(S.children(), [&](const Stmt *C) { return C && contains(*C, Is); });
}

static bool choosesWay(const Stmt &S) {
  return isa<AbstractConditionalOperator, StmtExpr>(S) || logicalOperator(S);
}

/// Since C++17 the right side of an assignment is sequenced before the left one ([expr.ass]), of an
/// overloaded operator, too ([over.match.oper]/2). clang's CFG has its arguments from left to
/// right: what the left side does waits for the operator.
void FunctionLowering::deferAssigned(const CXXOperatorCallExpr &E) {
  if (!E.isAssignmentOp() || !TU.Context.getLangOpts().CPlusPlus17 ||
      contains(*E.getArg(0), choosesWay))
    return;
  llvm::SmallVector<const Stmt *, 8> Parts{E.getArg(0)};
  while (!Parts.empty()) {
    const Stmt *Part = Parts.pop_back_val();
    Deferred.insert(Part);
    llvm::copy_if(Part->children(), std::back_inserter(Parts), [](const Stmt *C) { return C; });
  }
}

/// The same of a built-in assignment: in `m[k] = x`, x is read before m[k] may insert.
void FunctionLowering::readAssignedFirst(const BinaryOperator &E) {
  if (E.getOpcode() != BO_Assign || !TU.Context.getLangOpts().CPlusPlus17 ||
      !contains(*E.getLHS(), [](const Stmt &S) { return isa<CallExpr>(S); }))
    return;
  readFirst(*E.getRHS());
}

/// The value of E is read where E is, not where it is made use of: in `return f().front();` and
/// `if (f().front())` before the temporary ends.
void FunctionLowering::readFirst(const Expr &E) {
  const Expr *Value = strip(&E);
  while (const auto *Cast = dyn_cast<ImplicitCastExpr>(Value)) {
    if (Cast->getCastKind() == CK_LValueToRValue)
      ReadFirst.insert(Cast);
    Value = strip(Cast->getSubExpr());
  }
}

/// Registers the arms of an expression whose value control flow chooses.
void FunctionLowering::prepareChoice(const Expr *E) {
  E = strip(E);
  if (Choices.count(E))
    return;
  llvm::SmallVector<const Expr *, 2> ArmExprs;
  if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(E))
    ArmExprs = {Choice->getTrueExpr(), Choice->getFalseExpr()};
  else if (const BinaryOperator *Logical = logicalOperator(*E))
    ArmExprs = operandsOf(*Logical);
  else
    return;
  if (E->getType()->isVoidType())
    return;
  Choices[E] = temporary(E->getType(), E->isGLValue(), loc(*E));
  for (const Expr *Arm : ArmExprs)
    Arms[strip(Arm)].push_back({Choices[E], std::nullopt});
}

} // namespace holdfast::lower
