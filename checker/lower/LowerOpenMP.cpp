//===- LowerOpenMP.cpp - what directives do between threads ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   #pragma omp parallel                  op $omp::elsewhere        as one thread would run it
//   {                                     …
//     #pragma omp critical                op $omp::here
//     v.push_back(1);                     closure %f = "…@omp@12" captures &%v
//   }                                     op $omp::team args %f     and the body once more:
//                                           op $omp::lock args &@$omp@critical
//                                           op std::vector::push_back recv %v args 1
//                                           op $omp::unlock args &@$omp@critical
//
// The rules about iterators see the body where it is written. Variables that a construct has a
// private copy of are variables of their own in it.
//
//===----------------------------------------------------------------------===//
#include "lower/FunctionLowering.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace holdfast::lower {

/// What all tasks of a team are waited for by.
static constexpr llvm::StringLiteral Tasks("$omp@tasks");

void FunctionLowering::findDirectives(const Stmt &Body) {
  if (!TU.Context.getLangOpts().OpenMP)
    return;
  Blocks.emplace(Body, Region);
  if (Blocks->empty() && !Region)
    return Blocks.reset();
  if (Region && sharesIterations(*Region))
    Sharers.push_back(Region);
  findDiffering(Body);
}

//===----------------------------------------------------------------------===//
// The body of a region
//===----------------------------------------------------------------------===//

static unsigned offsetOf(const Directive &D, const ASTContext &Context) {
  const SourceManager &SM = Context.getSourceManager();
  return SM.getFileOffset(SM.getExpansionLoc(D.getBeginLoc()));
}

std::string FunctionLowering::regionUsr(const Directive &D) const {
  return usrOf(FD) + "@omp@" + std::to_string(offsetOf(D, TU.Context));
}

/// The local variables from outside of S that are used in it, in the order they are met.
static void addUsed(const Stmt &S, llvm::SmallVectorImpl<const VarDecl *> &Used,
                    llvm::DenseSet<const VarDecl *> &Own) {
  if (const auto *DS = dyn_cast<DeclStmt>(&S))
    for (const Decl *D : DS->decls())
      if (const auto *V = dyn_cast<VarDecl>(D))
        Own.insert(V);
  if (const auto *Name = dyn_cast<DeclRefExpr>(&S)) {
    const auto *V = dyn_cast<VarDecl>(Name->getDecl());
    if (V && V->isLocalVarDeclOrParm() && !V->isStaticLocal() && !Own.contains(V) &&
        !llvm::is_contained(Used, V))
      Used.push_back(V);
  }
  forEachPart(S, [&](const Stmt &Part) { addUsed(Part, Used, Own); });
}

/// The construct has a copy of its own, which begins as one of the original.
static bool isCopied(Sharing How) { return How == Sharing::FirstPrivate || How == Sharing::Linear; }

/// What the body of D gets from outside: of what is copied first, the copy.
static llvm::SmallVector<const VarDecl *, 8> capturesOf(const Directive &D) {
  llvm::SmallVector<const VarDecl *, 8> Used, Result;
  llvm::DenseSet<const VarDecl *> Own;
  for (const auto *C : D.getClausesOfKind<OMPDependClause>())
    for (const Stmt *Named : C->children())
      if (Named)
        addUsed(*Named, Used, Own);
  addUsed(*D.getRawStmt(), Used, Own);
  for (const VarDecl *V : Used)
    if (Sharing How = sharingOf(D, *V); How == Sharing::Shared || isCopied(How))
      Result.push_back(V);
  return Result;
}

void FunctionLowering::declareRegion() {
  F.Usr = intern(regionUsr(*Region));
  F.Loc = loc(*Region);
  F.IsLambda = true;
  if (const CXXRecordDecl *Class = classOfThis(FD))
    F.Class = intern(usrOf(*Class));
  F.Name = intern("the region of " + displayName(FD));
  auto Declare = [&](const VarDecl *V, ir::Variable::Storage S, bool IsReference) {
    Variables[V] = F.Vars.size();
    F.Vars.push_back(declared(*V, S, IsReference));
  };
  for (const VarDecl *V : capturesOf(*Region))
    Declare(V, ir::Variable::Storage::Capture, sharingOf(*Region, *V) == Sharing::Shared);
  F.NumCaptures = F.Vars.size();
  for (const VarDecl *V : privatesOf(*Region))
    if (!Variables.count(V))
      Declare(V, ir::Variable::Storage::Local, false);
  for (const VarDecl *V : countersOf(*Region))
    if (!Variables.count(V))
      Declare(V, ir::Variable::Storage::Local, false);
}

