//===- LowerConstruct.cpp - objects that a constructor makes ------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/Construction.h"
#include "lower/FunctionLowering.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace holdfast::lower {

using models::ClassKind;
using models::ClassModel;

/// What the new object is a copy of, when it is nothing but that: copies of iterators and smart
/// pointers, of closures, and of wrappers around a callable (std::function).
const Expr *FunctionLowering::copiedFrom(const CXXConstructExpr &E) const {
  const CXXConstructorDecl *Ctor = E.getConstructor();
  if (E.getNumArgs() < 1 || (E.getNumArgs() > 1 && !isa<CXXDefaultArgExpr>(E.getArg(1))))
    return nullptr;
  const Expr *Source = E.getArg(0);
  QualType T = E.getType(), From = Source->getType();
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (Class->isLambda() || TU.Types.isKind(T, ClassKind::SmartPointer))
    return Source;
  if (TU.Types.isIteratorClass(T)) {
    // `explicit iterator(Object *o) : it(o->items.begin()) {}`
    const FieldDecl *Position = TU.Types.positionIn(Class);
    bool IsPosition = From->isPointerType() && (!Position || Position->getType()->isPointerType());
    return Ctor->isCopyOrMoveConstructor() || TU.Types.isIteratorClass(From) || IsPosition
               ? Source
               : nullptr;
  }
  // A view is copied like a pointer: it goes on referring to what it was made of.
  if (TU.Types.isKind(T, ClassKind::View) && Ctor->isCopyOrMoveConstructor() && isDefaulted(*Ctor))
    return Source;
  bool WrapsCallable = !TU.Types.modelOf(T) && TU.Types.isCallable(T) &&
                       TU.Types.isCallable(From) &&
                       (!Ctor->isCopyOrMoveConstructor() || isOpaqueCallable(T));
  return WrapsCallable ? Source : nullptr;
}

/// A class of which only that it can be called is of interest: std::function, but not a class of
/// the program, whose operator() has a body.
bool FunctionLowering::isOpaqueCallable(QualType T) const {
  const CXXRecordDecl *Class = T.getNonReferenceType()->getAsCXXRecordDecl();
  return Class && !TU.Types.modelOf(T.getNonReferenceType()) && TU.Types.isCallable(T) &&
         (Class->isLambda() ||
          TU.Context.getSourceManager().isInSystemHeader(Class->getLocation()));
}

/// What a defaulted copy or move does to the containers among the members, and to theirs.
void FunctionLowering::transferMembers(const ir::Path &To, const ir::Path &From, QualType T,
                                       llvm::StringRef Operation, llvm::StringRef Shape,
                                       ir::Location Loc) {
  const CXXRecordDecl *Class = T.getNonReferenceType()->getAsCXXRecordDecl();
  if (!Class || !(Class = Class->getDefinition()) || TU.Types.modelOf(T) ||
      From.Projections.size() > MaxMemberDepth)
    return;
  for (const FieldDecl *Field : Class->fields()) {
    if (!Field->getIdentifier() || !Field->getType()->isRecordType() ||
        TU.Types.isIteratorClass(Field->getType()))
      continue;
    ir::Projection Step =
        ir::Projection::field(intern(Field->getName()), intern(modelName(*Class)));
    const ClassModel *Model = TU.Types.modelOf(Field->getType());
    if (!Model)
      transferMembers(To.then(Step), From.then(Step), Field->getType(), Operation, Shape, Loc);
    else if (const models::Operation *Row = TU.Lib.findMethod(*Model, Operation, Shape);
             Row && Model->Kind == ClassKind::Container)
      emit(ir::ModelOp{std::nullopt,
                       intern((Model->Name + "::" + Operation).str()),
                       intern(Shape),
                       To.then(Step),
                       {ir::Operand::address(From.then(Step))},
                       TU.Ends.runBy(*Row, Field->getType())},
           Loc);
  }
}

/// Member, of type T, is made as a copy of From.
void FunctionLowering::initialize(ir::Path Member, QualType T, ir::Operand From, ir::Location Loc) {
  const ClassModel *Model = TU.Types.isIteratorClass(T) ? nullptr : TU.Types.modelOf(T);
  if (!Model || From.K != ir::Operand::Kind::Value || !TU.Lib.findMethod(*Model, "{ctor}", "C"))
    return emit(ir::Assign{std::move(Member), std::move(From)}, Loc);
  emit(ir::ModelOp{std::nullopt,
                   intern(Model->Name + "::{ctor}"),
                   intern("C"),
                   std::move(Member),
                   {ir::Operand::address(From.P)},
                   0},
       Loc);
}

