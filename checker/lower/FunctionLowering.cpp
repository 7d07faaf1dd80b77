//===- FunctionLowering.cpp - blocks and terminators ----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/FunctionLowering.h"
#include "lower/Simplify.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Analysis/Analyses/PostOrderCFGView.h"

using namespace clang;

namespace holdfast::lower {

static CFG::BuildOptions cfgOptions() {
  CFG::BuildOptions Options;
  Options.PruneTriviallyFalseEdges = true;
  Options.AddEHEdges = true;
  Options.AddInitializers = true;
  Options.AddImplicitDtors = true;
  Options.AddTemporaryDtors = true;
  Options.setAllAlwaysAdd();
  return Options;
}

/// A function too large to be written by hand: its analysis would cost more than it tells.
static constexpr unsigned MaxCfgBlocks = 20000;

/// A destructor of a class in which an error left a member without a type that is known: there is
/// no telling which destructors it calls, and clang's CFG asks.
static bool endsIncompleteMember(const FunctionDecl &FD) {
  const auto *Destructor = dyn_cast<CXXDestructorDecl>(&FD);
  return Destructor &&
         llvm::any_of(Destructor->getParent()->fields(), [&](const FieldDecl *Member) {
           return Member->getType()->isIncompleteType() &&
                  !Member->getType()->isIncompleteArrayType();
         });
}

std::optional<ir::Function> FunctionLowering::run() {
  Stmt *Body = Region ? const_cast<Stmt *>(Region->getRawStmt()) : FD.getBody();
  if (!Body)
    return std::nullopt;
  if (isSignalBody())
    return FunctionLowering(TU, *FD.getCanonicalDecl()).lowerSignal();
  if (endsIncompleteMember(FD))
    return std::nullopt;
  CFG::BuildOptions Options = cfgOptions();
  std::unique_ptr<CFG> Graph = CFG::buildCFG(Region ? nullptr : &FD, Body, &TU.Context, Options);
  if (!Graph || Graph->getNumBlockIDs() > MaxCfgBlocks)
    return std::nullopt;
  findDirectives(*Body);
  if (Region)
    declareRegion();
  else
    declareSignature();
  F.IsConstructor = !Region && isa<CXXConstructorDecl>(FD);
  F.IsDestructor = !Region && isa<CXXDestructorDecl>(FD);
  F.IsCoroutine = isa<CoroutineBodyStmt>(Body);
  lowerBlocks(*Graph);
  simplify(F);
  return std::move(F);
}

const CXXRecordDecl *classOfThis(const FunctionDecl &FD) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&FD);
  if (!Method || !Method->getParent()->isLambda())
    return Method && Method->isInstance() ? Method->getParent() : nullptr;
  if (llvm::none_of(Method->getParent()->captures(),
                    [](const LambdaCapture &Capture) { return Capture.capturesThis(); }))
    return nullptr;
  for (const DeclContext *Scope = Method->getParent()->getDeclContext(); Scope;
       Scope = Scope->getParent())
    if (const auto *Class = dyn_cast<CXXRecordDecl>(Scope); Class && !Class->isLambda())
      return Class;
  return nullptr;
}

void FunctionLowering::declareSignature() {
  F.Usr = intern(usrOf(FD));
  F.Loc = TU.Locs.range(FD.getNameInfo().getSourceRange());
  F.ReturnsReference = FD.getReturnType()->isReferenceType();
  for (const ParmVarDecl *Param : FD.parameters())
    variable(*Param);
  F.NumParams = F.Vars.size();
  if (const CXXRecordDecl *Class = classOfThis(FD))
    F.Class = intern(usrOf(*Class));
  std::string Name = displayName(FD);
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&FD)) {
    F.IsVirtual = Method->isVirtual();
    F.IsPrivate = Method->getAccess() == AS_private || Method->getAccess() == AS_protected;
    for (const CXXMethodDecl *Overridden : Method->overridden_methods())
      F.Overrides.push_back(intern(usrOf(*Overridden)));
    if (Method->getParent()->isLambda()) {
      F.IsLambda = true;
      Name = "lambda at " + TU.Locs.shortText(Method->getParent()->getLocation());
      declareCaptures(*Method->getParent());
    }
  }
  F.NumCaptures = F.Vars.size() - F.NumParams;
  F.Name = intern(Name);
}

