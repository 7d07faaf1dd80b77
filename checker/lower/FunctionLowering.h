//===- FunctionLowering.h - one function body to effects --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clang's CFG is asked to list every subexpression as an element of its own, in
// evaluation order. Each one is lowered once, when it is met, to an operand; what
// it does is appended to the current block. An expression whose value is chosen
// by control flow (`?:`, `&&`, `||` as values) is a temporary that its arms assign.
//
// The members are implemented by topic: FunctionLowering.cpp (blocks, terminators),
// LowerLifetime.cpp (where objects end), LowerDecl.cpp (variables, bindings,
// initializers), LowerExpr.cpp (casts, members, paths), LowerOperator.cpp (built-in
// and overloaded operators), LowerCall.cpp (calls, modeled and not), LowerConstruct.cpp
// (constructors), LowerNew.cpp (objects on the heap), LowerBind.cpp (std::bind), LowerSignal.cpp
// (signals and their slots), LowerThreads.cpp (threads that run a method, annotated locks),
// LowerOpenMP.cpp (directives), LowerScalar.cpp (--debug-scalars).
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LOWER_FUNCTIONLOWERING_H
#define HOLDFAST_LOWER_FUNCTIONLOWERING_H

#include "ir/Program.h"
#include "lower/Destructors.h"
#include "lower/Expressions.h"
#include "lower/Names.h"
#include "lower/OpenMP.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include <optional>

namespace holdfast::lower {

/// What all functions of a translation unit share.
struct TranslationUnit {
  TranslationUnit(clang::ASTContext &Context, const models::Library &Lib, ir::Module &M)
      : Context(Context), Lib(Lib), M(M), Types(Context, Lib), Locs(Context, M),
        Ends(Context, Lib, Types, Locs, M) {}

  clang::ASTContext &Context;
  const models::Library &Lib;
  ir::Module &M;
  TypeModels Types;
  Locations Locs;
  Destructors Ends;
  /// The signals whose bodies are in M.
  llvm::DenseSet<const clang::FunctionDecl *> Signals;
  bool Scalars = false; ///< LowerOptions::Scalars.
};

/// What one parameter of a function gets that a callable calls (LowerBind.cpp).
struct Slot {
  const clang::Expr *Bound = nullptr; ///< Null: the callable's own parameter Number.
  unsigned Number = 0;
  bool IsReferred = false; ///< Bound is an object that the callable refers to.
};

/// An operand that V is assigned when it was evaluated: its value, or Known.
struct Arm {
  ir::VarId V;
  std::optional<bool> Known;
};

class FunctionLowering {
public:
  /// Region: lowers the body of that directive in FD, which threads of their own run.
  FunctionLowering(TranslationUnit &TU, const clang::FunctionDecl &FD,
                   const Directive *Region = nullptr)
      : TU(TU), FD(FD), Region(Region) {}

  /// The lowered body, or nothing when clang cannot build a CFG for it. Call once.
  std::optional<ir::Function> run();

private:
  /// Containers deeper inside a copied object are left out.
  static constexpr unsigned MaxMemberDepth = 4;

  // Blocks, terminators (FunctionLowering.cpp).
  void declareSignature();
  void declareCaptures(const clang::CXXRecordDecl &Closure);
  void lowerBlocks(const clang::CFG &Graph);
  void prepareElement(const clang::CFGElement &Element);
  void prepareChoice(const clang::Expr *E);
  void prepareConditionalTemporaries(const clang::CFG &Graph);
  std::optional<ir::VarId> flagOf(const clang::CFGBlock &B) const;
  void ignoreAll(const clang::Expr &E);
  void ignoreCallee(const clang::CallExpr &E);
  void deferAssigned(const clang::CXXOperatorCallExpr &E);
  void readAssignedFirst(const clang::BinaryOperator &E);
  void readFirst(const clang::Expr &E);
  void ignoreRewriting(const clang::CXXRewrittenBinaryOperator &E);
  void lowerElement(const clang::CFGElement &Element);
  void lowerStatement(const clang::Stmt &S);
  const clang::Expr *testedOperand(const clang::Expr *Condition) const;
  void lowerTerminator(const clang::CFGBlock &B, const clang::CFG &Graph);

  // Lifetimes (LowerLifetime.cpp).
  void emitAll(Destructors::Effects Effects, ir::Location Loc);
  void endLifetime(const clang::VarDecl &VD, const clang::Stmt *Trigger);
  void endTemporary(const clang::CXXBindTemporaryExpr &E);
  void buildInPlace(const clang::Expr &E);
  void buildPartsInPlace(const clang::InitListExpr &List);
  void destroyTemporary(ir::VarId V, clang::QualType T, ir::Location Loc);
  void noteMoved(const ir::Operand &Source, clang::QualType From);
  ir::Operand takenFrom(const clang::Expr &Source, ir::Location Loc);