/// The parameter that a member is initialized with: `first(std::forward<U>(x))`, `id(id)`.
static const ParmVarDecl *initializedWith(const CXXCtorInitializer &Initializer) {
  const Expr *E = Initializer.getInit()->IgnoreUnlessSpelledInSource();
  if (const auto *Copy = dyn_cast<CXXConstructExpr>(E);
      Copy && Copy->getConstructor()->isCopyOrMoveConstructor())
    E = Copy->getArg(0)->IgnoreUnlessSpelledInSource();
  if (const auto *Call = dyn_cast<CallExpr>(E); Call && Call->getNumArgs() == 1) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    unsigned Id = Callee ? Callee->getBuiltinID() : 0;
    if (Id != Builtin::BIforward && Id != Builtin::BImove)
      return nullptr;
    E = Call->getArg(0)->IgnoreUnlessSpelledInSource();
  }
  const auto *Reference = dyn_cast<DeclRefExpr>(E);
  return Reference ? dyn_cast<ParmVarDecl>(Reference->getDecl()) : nullptr;
}

/// Who sees how a member is used sees how it was made; nobody looks into the classes of the system.
static bool isOfInterest(const FieldDecl &Field, const TypeModels &Types) {
  QualType T = Field.getType();
  if (T->isScalarType() || Types.isIteratorClass(T))
    return true;
  const models::ClassModel *Model = Types.modelOf(T);
  const SourceManager &Sources = Field.getASTContext().getSourceManager();
  return T->isRecordType() && (!Model || Model->Kind == ClassKind::Container) &&
         Sources.isInSystemHeader(Field.getLocation());
}

/// `pair(const T1 &a, const T2 &b) : first(a), second(b) {}`: the members of interest that hold
/// what came in, each with its parameter's number.
static llvm::SmallVector<std::pair<const FieldDecl *, unsigned>, 2>
initializedMembers(const CXXConstructorDecl &Ctor, size_t NumArguments, const TypeModels &Types) {
  llvm::SmallVector<std::pair<const FieldDecl *, unsigned>, 2> Result;
  const FunctionDecl *Definition = nullptr;
  if (!Ctor.isDefined(Definition))
    return Result;
  for (const CXXCtorInitializer *I : cast<CXXConstructorDecl>(Definition)->inits()) {
    const FieldDecl *Field = I->isMemberInitializer() ? I->getMember() : nullptr;
    if (!Field || !Field->getIdentifier() || !isOfInterest(*Field, Types))
      continue;
    const ParmVarDecl *Parameter = initializedWith(*I);
    if (Parameter && Parameter->getFunctionScopeIndex() < NumArguments)
      Result.push_back({Field, Parameter->getFunctionScopeIndex()});
  }
  return Result;
}

ir::Operand FunctionLowering::lowerConstruct(const CXXConstructExpr &E) {
  const CXXConstructorDecl *Ctor = E.getConstructor();
  QualType T = E.getType();
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (!Class) // An array of objects.
    return ir::Operand::value(ir::Path::variable(resultVariable(E)));
  llvm::SmallVector<const Expr *, 4> Arguments = argumentsOf(E);
  const ClassModel *Model = TU.Types.modelOf(T);
  bool HasRow = Model && TU.Lib.findMethod(*Model, "{ctor}", shapeOf(Arguments, *Ctor, Class));
  bool IsHandle = TU.Types.isIteratorClass(T) || (Model && Model->Kind == ClassKind::SmartPointer);
  if (IsHandle && Arguments.empty())
    return ir::Operand::null();
  if (const Expr *Source = copiedFrom(E);
      Source && !(HasRow && Model->Kind == ClassKind::Iterator && !Ctor->isCopyOrMoveConstructor()))
    return takenFrom(*Source, loc(E));
  const CXXNewExpr *New = Allocations.lookup(&E);
  ir::Path Object = New ? newObject(*New, T) : ir::Path::variable(resultVariable(E));
  construct(Object, T, *Ctor, Arguments, loc(E));
  return ir::Operand::value(Object);
}

/// `std::make_pair(i, it)`: as `std::pair(i, it)`.
std::optional<ir::Operand>
FunctionLowering::lowerConstructed(const FunctionDecl &Callee,
                                   llvm::ArrayRef<const Expr *> Arguments, const Expr &E) {
  const CXXRecordDecl *Class = E.getType()->getAsCXXRecordDecl();
  const CXXConstructorDecl *Ctor =
      Class ? constructorOfResult(Callee, *Class, Arguments.size()) : nullptr;
  if (!Ctor)
    return std::nullopt;
  ir::Path Object = ir::Path::variable(resultVariable(E));
  construct(Object, E.getType(), *Ctor, Arguments, loc(E));
  return ir::Operand::value(Object);
}