void FunctionLowering::declareCaptures(const CXXRecordDecl &Closure) {
  for (const LambdaCapture &Capture : Closure.captures()) {
    if (!Capture.capturesVariable())
      continue;
    const auto *Captured = dyn_cast<VarDecl>(Capture.getCapturedVar());
    ir::Variable V;
    V.S = ir::Variable::Storage::Capture;
    V.Name = intern(Capture.getCapturedVar()->getName());
    V.IsReference = Capture.getCaptureKind() == LCK_ByRef;
    declareAs(V, Capture.getCapturedVar()->getType());
    V.Loc = TU.Locs.range(Capture.getLocation());
    if (Captured)
      Variables[Captured] = F.Vars.size();
    F.Vars.push_back(V);
  }
}

//===----------------------------------------------------------------------===//
// Blocks
//===----------------------------------------------------------------------===//

void FunctionLowering::lowerBlocks(const CFG &Graph) {
  // Entry first, then the blocks in the CFG's own (source-like) order.
  std::vector<const CFGBlock *> Order;
  for (const CFGBlock *B : Graph)
    if (B)
      Order.push_back(B);
  std::sort(Order.begin(), Order.end(),
            [](const CFGBlock *A, const CFGBlock *B) { return A->getBlockID() > B->getBlockID(); });
  F.Blocks.resize(Graph.getNumBlockIDs());
  for (const CFGBlock *B : Order) {
    if (const auto *Loop = dyn_cast_or_null<CXXForRangeStmt>(B->getTerminatorStmt()))
      for (const DeclStmt *Hidden :
           {Loop->getRangeStmt(), Loop->getBeginStmt(), Loop->getEndStmt()})
        RangeLoops[cast<VarDecl>(Hidden->getSingleDecl())] = Loop;
    for (const CFGElement &Element : *B)
      prepareElement(Element);
    if (const auto *Asked =
            dyn_cast_or_null<ExprWithCleanups>(B->getTerminatorCondition(/*StripParens=*/false)))
      readFirst(*Asked);
  }
  prepareConditionalTemporaries(Graph);
  if (Region)
    enterRegion();
  else
    emitEntryLocks();
  AtBegin.resize(F.Blocks.size());
  AtEnd.resize(F.Blocks.size());
  PostOrderCFGView View(&Graph);
  for (const CFGBlock *B : View) {
    Current = Graph.getNumBlockIDs() - 1 - B->getBlockID();
    if (Blocks)
      enterBlock(*B);
    // `catch (Error *error)`: another one each time.
    if (const auto *Catch = dyn_cast_or_null<CXXCatchStmt>(B->getLabel()))
      if (const VarDecl *Caught = Catch->getExceptionDecl();
          Caught && Caught->getDeclName() && Caught->getType()->isScalarType())
        lowerVariable(*Caught);
    for (const CFGElement &Element : *B)
      lowerElement(Element);
    lowerTerminator(*B, Graph);
    AtEnd[Current] = Steps;
  }
  if (Blocks)
    joinBlocks(Graph);
}

void FunctionLowering::lowerElement(const CFGElement &Element) {
  switch (Element.getKind()) {
  case CFGElement::Statement:
  case CFGElement::Constructor:
  case CFGElement::CXXRecordTypedCall:
    return lowerStatement(*Element.castAs<CFGStmt>().getStmt());
  case CFGElement::Initializer:
    return lowerInitializer(*Element.castAs<CFGInitializer>().getInitializer());
  case CFGElement::AutomaticObjectDtor: {
    auto Dtor = Element.castAs<CFGAutomaticObjDtor>();
    return endLifetime(*Dtor.getVarDecl(), Dtor.getTriggerStmt());
  }
  case CFGElement::MemberDtor:
    return emitAll(TU.Ends.endMember(*Element.castAs<CFGMemberDtor>().getFieldDecl()),
                   TU.Locs.range(FD.getBody()->getEndLoc()));
  case CFGElement::BaseDtor:
    return emitAll(TU.Ends.endBase(*Element.castAs<CFGBaseDtor>().getBaseSpecifier()),
                   TU.Locs.range(FD.getBody()->getEndLoc()));
  case CFGElement::TemporaryDtor:
    return endTemporary(*Element.castAs<CFGTemporaryDtor>().getBindTemporaryExpr());
  default:
    return;
  }
}