  // Variables (LowerDecl.cpp).
  void prepareDestination(const clang::VarDecl &VD);
  void lowerVariable(const clang::VarDecl &VD);
  void lowerDecomposition(const clang::DecompositionDecl &DD);
  void lowerInitializer(const clang::CXXCtorInitializer &Init);
  void initializeAggregate(const ir::Path &Destination, const clang::CXXRecordDecl &Class,
                           const clang::InitListExpr &Init, ir::Location Loc);
  void initialize(ir::Path Destination, clang::QualType T, const clang::Expr &Init,
                  ir::Location Loc);
  ir::Operand lowerInitList(const clang::InitListExpr &E);
  ir::Path tupleElement(const clang::DecompositionDecl &DD, unsigned Index);
  ir::VarId variable(const clang::VarDecl &VD);
  ir::Path pathOf(const clang::ValueDecl &D);
  ir::VarId temporary(clang::QualType T, bool IsReference, ir::Location Loc);
  void declareAs(ir::Variable &V, clang::QualType T) const;
  ir::Variable declared(const clang::VarDecl &VD, ir::Variable::Storage S, bool IsReference) const;

  // Objects on the heap (LowerNew.cpp).
  void prepareNew(const clang::CXXNewExpr &E);
  ir::Path newObject(const clang::Expr &E, clang::QualType T);
  ir::Operand lowerNew(const clang::CXXNewExpr &E);
  std::optional<ir::Operand> lowerMake(const clang::FunctionDecl &Maker,
                                       llvm::ArrayRef<const clang::Expr *> Arguments,
                                       const clang::Expr &E);
  std::optional<ir::Operand> lowerConstructed(const clang::FunctionDecl &Callee,
                                              llvm::ArrayRef<const clang::Expr *> Arguments,
                                              const clang::Expr &E);
  void noteDereference(const clang::Expr &Pointer);

  // std::bind and its kin (LowerBind.cpp).
  std::optional<ir::Operand> lowerBind(const models::Operation &Row,
                                       llvm::ArrayRef<const clang::Expr *> Arguments,
                                       const clang::Expr &E);
  ir::Operand bind(const clang::FunctionDecl &Called, llvm::ArrayRef<Slot> Slots, ir::VarId Result,
                   const clang::Expr &E);
  const clang::Expr *functionGivenTo(const clang::CallExpr &Call) const;
  const clang::FunctionDecl *functionNamedBy(const clang::Expr &E) const;
  ir::Path boundVariable(const Slot &S, clang::QualType T, ir::Function &G, ir::Closure &C);
  std::optional<ir::Path> memberOfThis(const clang::Expr &Object);
  ir::Path boundObject(const Slot &S, const clang::CXXMethodDecl &Method, ir::Function &G,
                       ir::Closure &C);

  // Signals and their slots (LowerSignal.cpp).
  const models::Operation *connectionRow(const clang::FunctionDecl &Callee,
                                         llvm::ArrayRef<const clang::Expr *> Arguments);
  std::optional<ir::Operand> lowerConnection(const clang::FunctionDecl &Callee,
                                             const clang::Expr *Object,
                                             llvm::ArrayRef<const clang::Expr *> Arguments,
                                             const clang::Expr &E);
  ir::Operand connect(const models::Operation &Row, std::optional<ir::Path> Signal,
                      const clang::Expr *Object, llvm::ArrayRef<const clang::Expr *> Arguments,
                      const clang::Expr &E);
  ir::Operand lowerEmission(ir::Path Signal, const clang::FunctionDecl &Callee,
                            llvm::ArrayRef<const clang::Expr *> Arguments, const clang::Expr &E);
  void disconnect(const models::Operation &Row, std::optional<ir::Path> Signals,
                  llvm::ArrayRef<const clang::Expr *> Arguments, ir::Location Loc);
  std::optional<ir::Path> slotsOf(const clang::Expr &Sender, const clang::Expr &Signal);
  ir::Operand slotCallable(const clang::Expr &Given, const clang::Expr *Receiver,
                           const clang::Expr &E);
  const clang::CXXMethodDecl *methodNamedBy(const clang::Expr &E, const clang::Expr &Object) const;
  ir::Path objectAt(const clang::Expr &Object);
  bool isCalledLater(const clang::Expr &E) const;
  bool isSignalBody() const;
  std::optional<ir::Function> lowerSignal();

