//===- LowerThreads.cpp - threads that run a method, annotated locks ------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   worker.start();                              as worker.start([&] { worker.run(); });
//   std::for_each(std::execution::par, b, e, f);  f is called by many threads
//   void Queue::pop() REQUIRES(mutex);            mutex is held when its body begins
//   void Mutex::lock() ACQUIRE();                 after a call, the object is locked
//
// Clang's thread safety attributes are believed, whatever the bodies of the functions do besides.
//
//===----------------------------------------------------------------------===//
#include "lower/Accessor.h"
#include "lower/FunctionLowering.h"
#include "clang/AST/Attr.h"

using namespace clang;

namespace holdfast::lower {

using models::ClassKind;
using models::ClassModel;
using models::Operation;

//===----------------------------------------------------------------------===//
// What arguments say about threads
//===----------------------------------------------------------------------===//

/// What a constant among the arguments says: `std::launch::deferred`, `std::memory_order_relaxed`.
models::Sync FunctionLowering::told(llvm::ArrayRef<const Expr *> Arguments) const {
  for (const Expr *Argument : Arguments) {
    const auto *Name = dyn_cast<DeclRefExpr>(strip(Argument)->IgnoreParenCasts());
    const Operation *Row = Name && isa<EnumConstantDecl, VarDecl>(Name->getDecl())
                               ? TU.Lib.findFunction(modelName(*Name->getDecl()), "")
                               : nullptr;
    if (Row && Row->Between != models::Sync::None)
      return Row->Between;
  }
  return models::Sync::None;
}

/// The arguments say that nothing happens between threads: whoever asks for the result calls what
/// is deferred, and what is relaxed orders nothing.
bool FunctionLowering::isWithoutThreads(const Operation &Row,
                                        llvm::ArrayRef<const Expr *> Arguments) const {
  using models::Sync;
  if (Row.Between == Sync::Spawn)
    return told(Arguments) == Sync::Deferred;
  return llvm::is_contained({Sync::Signal, Sync::Await, Sync::SignalAwait}, Row.Between) &&
         told(Arguments) == Sync::Relaxed;
}

//===----------------------------------------------------------------------===//
// Threads
//===----------------------------------------------------------------------===//

/// `thread.start()`, `pool.start(&task)`, where the row names the method that is run. The callable
/// takes the place of the object, or is the only argument.
ir::Operand FunctionLowering::lowerStart(const std::string &Name, std::string Shape,
                                         const Operation &Row, const Expr &Object,
                                         ir::Path Receiver, llvm::ArrayRef<const Expr *> Arguments,
                                         const FunctionDecl &Callee, const Expr &E) {
  const size_t Given = Row.Roles.find('d');
  const Expr &Runner = Given < Arguments.size() ? *Arguments[Given] : Object;
  const CXXRecordDecl *Class = classOfObject(Runner);
  const CXXMethodDecl *Method = Class ? findMethod(*Class, Row.Runs, {}) : nullptr;
  ir::Operand Callable = ir::Operand::unknown();
  if (Method && Method->isInstance())
    Callable =
        bind(*Method, Slot{&Runner, 0, true}, temporary(TU.Context.VoidPtrTy, false, loc(E)), E);
  ir::ModelOp Op{std::nullopt, intern(Name), 0, std::move(Receiver), {}};
  const char Letter = static_cast<char>(models::ArgumentClass::Callable);
  if (Given < Arguments.size()) {
    for (unsigned I = 0; I < Arguments.size(); ++I)
      Op.Arguments.push_back(I == Given ? Callable
                                        : argument(*Arguments[I], parameterType(Callee, I)));
    Shape[Given] = Letter;
  } else {
    Op.Arguments.push_back(Callable);
    Shape = Letter;
  }
  Op.Shape = intern(Shape);
  return emitWithResult(std::move(Op), E);
}

/// The algorithm calls what it is given in many threads, if Policy says so.
void FunctionLowering::emitParallel(const ClassModel &Policy, const Operation &Row,
                                    llvm::ArrayRef<const Expr *> Arguments,
                                    const FunctionDecl &Callee, const Expr &E) {
  const Operation *Says = TU.Lib.findMethod(Policy, "{value}", "");
  if (!Says || Says->Between != models::Sync::Parallel)
    return;
  for (unsigned I = 0; I < Arguments.size() && I < Row.Roles.size(); ++I)
    if (Row.Roles[I] == 'f')
      emit(ir::ModelOp{std::nullopt,
                       intern(Policy.Name + "::{calls}"),
                       intern("F"),
                       std::nullopt,
                       {argument(*Arguments[I], parameterType(Callee, I))}},
           loc(E));
}

//===----------------------------------------------------------------------===//
// Clang's thread safety attributes
//===----------------------------------------------------------------------===//

namespace {

/// What an attribute says about the locks that it names, or about the object when it names none.
struct LockFact {
  llvm::StringRef Operation; ///< The name of a row.
  llvm::ArrayRef<Expr *> Locks;
  bool IsAttempt = false; ///< The result of the call says whether.
};

} // namespace

template <class A> static LockFact factOf(const A &Attribute, llvm::StringRef Operation) {
  return {Operation, llvm::ArrayRef<Expr *>(Attribute.args_begin(), Attribute.args_end()),
          std::is_same_v<A, TryAcquireCapabilityAttr>};
}

/// `true`, `1`: whether the function has the lock when it returns that.
static bool isTrue(const Expr *E, const ASTContext &Context) {
  Expr::EvalResult Value;
  return !E || E->isValueDependent() || !E->EvaluateAsInt(Value, Context) ||
         Value.Val.getInt() != 0;
}

/// What is so after a call.
static std::optional<LockFact> factAfter(const Attr &Attribute, const ASTContext &Context) {
  if (const auto *A = dyn_cast<AcquireCapabilityAttr>(&Attribute))
    return factOf(*A,
                  A->isShared() ? "clang::acquire_shared_capability" : "clang::acquire_capability");
  if (const auto *A = dyn_cast<ReleaseCapabilityAttr>(&Attribute))
    return factOf(*A, "clang::release_capability");
  if (const auto *A = dyn_cast<AssertCapabilityAttr>(&Attribute))
    return factOf(*A,
                  A->isShared() ? "clang::assert_shared_capability" : "clang::assert_capability");
  if (const auto *A = dyn_cast<TryAcquireCapabilityAttr>(&Attribute)) {
    if (!isTrue(A->getSuccessValue(), Context))
      return factOf(*A, "clang::try_acquire_capability_or_true");
    return factOf(*A, A->isShared() ? "clang::try_acquire_shared_capability"
                                    : "clang::try_acquire_capability");
  }
  return std::nullopt;
}

/// What is so when the body begins.
static std::optional<LockFact> factBefore(const Attr &Attribute) {
  if (const auto *A = dyn_cast<RequiresCapabilityAttr>(&Attribute))
    return factOf(*A, A->isShared() ? "clang::requires_shared_capability"
                                    : "clang::requires_capability");
  if (const auto *A = dyn_cast<ReleaseCapabilityAttr>(&Attribute); A && A->args_size() != 0)
    return factOf(*A, "clang::requires_capability");
  if (isa<NoThreadSafetyAnalysisAttr>(&Attribute))
    return LockFact{"clang::no_thread_safety_analysis", {}};
  return std::nullopt;
}

/// What the constructor of a guard (scoped_lockable) says about the locks that it takes. Excluded
/// are locks that a method locks later.
static std::optional<LockFact> factOfGuard(const Attr &Attribute) {
  if (const auto *A = dyn_cast<AcquireCapabilityAttr>(&Attribute))
    return factOf(*A, A->isShared() ? "clang::shared_scoped_lockable::{ctor}"
                                    : "clang::scoped_lockable::{ctor}");
  if (const auto *A = dyn_cast<RequiresCapabilityAttr>(&Attribute)) // Held, and adopted.
    return factOf(*A, A->isShared() ? "clang::shared_scoped_lockable::{ctor}"
                                    : "clang::scoped_lockable::{ctor}");
  return std::nullopt;
}

/// The operands that the expressions of an attribute are at a call.
static llvm::SmallVector<ir::Operand, 2> denotedBy(llvm::ArrayRef<Expr *> Locks,
                                                   const std::optional<ir::Path> &Receiver,
                                                   llvm::ArrayRef<ir::Operand> Arguments,
                                                   TranslationUnit &TU) {
  llvm::SmallVector<ir::Operand, 2> Result;
  for (const Expr *Lock : Locks)
    if (std::optional<ir::Operand> Denoted = denotedBy(*Lock, Receiver, Arguments, TU.Types, TU.M);
        Denoted && Denoted->hasPath())
      Result.push_back(ir::Operand::address(Denoted->P));
  return Result;
}

/// The locks that are held when the body of FD begins.
void FunctionLowering::emitEntryLocks() {
  llvm::SmallVector<ir::Operand, 4> Parameters;
  for (ir::VarId I = 0; I != F.NumParams; ++I)
    Parameters.push_back(F.Vars[I].IsReference ? ir::Operand::address(ir::Path::variable(I))
                                               : ir::Operand::value(ir::Path::variable(I)));
  Current = 0;
  for (const Attr *Attribute : FD.getMostRecentDecl()->attrs())
    if (std::optional<LockFact> Fact = factBefore(*Attribute)) {
      auto Locks = denotedBy(Fact->Locks, ir::Path::thisObject(), Parameters, TU);
      if (Locks.empty() && !Fact->Locks.empty())
        continue;
      std::string Shape(Locks.size(), static_cast<char>(models::ArgumentClass::Value));
      emit(ir::ModelOp{std::nullopt,
                       intern(Fact->Operation),
                       intern(Shape),
                       std::nullopt,
                       {Locks.begin(), Locks.end()}},
           F.Loc);
    }
}

/// The locks that are held after a call of Callee, and those that are not any more.
void FunctionLowering::emitLocks(const FunctionDecl &Callee,
                                 const std::optional<ir::Path> &Receiver,
                                 llvm::ArrayRef<ir::Operand> Arguments,
                                 std::optional<ir::VarId> Result, ir::Location Loc) {
  const auto *Ctor = dyn_cast<CXXConstructorDecl>(&Callee);
  const bool IsGuard = Ctor && Ctor->getParent()->hasAttr<ScopedLockableAttr>();
  for (const Attr *Attribute : Callee.getMostRecentDecl()->attrs()) {
    std::optional<LockFact> Fact =
        IsGuard ? factOfGuard(*Attribute) : factAfter(*Attribute, TU.Context);
    if (!Fact)
      continue;
    auto Locks = denotedBy(Fact->Locks, Receiver, Arguments, TU);
    if (Fact->Locks.empty() && Receiver)
      Locks.push_back(ir::Operand::address(*Receiver));
    if (Locks.empty())
      continue;
    std::string Shape(Locks.size(), static_cast<char>(models::ArgumentClass::Value));
    // What the caller has locked is the guard's from now on, and not locked twice.
    if (IsGuard && isa<RequiresCapabilityAttr>(Attribute))
      emit(ir::ModelOp{std::nullopt,
                       intern("clang::release_capability"),
                       intern(Shape),
                       std::nullopt,
                       {Locks.begin(), Locks.end()}},
           Loc);
    emit(ir::ModelOp{Fact->IsAttempt ? Result : std::nullopt,
                     intern(Fact->Operation),
                     intern(Shape),
                     IsGuard ? Receiver : std::nullopt,
                     {Locks.begin(), Locks.end()}},
         Loc);
  }
}

} // namespace holdfast::lower
