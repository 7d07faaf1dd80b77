//===- LowerCall.cpp - calls that the tables know, and those they do not --===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/Accessor.h"
#include "lower/Annotations.h"
#include "lower/FunctionLowering.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace holdfast::lower {

using models::ClassKind;
using models::ClassModel;
using models::Operation;

//===----------------------------------------------------------------------===//
// Arguments and results
//===----------------------------------------------------------------------===//

/// Objects of class type are handed over by address when the parameter is a reference; iterators
/// and scalars by value unless the callee may change them.
ir::Operand FunctionLowering::argument(const Expr &E, QualType Param) {
  QualType T = E.getType();
  bool ByReference = Param.isNull() ? E.isGLValue() : Param->isReferenceType();
  if (!ByReference)
    return value(&E);
  bool Copies = T->isScalarType() || TU.Types.isIteratorClass(T);
  bool MayChange = !Param.isNull() && Param->isLValueReferenceType() && !isReferenceToConst(Param);
  if (!Copies || MayChange)
    return ir::Operand::address(place(&E));
  if (std::optional<ir::Operand> Known = constant(E))
    return *Known;
  ir::Operand Given = value(&E);
  // `values.remove(&one)`: the pointer, and not the object that `remove(one)` would be given.
  if (Given.K == ir::Operand::Kind::Address && Given.P.isVariable() &&
      F.Vars[Given.P.Base].IsReference)
    return ir::Operand::value(materialize(Given, T, loc(E)));
  return Given;
}

/// The same for a call of code that the tables do not describe.
ir::Operand FunctionLowering::callArgument(const Expr &E, QualType Param) {
  ir::Operand Result = argument(E, Param);
  Result.IsConst = Result.K == ir::Operand::Kind::Address && isReferenceToConst(Param);
  if (!Param.isNull() && Param->isRValueReferenceType())
    noteMoved(Result, E.getType());
  return Result;
}

ir::VarId FunctionLowering::resultVariable(const Expr &E) {
  if (const VarDecl *Destination = Destinations.lookup(&E))
    return variable(*Destination);
  ir::VarId Result = temporary(E.getType(), E.isGLValue(), loc(E));
  if (E.isPRValue() && E.getType()->isRecordType())
    OwnedTemporaries.insert(Result);
  return Result;
}

/// The pointers among two neighbours are a range: `template <class It> vector(It first, It last)`.
static bool isPointerRange(const FunctionDecl &Callee, unsigned First) {
  const FunctionTemplateDecl *Template = Callee.getPrimaryTemplate();
  const FunctionDecl *Pattern = Template ? Template->getTemplatedDecl() : nullptr;
  if (!Pattern || First + 1 >= Pattern->getNumParams() || First + 1 >= Callee.getNumParams())
    return false;
  QualType T = Pattern->getParamDecl(First)->getType();
  return T->isTemplateTypeParmType() && Callee.getParamDecl(First)->getType()->isPointerType() &&
         T.getCanonicalType() == Pattern->getParamDecl(First + 1)->getType().getCanonicalType();
}

std::string FunctionLowering::shapeOf(llvm::ArrayRef<const Expr *> Arguments,
                                      const FunctionDecl &Callee, const CXXRecordDecl *Receiver) {
  std::string Shape;
  for (unsigned I = 0; I < Arguments.size(); ++I)
    Shape += static_cast<char>(
        TU.Types.classify(*strip(Arguments[I]), parameterType(Callee, I), Receiver));
  for (unsigned I = 0; I + 1 < Arguments.size(); ++I)
    if (isPointerRange(Callee, I))
      Shape[I] = Shape[I + 1] = static_cast<char>(models::ArgumentClass::Iterator);
  return Shape;
}