void FunctionLowering::lowerStatement(const Stmt &S) {
  if (Deferred.contains(&S))
    return;
  if (Blocks)
    moveTo(Blocks->around(&S));
  if (const auto *D = dyn_cast<Directive>(&S))
    return lowerDirective(*D);
  if (const auto *DS = dyn_cast<DeclStmt>(&S)) {
    for (const Decl *D : DS->decls())
      if (const auto *VD = dyn_cast<VarDecl>(D))
        lowerVariable(*VD);
    return;
  }
  if (const auto *RS = dyn_cast<ReturnStmt>(&S)) {
    if (const Expr *Value = RS->getRetValue())
      emit(ir::Return{F.ReturnsReference ? ir::Operand::address(place(Value)) : value(Value)},
           loc(S));
    return;
  }
  if (isa<CoawaitExpr>(S) || isa<CoyieldExpr>(S))
    emit(ir::Suspend{}, loc(S));
  const auto *E = dyn_cast<Expr>(&S);
  if (!E)
    return;
  auto Chosen = Arms.find(strip(E));
  if (isa<InitListExpr>(strip(E)) && Chosen == Arms.end())
    return; // Its destination will say where the parts go.
  ir::Operand Result = value(E);
  Chosen = Arms.find(strip(E));
  if (Chosen == Arms.end())
    return;
  llvm::SmallVector<Arm, 1> Choosers = std::move(Chosen->second);
  Arms.erase(Chosen); // The wrappers of an arm are elements, too.
  for (const Arm &A : Choosers) {
    if (F.Vars[A.V].IsReference)
      emit(ir::Bind{A.V, place(E)}, loc(*E));
    else
      emit(ir::Assign{ir::Path::variable(A.V), A.Known ? ir::Operand::integer(*A.Known) : Result},
           loc(*E));
  }
}

//===----------------------------------------------------------------------===//
// Terminators
//===----------------------------------------------------------------------===//

/// What a branch on Condition tests: of `a && (b || c)` the operand that is evaluated last, unless
/// the whole has a value (clang computes it when temporaries have to be destroyed first).
const Expr *FunctionLowering::testedOperand(const Expr *Condition) const {
  Condition = strip(Condition);
  for (const BinaryOperator *Logical = logicalOperator(*Condition);
       Logical && !Choices.contains(Logical); Logical = logicalOperator(*Condition))
    Condition = strip(Logical->getRHS());
  return Condition;
}

/// The value of a plain `case N:` label of Target, if that is what it starts with.
static std::optional<int64_t> caseValue(const CFGBlock &Target, const ASTContext &Context) {
  const auto *Case = dyn_cast_or_null<CaseStmt>(Target.getLabel());
  Expr::EvalResult Value;
  if (!Case || Case->getRHS() || !Case->getLHS()->EvaluateAsInt(Value, Context) ||
      Value.Val.getInt().getSignificantBits() > 64)
    return std::nullopt;
  return Value.Val.getInt().getExtValue();
}

/// All successors but the last are plain cases, the last one is `default` or the way past the
/// switch; anything else (GNU case ranges, all enumerators covered) is "any successor".
static void fillSwitch(ir::Terminator &Term, const CFGBlock &B, const ASTContext &Context) {
  Term.K = ir::Terminator::Kind::Switch;
  std::vector<const CFGBlock *> Targets;
  for (const CFGBlock::AdjacentBlock &Next : B.succs())
    if (const CFGBlock *Target = Next.getReachableBlock())
      Targets.push_back(Target);
  for (const CFGBlock *Target : llvm::ArrayRef(Targets).drop_back())
    if (std::optional<int64_t> Value = caseValue(*Target, Context))
      Term.Cases.push_back(*Value);
    else
      Term.K = ir::Terminator::Kind::Any;
  if (isa_and_nonnull<CaseStmt>(Targets.back()->getLabel()))
    Term.K = ir::Terminator::Kind::Any;
  if (Term.K == ir::Terminator::Kind::Any)
    Term.Cases.clear();
}