/// The body of a region begins.
void FunctionLowering::enterRegion() {
  lowerDepends(*Region);
  if (isa<OMPParallelMasterDirective, OMPParallelMaskedDirective>(Region))
    emitSync("$omp::lock", ir::Path::global(intern("$omp@omp master")), *Region);
}

/// D is met, behind its body.
void FunctionLowering::lowerOutlined(const Directive &D) {
  FunctionLowering Inner(TU, FD, &D);
  Inner.Sharers = Sharers;
  for (const OpenMPStep &S : Steps)
    if (sharesIterations(*S.D))
      Inner.Sharers.push_back(S.D);
  Inner.Differing = Differing;
  if (std::optional<ir::Function> Body = Inner.run())
    TU.M.Functions.push_back(std::move(*Body));
  ir::Closure C{temporary({}, false, loc(D)), intern(regionUsr(D)), {}};
  for (const VarDecl *V : capturesOf(D)) {
    ir::Path P = pathOf(*V);
    C.Captures.push_back(sharingOf(D, *V) == Sharing::Shared ? ir::Operand::address(std::move(P))
                                                             : ir::Operand::value(std::move(P)));
  }
  const ir::Operand Callable = ir::Operand::value(ir::Path::variable(C.Result));
  emit(std::move(C), loc(D));
  ir::ModelOp Op{std::nullopt, 0, 0, std::nullopt, {Callable}, 0};
  Op.Name = intern(startsTask(D) ? "$omp::task" : "$omp::team");
  Op.Shape = intern(startsTask(D) ? "VF" : "F");
  if (startsTask(D))
    Op.Arguments.insert(Op.Arguments.begin(),
                        ir::Operand::address(ir::Path::global(intern(Tasks))));
  emit(std::move(Op), loc(D));
}

/// A task that writes what another one reads or writes comes after it: neither runs while the other
/// does.
void FunctionLowering::lowerDepends(const Directive &D) {
  for (const auto *C : D.getClausesOfKind<OMPDependClause>()) {
    const OpenMPDependClauseKind K = C->getDependencyKind();
    if (K == OMPC_DEPEND_source || K == OMPC_DEPEND_sink)
      continue;
    for (const Stmt *Named : C->children())
      if (const auto *E = dyn_cast_or_null<Expr>(Named))
        emitSync(K == OMPC_DEPEND_in ? "$omp::lock_shared" : "$omp::lock", place(E), D);
  }
}

//===----------------------------------------------------------------------===//
// Constructs in the middle of a function
//===----------------------------------------------------------------------===//

void FunctionLowering::emitSync(llvm::StringRef Name, std::optional<ir::Path> Object,
                                const Stmt &S) {
  ir::ModelOp Op{std::nullopt, intern(Name), intern(Object ? "V" : ""), std::nullopt, {}, 0};
  if (Object)
    Op.Arguments.push_back(ir::Operand::address(std::move(*Object)));
  emit(std::move(Op), loc(S));
}

/// The lock that whoever runs the construct holds; a variable without a name: none.
ir::Path FunctionLowering::lockOf(const OpenMPStep &S) {
  std::string Name, Where = std::to_string(offsetOf(*S.D, TU.Context));
  if (const auto *Critical = dyn_cast<OMPCriticalDirective>(S.D)) {
    const std::string Of = Critical->getDirectiveName().getAsString();
    Name = "$omp@omp critical" + (Of.empty() ? Of : "(" + Of + ")");
  } else if (isa<OMPAtomicDirective>(S.D)) {
    Name = "$omp@omp atomic";
  } else if (isa<OMPMasterDirective, OMPMaskedDirective>(S.D)) {
    Name = "$omp@omp master";
  } else if (isa<OMPOrderedDirective>(S.D)) {
    Name = "$omp@omp ordered";
  } else if (isa<OMPSingleDirective>(S.D)) {
    Name = "$omp:" + usrOf(FD) + ":" + Where + "@omp single";
  } else if (S.IsFirstSection || isa<OMPSectionDirective>(S.D)) {
    Name = "$omp:" + usrOf(FD) + ":" + Where + "@omp section";
  } else {
    return ir::Path::thisObject();
  }
  return ir::Path::global(intern(Name));
}