/// Emits Op, which E is a call of. Returns the value of E.
ir::Operand FunctionLowering::emitWithResult(ir::ModelOp Op, const Expr &E) {
  ir::Operand Result = ir::Operand::unknown();
  if (!E.getType()->isVoidType() && !isa<CXXConstructExpr>(E)) {
    Op.Result = resultVariable(E);
    Result = ir::Operand::value(ir::Path::variable(*Op.Result));
  }
  emit(std::move(Op), loc(E));
  return Result;
}

ir::Operand FunctionLowering::emitModelOp(llvm::StringRef Name, std::string Shape,
                                          std::optional<ir::Path> Receiver,
                                          llvm::ArrayRef<const Expr *> Arguments,
                                          const FunctionDecl &Callee, const Expr &E,
                                          ir::Symbol Destructor) {
  ir::ModelOp Op{std::nullopt, intern(Name), intern(Shape), std::move(Receiver), {}, Destructor};
  for (unsigned I = 0; I < Arguments.size(); ++I)
    Op.Arguments.push_back(argument(*Arguments[I], parameterType(Callee, I)));
  return emitWithResult(std::move(Op), E);
}

/// What a default argument is, when it is a constant; `?` otherwise: what it names is in the
/// scope of the callee.
static ir::Operand defaultArgument(const ParmVarDecl &Parameter, ASTContext &Context) {
  QualType T = Parameter.getType();
  if (!T->isScalarType() || !Parameter.hasDefaultArg() || Parameter.hasUnparsedDefaultArg() ||
      Parameter.hasUninstantiatedDefaultArg())
    return ir::Operand::unknown();
  const Expr *Value = Parameter.getDefaultArg();
  if (T->isPointerType()) {
    bool IsNull = Value->isNullPointerConstant(Context, Expr::NPC_ValueDependentIsNotNull);
    return IsNull ? ir::Operand::null() : ir::Operand::unknown();
  }
  Expr::EvalResult Constant;
  if (!T->isIntegralOrEnumerationType() || Value->isValueDependent() ||
      !Value->EvaluateAsInt(Constant, Context) || Constant.Val.getInt().getSignificantBits() > 64)
    return ir::Operand::unknown();
  return ir::Operand::integer(Constant.Val.getInt().getExtValue());
}