/// A `throw` that no handler in this function catches. It leaves the callers as well, so it is no
/// return.
static bool throwsOut(const CFGBlock &B, llvm::ArrayRef<const CFGBlock *> Successors,
                      const CFG &Graph) {
  auto isThrow = [](const CFGElement &Element) {
    std::optional<CFGStmt> S = Element.getAs<CFGStmt>();
    return S && isa<CXXThrowExpr>(S->getStmt());
  };
  return Successors.size() == 1 && Successors[0] == &Graph.getExit() && llvm::any_of(B, isThrow);
}

static bool dispatchesToHandlers(const CFGBlock &B) {
  return isa_and_nonnull<CXXTryStmt>(B.getTerminatorStmt());
}

/// The blocks control may go to. clang lets every call leave the function by an exception; that
/// edge is left out: nothing after it could use what the call invalidated. Edges to handlers stay,
/// unless the call is one of Nothrow.
static llvm::SmallVector<const CFGBlock *, 2>
successorsOf(const CFGBlock &B, const CFG &Graph,
             const llvm::SmallPtrSetImpl<const Stmt *> &Nothrow) {
  llvm::SmallVector<const CFGBlock *, 2> Result;
  for (const CFGBlock::AdjacentBlock &Next : B.succs())
    if (const CFGBlock *Target = Next.getReachableBlock())
      Result.push_back(Target);
  // So does what no handler of a try block takes.
  if (dispatchesToHandlers(B) && Result.size() > 1 && Result.back() == &Graph.getExit())
    Result.pop_back();
  bool MayThrow = !B.getTerminatorStmt() && Result.size() > 1;
  if (MayThrow &&
      llvm::none_of(Result, [](const CFGBlock *T) { return dispatchesToHandlers(*T); }) &&
      Result.back() == &Graph.getExit())
    Result.pop_back();
  std::optional<CFGStmt> Last = B.empty() ? std::nullopt : B.back().getAs<CFGStmt>();
  if (MayThrow && Last && Nothrow.contains(Last->getStmt()))
    Result.truncate(1);
  return Result;
}

void FunctionLowering::lowerTerminator(const CFGBlock &B, const CFG &Graph) {
  ir::Terminator Term;
  if (&B == &Graph.getExit()) {
    F.Blocks[Current].Term = Term;
    return;
  }
  llvm::SmallVector<const CFGBlock *, 2> Targets = successorsOf(B, Graph, Nothrow);
  for (const CFGBlock *Target : Targets)
    Term.Successors.push_back(Graph.getNumBlockIDs() - 1 - Target->getBlockID());
  size_t Reachable = Term.Successors.size();
  const Stmt *S = B.getTerminatorStmt();
  if (S)
    Term.Loc = loc(*S);
  if (B.hasNoReturnElement() || Term.Successors.empty() || throwsOut(B, Targets, Graph)) {
    Term.K = ir::Terminator::Kind::Unreachable;
    Term.Successors.clear();
  } else if (Reachable == 1) {
    Term.K = ir::Terminator::Kind::Goto;
  } else if (isa_and_nonnull<SwitchStmt>(S)) {
    fillSwitch(Term, B, TU.Context);
    ir::Operand Chosen = value(cast<SwitchStmt>(S)->getCond());
    if (Term.K == ir::Terminator::Kind::Switch)
      Term.Condition = std::move(Chosen);
  } else if (const Expr *Condition = dyn_cast_or_null<Expr>(B.getTerminatorCondition());
             Condition && B.getTerminator().isStmtBranch() && Reachable == 2 &&
             B.succ_size() == 2) {
    Term.K = ir::Terminator::Kind::Branch;
    Term.Condition = value(testedOperand(Condition));
  } else if (std::optional<ir::VarId> Flag = flagOf(B); Flag && Reachable == 2) {
    Term.K = ir::Terminator::Kind::Branch;
    Term.Condition = ir::Operand::value(ir::Path::variable(*Flag));
  } else {
    Term.K = ir::Terminator::Kind::Any;
  }
  F.Blocks[Current].Term = std::move(Term);
}

} // namespace holdfast::lower