  // Threads and locks (LowerThreads.cpp).
  models::Sync told(llvm::ArrayRef<const clang::Expr *> Arguments) const;
  bool isWithoutThreads(const models::Operation &Row,
                        llvm::ArrayRef<const clang::Expr *> Arguments) const;
  ir::Operand lowerStart(const std::string &Name, std::string Shape, const models::Operation &Row,
                         const clang::Expr &Object, ir::Path Receiver,
                         llvm::ArrayRef<const clang::Expr *> Arguments,
                         const clang::FunctionDecl &Callee, const clang::Expr &E);
  void emitParallel(const models::ClassModel &Policy, const models::Operation &Row,
                    llvm::ArrayRef<const clang::Expr *> Arguments,
                    const clang::FunctionDecl &Callee, const clang::Expr &E);
  void emitEntryLocks();
  void emitLocks(const clang::FunctionDecl &Callee, const std::optional<ir::Path> &Receiver,
                 llvm::ArrayRef<ir::Operand> Arguments, std::optional<ir::VarId> Result,
                 ir::Location Loc);

  // Expressions (LowerExpr.cpp).
  class ExprVisitor;
  ir::Operand value(const clang::Expr *E);
  ir::Operand lowerExpr(const clang::Expr &E);
  ir::Operand lowerCast(const clang::CastExpr &E);
  std::optional<ir::Operand> constant(const clang::Expr &E) const;
  ir::Operand lowerMember(const clang::MemberExpr &E);
  ir::Operand lowerSubscript(const clang::ArraySubscriptExpr &E);
  ir::Operand lowerUnary(const clang::UnaryOperator &E);
  ir::Operand lowerBinary(const clang::BinaryOperator &E);
  ir::Operand lowerLambda(const clang::LambdaExpr &E);
  ir::Operand lowerFunction(const clang::FunctionDecl &Function, const clang::Expr &E);
  ir::Operand lowerDelete(const clang::CXXDeleteExpr &E);
  ir::Operand step(ir::Operand Target, ir::Arithmetic::Op O, bool Postfix, clang::QualType T,
                   ir::Location Loc);
  ir::Operand arithmetic(ir::Arithmetic::Op O, ir::Operand L, ir::Operand R, clang::QualType T,
                         ir::Location Loc);
  ir::Operand compare(clang::BinaryOperatorKind Op, ir::Operand L, ir::Operand R, ir::Location Loc);
  /// The object E denotes; a fresh unknown one when nothing better is known.
  ir::Path place(const clang::Expr *E);
  /// What a pointer-like operand points at.
  ir::Path pointee(const ir::Operand &Pointer, clang::QualType T, ir::Location Loc);
  ir::Path materialize(const ir::Operand &Value, clang::QualType T, ir::Location Loc);
  ir::Operand unknownValue(clang::QualType T, bool IsGlvalue, ir::Location Loc);
  /// True when evaluating P goes through a dereference or a reference variable.
  bool isIndirect(const ir::Path &P) const;

  // OpenMP (LowerOpenMP.cpp).
  void declareRegion();
  void enterRegion();
  void findDirectives(const clang::Stmt &Body);
  void moveTo(OpenMPSteps To);
  void enterBlock(const clang::CFGBlock &B);
  void joinBlocks(const clang::CFG &Graph);
  void enter(const OpenMPStep &S);
  void leave(const OpenMPStep &S);
  void emitSync(llvm::StringRef Name, std::optional<ir::Path> Object, const clang::Stmt &S);
  void writeBack(const Directive &D);
  ir::Path lockOf(const OpenMPStep &S);
  void lowerDirective(const Directive &D);
  void lowerOutlined(const Directive &D);
  void orderAtomic(const clang::OMPAtomicDirective &D);
  void lockForOneThread(const clang::CFGBlock &Of, ir::BlockId B);
  void lowerDepends(const Directive &D);
  std::string regionUsr(const Directive &D) const;
  std::optional<ir::VarId> privateCopy(const clang::VarDecl &VD);

  // Plain reads and writes (LowerScalar.cpp).
  void accessScalar(llvm::StringRef Operation, const ir::Operand &Object, const clang::Expr &E);
  void writeOriginal(const clang::VarDecl &VD, const clang::Stmt &S);
  ir::Path atIndex(ir::Path Element, const clang::Expr &Index);
  ir::Path valueAt(ir::Path Object, clang::QualType T);
  std::string indexVariable(const clang::VarDecl &VD);
  std::string sharedCounter(const std::string &Name, const Directive &D) const;
  bool isThreadNumber(const clang::Expr &E) const;
  bool differs(const clang::Stmt &S) const;
  void findCounters(const clang::Stmt &Body);
  void findDiffering(const clang::Stmt &Body);