/// Ctor makes Object, which is of type T.
void FunctionLowering::construct(const ir::Path &Object, QualType T, const CXXConstructorDecl &Ctor,
                                 llvm::ArrayRef<const Expr *> Arguments, ir::Location Loc) {
  const ClassModel *Model = TU.Types.modelOf(T);
  std::string Shape = shapeOf(Arguments, Ctor, T->getAsCXXRecordDecl());
  if (Model && TU.Lib.findMethod(*Model, "{ctor}", Shape)) {
    ir::ModelOp Op{std::nullopt, intern(Model->Name + "::{ctor}"), intern(Shape), Object, {}};
    for (unsigned I = 0; I < Arguments.size(); ++I)
      Op.Arguments.push_back(argument(*Arguments[I], parameterType(Ctor, I)));
    return emit(std::move(Op), Loc);
  }
  if (Ctor.isCopyOrMoveConstructor() && isDefaulted(Ctor) && !Model) {
    ir::Operand Source = value(Arguments[0]);
    emit(ir::Assign{Object, Source}, Loc);
    if (Ctor.isMoveConstructor() && Source.K == ir::Operand::Kind::Value)
      transferMembers(Object, Source.P, T, "{ctor}", "M", Loc);
  } else if (const models::Operation *Row = connectionRow(Ctor, Arguments)) {
    disconnect(*Row, std::nullopt, Arguments, Loc);
  } else if (Ctor.isUserProvided() && !Model) {
    callConstructor(Object, Ctor, Arguments, Loc);
  } else {
    for (const Expr *Argument : Arguments)
      value(Argument);
    if (!isIndirect(Object)) // Nothing is known of a new object.
      emit(ir::Assign{Object, ir::Operand::unknown()}, Loc);
  }
}

/// `slots.emplace_back(id, f)`: as `slots.push_back(Slot(id, f))`, if something callable is among
/// the arguments; otherwise what the new element holds is of no interest.
std::optional<ir::Operand> FunctionLowering::lowerEmplace(const CXXMethodDecl &Method,
                                                          const models::Operation &Row,
                                                          QualType Container, ir::Path Receiver,
                                                          llvm::ArrayRef<const Expr *> Arguments,
                                                          const Expr &E) {
  size_t Others = Row.Roles.size();
  const models::ClassModel *Model = TU.Types.modelOf(Container);
  const auto *Class =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(TU.Types.modeledClass(Container));
  if (Row.What != models::Change::Insert || !llvm::StringRef(Row.Pattern).ends_with("*") ||
      Arguments.size() <= Others || Model->KeyField != "-" || !Class ||
      Class->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return std::nullopt;
  QualType T = Class->getTemplateArgs()[0].getAsType();
  llvm::ArrayRef<const Expr *> Given = Arguments.drop_front(Others);
  if (!T->isRecordType() || TU.Types.isCallable(T) ||
      llvm::none_of(Given,
                    [&](const Expr *Argument) { return TU.Types.isCallable(Argument->getType()); }))
    return std::nullopt;
  const CXXConstructorDecl *Ctor =
      constructorCalledBy(Method, *T->getAsCXXRecordDecl(), Given.size());
  if (!Ctor || !Ctor->isUserProvided())
    return std::nullopt;
  ir::Path Element = ir::Path::variable(temporary(T, false, loc(E)));
  construct(Element, T, *Ctor, Given, loc(E));
  std::string Shape = shapeOf(Arguments.take_front(Others), Method, Class) + "V";
  ir::ModelOp Op{std::nullopt,
                 intern(Model->Name + "::" + Row.Name),
                 intern(Shape),
                 std::move(Receiver),
                 {},
                 0};
  for (unsigned I = 0; I != Others; ++I)
    Op.Arguments.push_back(argument(*Arguments[I], parameterType(Method, I)));
  Op.Arguments.push_back(ir::Operand::address(Element));
  return emitWithResult(std::move(Op), E);
}

void FunctionLowering::callConstructor(const ir::Path &Object, const CXXConstructorDecl &Ctor,
                                       llvm::ArrayRef<const Expr *> Arguments, ir::Location Loc) {
  ir::Call Call;
  Call.Callee = intern(usrOf(Ctor));
  Call.Name = intern(displayName(Ctor));
  Call.Receiver = Object;
  for (unsigned I = 0; I < Arguments.size(); ++I)
    Call.Arguments.push_back(callArgument(*Arguments[I], parameterType(Ctor, I)));
  addDefaultArguments(Call, Ctor);
  llvm::SmallVector<std::pair<const FieldDecl *, ir::Operand>, 2> Members;
  for (auto [Field, Number] : initializedMembers(Ctor, Arguments.size(), TU.Types)) {
    // Forwarded or not, it is only read.
    ir::Operand &From = Call.Arguments[Number];
    if (From.K == ir::Operand::Kind::Address && parameterType(Ctor, Number)->isReferenceType())
      From = ir::Operand::value(From.P);
    Members.push_back({Field, From});
  }
  const llvm::SmallVector<ir::Operand, 4> Given(Call.Arguments.begin(), Call.Arguments.end());
  emit(std::move(Call), Loc);
  emitLocks(Ctor, Object, Given, std::nullopt, Loc);
  for (auto &[Field, From] : Members)
    initialize(TU.Types.memberOf(Object, *Field, TU.M), Field->getType(), From, Loc);
}

} // namespace holdfast::lower