void FunctionLowering::enter(const OpenMPStep &S) {
  if (isElsewhere(S))
    return emitSync("$omp::elsewhere", std::nullopt, *S.D);
  if (ir::Path Lock = lockOf(S); Lock.R == ir::Path::Root::Global)
    emitSync("$omp::lock", std::move(Lock), *S.D);
  for (const VarDecl *V : privatesOf(*S.D))
    if (isCopied(sharingOf(*S.D, *V))) {
      const ir::Operand Original = ir::Operand::value(pathOf(*V));
      const OpenMPSteps Outer = Steps;
      Steps.push_back(S);
      emit(ir::Assign{pathOf(*V), Original}, loc(*S.D));
      Steps = Outer;
    }
}

/// What the copies of the threads make of the original at the end, one after the other.
void FunctionLowering::writeBack(const Directive &D) {
  for (const VarDecl *V : privatesOf(D)) {
    const Sharing How = sharingOf(D, *V);
    if (How != Sharing::Reduction && How != Sharing::LastPrivate)
      continue;
    const ir::Path Lock = ir::Path::global(intern("$omp:" + regionUsr(D) + "@omp reduction"));
    emitSync("$omp::lock", Lock, D);
    writeOriginal(*V, D);
    emitSync("$omp::unlock", Lock, D);
  }
}

/// Atomics order nothing, unless they say so (OpenMP 5.2, 15.8.4).
void FunctionLowering::orderAtomic(const OMPAtomicDirective &D) {
  if (!D.getX() ||
      !(D.hasClausesOfKind<OMPSeqCstClause>() || D.hasClausesOfKind<OMPAcqRelClause>() ||
        D.hasClausesOfKind<OMPAcquireClause>() || D.hasClausesOfKind<OMPReleaseClause>()))
    return;
  if (!D.hasClausesOfKind<OMPReadClause>())
    emitSync("$omp::signal", place(D.getX()), D);
  if (!D.hasClausesOfKind<OMPWriteClause>())
    emitSync("$omp::await", place(D.getX()), D);
}

void FunctionLowering::leave(const OpenMPStep &S) {
  if (isElsewhere(S))
    return emitSync("$omp::here", std::nullopt, *S.D);
  if (const auto *Atomic = dyn_cast<OMPAtomicDirective>(S.D))
    orderAtomic(*Atomic);
  if (!S.IsFirstSection) {
    writeBack(*S.D);
    // A task that is started here ends here: before the lock of a `single` is given back.
    if (isa<OMPTaskgroupDirective>(S.D) ||
        isOpenMPTargetExecutionDirective(S.D->getDirectiveKind()))
      emitSync("$omp::taskwait", ir::Path::global(intern(Tasks)), *S.D);
    if (endsInBarrier(*S.D))
      emitSync("$omp::barrier", ir::Path::global(intern(Tasks)), *S.D);
  }
  if (ir::Path Lock = lockOf(S); Lock.R == ir::Path::Root::Global)
    emitSync("$omp::unlock", std::move(Lock), *S.D);
}

/// Where control is now, and where it goes: what is left, and what is entered. Inside of what other
/// threads run, nothing is said.
void FunctionLowering::moveTo(OpenMPSteps To) {
  auto Visible = [](llvm::ArrayRef<OpenMPStep> All) {
    const auto *End = llvm::find_if(All, isElsewhere);
    return All.take_front(End == All.end() ? All.size() : End - All.begin() + 1);
  };
  const OpenMPSteps From = Steps;
  const llvm::ArrayRef<OpenMPStep> Before = Visible(From), After = Visible(To);
  size_t Common = 0;
  while (Common < Before.size() && Common < After.size() && Before[Common] == After[Common])
    ++Common;
  for (size_t I = Before.size(); I != Common; --I) {
    Steps.assign(Before.begin(), Before.begin() + I - 1);
    leave(Before[I - 1]);
  }
  for (size_t I = Common; I != After.size(); ++I) {
    Steps.assign(After.begin(), After.begin() + I);
    enter(After[I]);
  }
  Steps = std::move(To);
}