  // Calls (LowerCall.cpp).
  ir::Operand lowerCall(const clang::CallExpr &E);
  ir::Operand lowerEquality(const clang::CXXOperatorCallExpr &E, ir::Operand Called);
  ir::Operand lowerOperatorCall(const clang::CXXOperatorCallExpr &E);
  bool hasOwnDereference(const clang::Expr &Iterator) const;
  std::optional<ir::Operand> lowerIteratorOperator(const clang::CXXOperatorCallExpr &E);
  const models::Operation *assignmentOf(clang::QualType T) const;
  ir::Operand lowerHandleAssignment(const clang::CXXOperatorCallExpr &E);
  bool yields(const models::Operation &Row, const clang::Expr &E) const;
  bool isOfDerivedClass(const clang::CXXMethodDecl &Method) const;
  bool isOwnImplementation(const clang::Expr &Object) const;
  std::optional<ir::Operand> lowerMethod(const clang::CXXMethodDecl &Method,
                                         const clang::Expr &Object, bool IsArrow,
                                         llvm::ArrayRef<const clang::Expr *> Arguments,
                                         const clang::Expr &E);
  std::optional<ir::Operand> lowerConversion(const clang::CXXMethodDecl &Method,
                                             clang::QualType From,
                                             llvm::function_ref<ir::Path()> Object,
                                             const clang::Expr &E);
  std::optional<ir::Operand> lowerFreeFunction(const clang::FunctionDecl &Callee,
                                               llvm::ArrayRef<const clang::Expr *> Arguments,
                                               const clang::Expr &E);
  std::optional<ir::Operand> lowerNamedFunction(const std::string &Name,
                                                const clang::FunctionDecl &Callee,
                                                llvm::ArrayRef<const clang::Expr *> Arguments,
                                                const clang::Expr &E);
  std::optional<ir::Operand> lowerFunctionObject(const clang::CXXOperatorCallExpr &E);
  const clang::Expr *copiedFrom(const clang::CXXConstructExpr &E) const;
  bool isOpaqueCallable(clang::QualType T) const;
  std::optional<ir::Operand> lowerCallableAssignment(const clang::Expr &Left,
                                                     const clang::Expr &Right, ir::Location Loc);
  std::optional<ir::Operand> lowerEmplace(const clang::CXXMethodDecl &Method,
                                          const models::Operation &Row, clang::QualType Container,
                                          ir::Path Receiver,
                                          llvm::ArrayRef<const clang::Expr *> Arguments,
                                          const clang::Expr &E);
  ir::Operand lowerDefaultedAssignment(const clang::Expr &Left, const clang::Expr &Right,
                                       ir::Location Loc);
  void initialize(ir::Path Member, clang::QualType T, ir::Operand From, ir::Location Loc);
  void transferMembers(const ir::Path &To, const ir::Path &From, clang::QualType T,
                       llvm::StringRef Operation, llvm::StringRef Shape, ir::Location Loc);
  ir::Operand lowerConstruct(const clang::CXXConstructExpr &E);
  void construct(const ir::Path &Object, clang::QualType T, const clang::CXXConstructorDecl &Ctor,
                 llvm::ArrayRef<const clang::Expr *> Arguments, ir::Location Loc);
  void callConstructor(const ir::Path &Object, const clang::CXXConstructorDecl &Ctor,
                       llvm::ArrayRef<const clang::Expr *> Arguments, ir::Location Loc);
  ir::Operand lowerUnmodeledCall(const clang::Expr &E, const clang::FunctionDecl *Callee,
                                 const clang::Expr *Object, const clang::Expr *Target,
                                 llvm::ArrayRef<const clang::Expr *> Arguments);
  ir::Operand emitWithResult(ir::ModelOp Op, const clang::Expr &E);
  ir::Operand emitModelOp(llvm::StringRef Name, std::string Shape, std::optional<ir::Path> Receiver,
                          llvm::ArrayRef<const clang::Expr *> Arguments,
                          const clang::FunctionDecl &Callee, const clang::Expr &E,
                          ir::Symbol Destructor);
  std::string shapeOf(llvm::ArrayRef<const clang::Expr *> Arguments,
                      const clang::FunctionDecl &Callee, const clang::CXXRecordDecl *Receiver);
  ir::Operand argument(const clang::Expr &E, clang::QualType Param);
  ir::Operand callArgument(const clang::Expr &E, clang::QualType Param);
  /// What the callee gets for the arguments that the call leaves out.
  void addDefaultArguments(ir::Call &Call, const clang::FunctionDecl &Callee) const;
  ir::VarId resultVariable(const clang::Expr &E);