void FunctionLowering::addDefaultArguments(ir::Call &Call, const FunctionDecl &Callee) const {
  size_t Written = Call.Arguments.size();
  for (size_t I = Written; I < Callee.getNumParams(); ++I)
    Call.Arguments.push_back(defaultArgument(*Callee.getParamDecl(I), TU.Context));
  while (Call.Arguments.size() > Written && Call.Arguments.back() == ir::Operand::unknown())
    Call.Arguments.pop_back();
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

ir::Operand FunctionLowering::lowerCall(const CallExpr &E) {
  llvm::SmallVector<const Expr *, 4> Arguments = argumentsOf(E);
  if (const auto *MemberCall = dyn_cast<CXXMemberCallExpr>(&E)) {
    const CXXMethodDecl *Method = MemberCall->getMethodDecl();
    const Expr *Object = MemberCall->getImplicitObjectArgument();
    const auto *Callee = dyn_cast<MemberExpr>(E.getCallee()->IgnoreParens());
    const auto *Pointer = dyn_cast<BinaryOperator>(E.getCallee()->IgnoreParens());
    if (!Method && Object && Pointer && Pointer->isPtrMemOp()) // `(object->*method)(…)`
      return lowerUnmodeledCall(E, nullptr, Object, Pointer->getRHS(), Arguments);
    if (!Method || !Object)
      return lowerUnmodeledCall(E, nullptr, nullptr, E.getCallee(), Arguments);
    bool IsArrow = Callee && Callee->isArrow() && Object->getType()->isPointerType();
    if (std::optional<ir::Operand> Result = lowerMethod(*Method, *Object, IsArrow, Arguments, E))
      return *Result;
    if (std::optional<ir::Operand> Result = lowerConnection(*Method, Object, Arguments, E))
      return *Result;
    return lowerUnmodeledCall(E, Method, Object, nullptr, Arguments);
  }
  if (const FunctionDecl *Callee = E.getDirectCallee()) {
    if (std::optional<ir::Operand> Result = lowerConnection(*Callee, nullptr, Arguments, E))
      return *Result;
    if (std::optional<ir::Operand> Result = lowerFreeFunction(*Callee, Arguments, E))
      return *Result;
    return lowerUnmodeledCall(E, Callee, nullptr, nullptr, Arguments);
  }
  return lowerUnmodeledCall(E, nullptr, nullptr, E.getCallee(), Arguments);
}

/// The class whose operations a method call names: of the object as written, not of the base
/// that happens to declare the method.
static const CXXRecordDecl *staticClass(QualType Object) {
  const CXXRecordDecl *Class = Object.getNonReferenceType()->getAsCXXRecordDecl();
  return Class && Class->getDefinition() ? Class->getDefinition() : Class;
}

/// False when a row promises a view and the call makes a container: `v | std::ranges::to<List>()`.
bool FunctionLowering::yields(const Operation &Row, const Expr &E) const {
  return Row.Returns != models::Result::View || !TU.Types.isKind(E.getType(), ClassKind::Container);
}

/// The tables describe a class from outside. What its own methods do to `*this` on the way is
/// theirs to know: SmallVector::insert keeps the old end() across an append that cannot reallocate.
bool FunctionLowering::isOwnImplementation(const Expr &Object) const {
  const auto *Method = dyn_cast<CXXMethodDecl>(&FD);
  return Method && isa<CXXThisExpr>(Object.IgnoreParenImpCasts()) &&
         TU.Lib.findClass(modelName(*Method->getParent()));
}

/// `struct Queue : std::deque<int> { void push_back(int); };` may do anything else.
bool FunctionLowering::isOfDerivedClass(const CXXMethodDecl &Method) const {
  const CXXRecordDecl *Class = Method.getParent();
  return TU.Types.findModel(Class) && !TU.Lib.findClass(modelName(*Class));
}

std::optional<ir::Operand> FunctionLowering::lowerMethod(const CXXMethodDecl &Method,
                                                         const Expr &Object, bool IsArrow,
                                                         llvm::ArrayRef<const Expr *> Arguments,
                                                         const Expr &E) {
  const QualType ClassType = TU.Types.objectType(Object);
  const CXXRecordDecl *Class = staticClass(ClassType);
  if (!Class || isOwnImplementation(Object))
    return std::nullopt;
  auto object = [&] {
    return IsArrow ? pointee(value(&Object), ClassType, loc(Object)) : place(&Object);
  };
  if (isa<CXXConversionDecl>(Method))
    if (std::optional<ir::Operand> Converted = lowerConversion(Method, ClassType, object, E))
      return Converted;
  const ClassModel *Model = TU.Types.methodsOf(ClassType);
  if (!Model || isOfDerivedClass(Method))
    return std::nullopt;
  std::string Shape = shapeOf(Arguments, Method, Class);
  std::string Name =
      isa<CXXConversionDecl>(Method) ? "{conversion}" : Method.getDeclName().getAsString();
  // An implicitly shared container detaches in `begin()`, not in `begin() const`.
  if (Method.isConst() && TU.Lib.findMethod(*Model, Name + " const", Shape))
    Name += " const";
  const Operation *Row = TU.Lib.findMethod(*Model, Name, Shape);
  if (!Row || !yields(*Row, E) || isWithoutThreads(*Row, Arguments))
    return std::nullopt;
  if (Method.isConst() && Row->mutates()) // Of a derived class, which does something else.
    return std::nullopt;
  ir::Path Receiver = object();
  if (Row->Returns == models::Result::Pointee && Row->What == models::Change::None)
    noteDereference(Object);
  if (Row->isNothrow())
    Nothrow.insert(&E);
  if (Row->Returns == models::Result::Connected)
    return connect(*Row, std::move(Receiver), nullptr, Arguments, E);
  if (Row->Returns == models::Result::Disconnected)
    disconnect(*Row, Receiver, Arguments, loc(E));
  if (Row->Returns == models::Result::Called)
    return lowerEmission(std::move(Receiver), Method, Arguments, E);
  if (!Row->Runs.empty())
    return lowerStart(Model->Name + "::" + Name, std::move(Shape), *Row, Object,
                      std::move(Receiver), Arguments, Method, E);
  if (auto Result = lowerEmplace(Method, *Row, ClassType, Receiver, Arguments, E))
    return *Result;
  return emitModelOp(Model->Name + "::" + Name, std::move(Shape), std::move(Receiver), Arguments,
                     Method, E, TU.Ends.runBy(*Row, ClassType));
}

/// `const_iterator(it)` and `if (p)` keep the value; a conversion to a view makes one.
std::optional<ir::Operand> FunctionLowering::lowerConversion(const CXXMethodDecl &Method,
                                                             QualType From,
                                                             llvm::function_ref<ir::Path()> Object,
                                                             const Expr &E) {
  QualType To = Method.getReturnType();
  const ClassModel *View = TU.Types.modelOf(To);
  if (View && View->Kind == ClassKind::View && TU.Lib.findMethod(*View, "{ctor}", "C")) {
    ir::VarId Result = resultVariable(E);
    emit(ir::ModelOp{std::nullopt,
                     intern(View->Name + "::{ctor}"),
                     intern("C"),
                     ir::Path::variable(Result),
                     {ir::Operand::address(Object())}},
         loc(E));
    return ir::Operand::value(ir::Path::variable(Result));
  }
  bool KeepsValue =
      TU.Types.isIteratorClass(From) || TU.Types.isKind(From, ClassKind::SmartPointer);
  if (KeepsValue && (To->isBooleanType() || To->isPointerType() || TU.Types.isIteratorClass(To)))
    return ir::Operand::value(Object());
  return std::nullopt;
}

std::optional<ir::Operand>
FunctionLowering::lowerFreeFunction(const FunctionDecl &Callee,
                                    llvm::ArrayRef<const Expr *> Arguments, const Expr &E) {
  return lowerNamedFunction(modelName(Callee), Callee, Arguments, E);
}

/// Name is what the tables know the function as: its own name, or that of the object whose
/// operator() it is.
std::optional<ir::Operand>
FunctionLowering::lowerNamedFunction(const std::string &Name, const FunctionDecl &Callee,
                                     llvm::ArrayRef<const Expr *> Arguments, const Expr &E) {
  std::string Shape = shapeOf(Arguments, Callee, nullptr);
  const ClassModel *First =
      Arguments.empty() ? nullptr : TU.Types.modelOf(strip(Arguments[0])->getType());
  models::Library::Lookup Found = First ? TU.Lib.findFunctionOn(*First, Name, Shape)
                                        : models::Library::Lookup{TU.Lib.findFunction(Name, Shape)};
  if (!Found.Row || !yields(*Found.Row, E) || isWithoutThreads(*Found.Row, Arguments))
    return std::nullopt;
  if (Found.Row->Returns == models::Result::Made)
    return lowerMake(Callee, Arguments.drop_front(Found.Row->Roles.size()), E);
  if (Found.Row->Returns == models::Result::Constructed)
    return lowerConstructed(Callee, Arguments, E);
  if (Found.Row->Returns == models::Result::Bound)
    return lowerBind(*Found.Row, Arguments, E);
  // std::move(x), std::as_const(x): x itself.
  size_t Target = Found.Row->Roles.find('c');
  if (Found.Row->What == models::Change::None && Found.Row->Returns == models::Result::Self &&
      Target < Arguments.size() && E.isGLValue())
    return ir::Operand::value(place(Arguments[Target]));
  ir::Symbol Destructor = Target < Arguments.size()
                              ? TU.Ends.runBy(*Found.Row, strip(Arguments[Target])->getType())
                              : 0;
  if (First && First->Kind == ClassKind::Option)
    emitParallel(*First, *Found.Row, Arguments, Callee, E);
  std::string FullName = Found.Class ? Found.Class->Name + "::" + Name : Name;
  return emitModelOp(FullName, std::move(Shape), std::nullopt, Arguments, Callee, E, Destructor);
}

/// A library function that is an object: `std::ranges::for_each(c, f)`, `std::views::filter(p)`.
std::optional<ir::Operand> FunctionLowering::lowerFunctionObject(const CXXOperatorCallExpr &E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E.getArg(0)->IgnoreParenImpCasts());
  const auto *Object = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  const auto *Callee = dyn_cast_or_null<FunctionDecl>(E.getCalleeDecl());
  if (!Object || !Callee || !Object->hasGlobalStorage() || Object->isStaticLocal())
    return std::nullopt;
  return lowerNamedFunction(modelName(*Object), *Callee, argumentsOf(E, 1), E);
}