/// A block without a statement is where the one before it ends.
void FunctionLowering::enterBlock(const CFGBlock &B) {
  auto First = [&]() -> const Stmt * {
    for (const CFGElement &Element : B)
      if (std::optional<CFGStmt> S = Element.getAs<CFGStmt>())
        return S->getStmt();
    return B.getTerminatorStmt();
  }();
  Steps.clear();
  if (First)
    Steps = Blocks->around(First);
  else
    for (const CFGBlock::AdjacentBlock &From : B.preds())
      if (const CFGBlock *Pred = From.getReachableBlock();
          Pred && !AtEnd[AtEnd.size() - 1 - Pred->getBlockID()].empty())
        Steps = AtEnd[AtEnd.size() - 1 - Pred->getBlockID()];
  AtBegin[Current] = Steps;
}

/// What is left and entered between two blocks.
void FunctionLowering::joinBlocks(const CFG &Graph) {
  const size_t Size = Graph.getNumBlockIDs();
  for (ir::BlockId B = 0; B != Size; ++B)
    for (size_t I = 0; I != F.Blocks[B].Term.Successors.size(); ++I) {
      const ir::BlockId To = F.Blocks[B].Term.Successors[I];
      if (AtEnd[B] == AtBegin[To])
        continue;
      Current = F.Blocks.size();
      F.Blocks.emplace_back();
      Steps = AtEnd[B];
      moveTo(AtBegin[To]);
      F.Blocks[Current].Term.K = ir::Terminator::Kind::Goto;
      F.Blocks[Current].Term.Successors = {To};
      F.Blocks[B].Term.Successors[I] = Current;
    }
  for (const CFGBlock *B : Graph)
    lockForOneThread(*B, Size - 1 - B->getBlockID());
}

/// `if (omp_get_thread_num() == 0)`: what one thread alone does, it does not do twice at once.
void FunctionLowering::lockForOneThread(const CFGBlock &Of, ir::BlockId B) {
  const Stmt *Condition = Of.getTerminatorCondition();
  const auto *Test = dyn_cast_or_null<BinaryOperator>(Condition);
  if (F.Blocks[B].Term.K != ir::Terminator::Kind::Branch || !Test ||
      (Test->getOpcode() != BO_EQ && Test->getOpcode() != BO_NE))
    return;
  const Expr *Number = Test->getLHS()->IgnoreParenImpCasts();
  const auto *Name = dyn_cast<DeclRefExpr>(Number);
  const std::optional<ir::Operand> Which = constant(*Test->getRHS());
  if (!Which ||
      !(isThreadNumber(*Number) || (Name && Numbers.contains(dyn_cast<VarDecl>(Name->getDecl())))))
    return;
  const size_t Edge = Test->getOpcode() == BO_NE;
  Current = F.Blocks.size();
  F.Blocks.emplace_back();
  emitSync("$omp::lock", ir::Path::global(intern("$omp@omp thread " + std::to_string(Which->I))),
           *Test);
  F.Blocks[Current].Term.K = ir::Terminator::Kind::Goto;
  F.Blocks[Current].Term.Successors = {F.Blocks[B].Term.Successors[Edge]};
  F.Blocks[B].Term.Successors[Edge] = Current;
}

void FunctionLowering::lowerDirective(const Directive &D) {
  if (llvm::any_of(Steps, isElsewhere))
    return;
  if (isOutlined(D))
    return lowerOutlined(D);
  if (isa<OMPTaskDirective>(D)) // `if(0)`: what it depends on, has been done.
    lowerDepends(D);
  if (isa<OMPBarrierDirective>(D))
    emitSync("$omp::barrier", ir::Path::global(intern(Tasks)), D);
  if (isa<OMPTaskwaitDirective>(D))
    emitSync("$omp::taskwait", ir::Path::global(intern(Tasks)), D);
}

/// The copy of VD that the constructs have which what is lowered is in.
std::optional<ir::VarId> FunctionLowering::privateCopy(const VarDecl &VD) {
  for (const OpenMPStep &S : llvm::reverse(Steps)) {
    if (sharingOf(*S.D, VD) == Sharing::Shared)
      continue;
    auto [It, New] = PrivateCopies.try_emplace({S.D, VD.getCanonicalDecl()}, F.Vars.size());
    if (New)
      F.Vars.push_back(declared(VD, ir::Variable::Storage::Local, false));
    return It->second;
  }
  return std::nullopt;
}

} // namespace holdfast::lower