  void emit(ir::EffectKind What, ir::Location Loc) {
    F.Blocks[Current].Effects.push_back({std::move(What), Loc});
  }
  ir::Location loc(const clang::Stmt &S) const { return TU.Locs.range(S.getSourceRange()); }
  ir::Symbol intern(llvm::StringRef Text) { return TU.M.intern(Text); }

  TranslationUnit &TU;
  const clang::FunctionDecl &FD;
  const Directive *Region = nullptr;
  ir::Function F;
  ir::BlockId Current = 0;

  std::optional<Directives> Blocks;        ///< Unset: no OpenMP.
  OpenMPSteps Steps;                       ///< Where the element that is lowered is.
  std::vector<OpenMPSteps> AtBegin, AtEnd; ///< By block.
  llvm::DenseMap<std::pair<const Directive *, const clang::VarDecl *>, ir::VarId> PrivateCopies;
  llvm::SmallVector<const Directive *, 2> Sharers; ///< Constructs around that share iterations.
  /// Variables whose values differ between threads; those that are the number of the thread; all
  /// that are set in Region.
  llvm::DenseSet<const clang::VarDecl *> Differing, Numbers, SetInRegion;

  llvm::DenseMap<const clang::Expr *, ir::Operand> Values;
  llvm::DenseMap<const clang::VarDecl *, ir::VarId> Variables;
  /// Class prvalues that initialize a variable directly are built in place.
  llvm::DenseMap<const clang::Expr *, const clang::VarDecl *> Destinations;
  /// What makes a variable, a member, a part of an aggregate or an object on the heap: no
  /// temporary.
  llvm::DenseSet<const clang::Expr *> BuiltInPlace;
  /// Objects that a new-expression makes, by the call of their constructor …
  llvm::DenseMap<const clang::Expr *, const clang::CXXNewExpr *> Allocations;
  /// … and the pointers to them, by the new-expression.
  llvm::DenseMap<const clang::Expr *, ir::VarId> NewObjects;
  /// `c ? a : b`, `a && b`: the temporary that stands for the value, by expression …
  llvm::DenseMap<const clang::Expr *, ir::VarId> Choices;
  llvm::SmallPtrSet<const clang::Stmt *, 8> Nothrow; ///< Calls of library functions.
  /// … and by the arm that assigns it (an arm may serve several nested choices).
  llvm::DenseMap<const clang::Expr *, llvm::SmallVector<Arm, 1>> Arms;
  /// Of blocks that decide whether temporaries are destroyed: whether these were made, and one.
  llvm::DenseMap<const clang::CFGBlock *, std::pair<ir::VarId, const clang::Expr *>> Flags;
  /// Calls that clang adds behind what is written and that would say it twice: `get<i>(pair)`
  /// behind a structured binding, `==` behind a rewritten `!=`.
  llvm::DenseSet<const clang::Expr *> Ignored;
  /// Left sides of assignments, with their parts, that are evaluated after the right sides.
  llvm::DenseSet<const clang::Stmt *> Deferred;
  /// What is assigned, where finding its place may change what it is read from.
  llvm::DenseSet<const clang::Expr *> ReadFirst;
  /// Temporaries that are ours to destroy: made by a call or constructor.
  llvm::DenseSet<ir::VarId> OwnedTemporaries;
  /// Results of methods of objects that live on.
  llvm::DenseSet<ir::VarId> HandedOut;
  /// Temporaries that something else may own the object of since.
  llvm::DenseSet<ir::VarId> MovedFrom;
  /// The range-for loops by their hidden variables.
  llvm::DenseMap<const clang::VarDecl *, const clang::CXXForRangeStmt *> RangeLoops;
};

/// The class of the `this` that the body of FD has, of a lambda the one it captured; null when it
/// has none.
const clang::CXXRecordDecl *classOfThis(const clang::FunctionDecl &FD);

/// The method of Class or its bases that can be called with arguments of Types; null: none, or
/// several.
const clang::CXXMethodDecl *findMethod(const clang::CXXRecordDecl &Class, llvm::StringRef Name,
                                       llvm::ArrayRef<llvm::StringRef> Types);

} // namespace holdfast::lower

#endif // HOLDFAST_LOWER_FUNCTIONLOWERING_H