//===----------------------------------------------------------------------===//
// Calls of code the tables do not describe
//===----------------------------------------------------------------------===//

ir::Operand FunctionLowering::lowerUnmodeledCall(const Expr &E, const FunctionDecl *Callee,
                                                 const Expr *Object, const Expr *Target,
                                                 llvm::ArrayRef<const Expr *> Arguments) {
  ir::Call Call;
  ir::Location Loc = loc(E);
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  if (Object) {
    bool IsPointer = Object->getType()->isPointerType();
    Call.Receiver = IsPointer ? pointee(value(Object), Object->getType()->getPointeeType(), Loc)
                              : place(Object);
  }
  if (Callee) {
    std::optional<ir::Operand> Accessed =
        Arguments.empty() ? accessedBy(*Callee, Call.Receiver, TU.Types, TU.M) : std::nullopt;
    if (Accessed)
      return *Accessed;
    Call.Callee = intern(usrOf(*Callee));
    Call.Name = intern(displayName(*Callee));
    Call.NoReturn = Callee->isNoReturn();
    Call.IsConst = Call.Receiver && Method && Method->isConst();
    const auto *Call0 = dyn_cast<CXXMemberCallExpr>(&E);
    const auto *Member = Call0 ? dyn_cast<MemberExpr>(Call0->getCallee()->IgnoreParens()) : nullptr;
    if (Method && Method->isVirtual() && !(Member && Member->hasQualifier()))
      Call.K = ir::Call::Kind::Virtual;
  }
  if (Target) {
    Call.K = ir::Call::Kind::Indirect;
    Call.Target = place(Target);
  }
  for (unsigned I = 0; I < Arguments.size(); ++I)
    Call.Arguments.push_back(
        callArgument(*Arguments[I], Callee ? parameterType(*Callee, I) : QualType()));
  if (Callee)
    addDefaultArguments(Call, *Callee);
  ir::Operand Result = ir::Operand::unknown();
  if (!E.getType()->isVoidType()) {
    Call.Result = resultVariable(E);
    Result = ir::Operand::value(ir::Path::variable(*Call.Result));
    bool FromTemporary = Call.Receiver && Call.Receiver->R == ir::Path::Root::Variable &&
                         OwnedTemporaries.contains(Call.Receiver->Base);
    if (Call.Receiver && !FromTemporary)
      HandedOut.insert(*Call.Result);
  }
  std::optional<ir::Path> Receiver = Call.Receiver;
  const llvm::SmallVector<ir::Operand, 4> Given(Call.Arguments.begin(), Call.Arguments.end());
  const std::optional<ir::VarId> Into = Call.Result;
  emit(std::move(Call), Loc);
  if (Callee)
    emitLocks(*Callee, Receiver, Given, Into, Loc);
  if (Method && Receiver && invalidatesReceiver(*Method))
    emit(ir::ModelOp{std::nullopt,
                     intern("clang::experimental_invalidates"),
                     intern("C"),
                     std::nullopt,
                     {ir::Operand::address(*Receiver)}},
         Loc);
  return Result;
}

} // namespace holdfast::lower
