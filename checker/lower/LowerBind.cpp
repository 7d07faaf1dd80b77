//===- LowerBind.cpp - callables that call a known function ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   std::bind(&Tray::onAdd, this, _1)        [this](Item &item) { onAdd(item); }
//   std::bind_front(&Tray::onAdd, tray)      [tray](Item &item) { tray->onAdd(item); }
//   std::mem_fn(&Tray::show)                 [](Tray &tray) { tray.show(); }
//
// Those on the left are lowered as those on the right: what is bound is captured, and the
// parameters of the function that are not bound follow those that placeholders name.
//
//===----------------------------------------------------------------------===//
#include "lower/FunctionLowering.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace holdfast::lower {

/// `std::mem_fn(&Tray::show)`, `qOverload<int>(&Box::changed)`: the argument, if a row says that
/// the call is nothing but that.
const Expr *FunctionLowering::functionGivenTo(const CallExpr &Call) const {
  bool IsObject = isa<CXXOperatorCallExpr>(Call); // The called one comes first.
  const Expr *Callee = IsObject ? Call.getArg(0) : Call.getCallee();
  const auto *Reference = dyn_cast<DeclRefExpr>(Callee->IgnoreParenImpCasts());
  if (!Reference || Call.getNumArgs() != 1U + IsObject)
    return nullptr;
  const models::Operation *Row = TU.Lib.findFunction(modelName(*Reference->getDecl()), "F");
  return Row && Row->Returns == models::Result::Bound ? Call.getArg(IsObject) : nullptr;
}

/// The function or method whose address E is, or what a row says to call nothing but that; null:
/// nobody knows.
const FunctionDecl *FunctionLowering::functionNamedBy(const Expr &E) const {
  const Expr *Inner = strip(&E)->IgnoreParenCasts();
  if (const auto *Call = dyn_cast<CallExpr>(Inner)) {
    const Expr *Given = functionGivenTo(*Call);
    return Given ? functionNamedBy(*Given) : nullptr;
  }
  if (const auto *Address = dyn_cast<UnaryOperator>(Inner);
      Address && Address->getOpcode() == UO_AddrOf)
    Inner = strip(Address->getSubExpr());
  const auto *Name = dyn_cast<DeclRefExpr>(Inner);
  return Name ? dyn_cast<FunctionDecl>(Name->getDecl()) : nullptr;
}

/// The N of `_N`, an object of an empty class with that template argument; 0: E is none.
static unsigned placeholderNumber(const Expr &E) {
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      E.getType().getNonReferenceType()->getAsCXXRecordDecl());
  if (!Class || !Class->hasDefinition() || !Class->isEmpty() ||
      Class->getTemplateArgs().size() != 1 ||
      Class->getTemplateArgs()[0].getKind() != TemplateArgument::Integral)
    return 0;
  int64_t Number = Class->getTemplateArgs()[0].getAsIntegral().getExtValue();
  return Number > 0 && Number < 30 ? Number : 0;
}

/// How many objects Called is called with: its own and the arguments.
static unsigned numSlots(const FunctionDecl &Called) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Called);
  return Called.getNumParams() + (Method && Method->isInstance());
}

/// What the parameters of the function that is called get.
static llvm::SmallVector<Slot, 4> completed(llvm::ArrayRef<Slot> Bound, unsigned Size) {
  llvm::SmallVector<Slot, 4> Result;
  unsigned Named = 0;
  for (const Slot &S : Bound) {
    unsigned Number = placeholderNumber(*strip(S.Bound));
    Named = std::max(Named, Number);
    Result.push_back(Number ? Slot{nullptr, Number - 1} : S);
  }
  while (Result.size() < Size)
    Result.push_back({nullptr, Named++});
  return Result;
}

/// The variable of G, the body of C, that holds what S says, for a parameter of type T.
ir::Path FunctionLowering::boundVariable(const Slot &S, QualType T, ir::Function &G,
                                         ir::Closure &C) {
  if (!S.Bound) {
    G.Vars[S.Number].IsReference = T->isReferenceType();
    declareAs(G.Vars[S.Number], T);
    return ir::Path::variable(S.Number);
  }
  ir::Variable V;
  V.S = ir::Variable::Storage::Capture;
  declareAs(V, S.Bound->getType());
  V.Loc = G.Loc;
  V.IsReference = S.IsReferred && !S.Bound->getType()->isPointerType();
  C.Captures.push_back(V.IsReference ? ir::Operand::address(place(S.Bound)) : value(S.Bound));
  G.Vars.push_back(V);
  ++G.NumCaptures;
  return ir::Path::variable(static_cast<ir::VarId>(G.Vars.size() - 1));
}

/// `this`, `*this`.
static bool isThis(const Expr &E, bool IsReferred) {
  const Expr *Inner = strip(&E)->IgnoreParenImpCasts();
  const auto *Deref = dyn_cast<UnaryOperator>(Inner);
  if (IsReferred && Deref && Deref->getOpcode() == UO_Deref)
    Inner = Deref->getSubExpr()->IgnoreParenImpCasts();
  return isa<CXXThisExpr>(Inner);
}

/// `&list_`, `list_` (a pointer): the member that the object is, or that leads to it.
std::optional<ir::Path> FunctionLowering::memberOfThis(const Expr &Object) {
  bool IsPointer = Object.getType()->isPointerType();
  ir::Operand Given = IsPointer ? value(&Object) : ir::Operand::address(place(&Object));
  if (!Given.hasPath() || Given.P.R != ir::Path::Root::This)
    return std::nullopt;
  return Given.K == ir::Operand::Kind::Address ? Given.P : Given.P.then(ir::Projection::deref());
}

/// The object whose method the body of C calls.
ir::Path FunctionLowering::boundObject(const Slot &S, const CXXMethodDecl &Method, ir::Function &G,
                                       ir::Closure &C) {
  if (S.Bound && isThis(*S.Bound, S.IsReferred)) {
    G.Class = F.Class;
    return ir::Path::thisObject();
  }
  // A member of `this` is taken to be, or to lead to, the same object later.
  if (S.IsReferred)
    if (std::optional<ir::Path> Member = memberOfThis(*S.Bound)) {
      G.Class = F.Class;
      return *Member;
    }
  QualType T = TU.Context.getLValueReferenceType(Method.getThisType()->getPointeeType());
  ir::Path Object = boundVariable(S, T, G, C);
  bool IsPointer =
      S.Bound && (S.Bound->getType()->isPointerType() ||
                  TU.Types.isKind(S.Bound->getType(), models::ClassKind::SmartPointer));
  return IsPointer ? Object.then(ir::Projection::deref()) : Object;
}

/// The function is the argument that Row says; the others are bound to its parameters in turn.
std::optional<ir::Operand> FunctionLowering::lowerBind(const models::Operation &Row,
                                                       llvm::ArrayRef<const Expr *> Arguments,
                                                       const Expr &E) {
  size_t Callable = Row.Roles.find('f');
  const FunctionDecl *Called =
      Callable < Arguments.size() ? functionNamedBy(*Arguments[Callable]) : nullptr;
  llvm::SmallVector<Slot, 4> Bound;
  for (size_t I = 0; I != Arguments.size(); ++I)
    if (I != Callable)
      Bound.push_back({Arguments[I], 0, I < Row.Roles.size() && Row.Roles[I] == 'r'});
  if (!Called || Bound.size() > numSlots(*Called))
    return std::nullopt;
  return bind(*Called, Bound, resultVariable(E), E);
}

/// Result calls Called with what is bound, and its own arguments. E: where it is made.
ir::Operand FunctionLowering::bind(const FunctionDecl &Called, llvm::ArrayRef<Slot> Bound,
                                   ir::VarId Result, const Expr &E) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Called);
  bool HasObject = Method && Method->isInstance();
  llvm::SmallVector<Slot, 4> Slots = completed(Bound, numSlots(Called));
  const SourceManager &SM = TU.Context.getSourceManager();
  unsigned Offset = SM.getFileOffset(SM.getExpansionLoc(E.getBeginLoc()));
  ir::Function G;
  G.Usr = intern((TU.M.text(F.Usr) + "@bind@" + std::to_string(Offset)).str());
  G.Name = intern("bound " + displayName(Called));
  G.Loc = loc(E);
  G.IsLambda = true;
  for (const Slot &S : Slots)
    if (!S.Bound)
      G.NumParams = std::max<uint32_t>(G.NumParams, S.Number + 1);
  G.Vars.resize(G.NumParams);
  for (ir::Variable &Parameter : G.Vars)
    Parameter.S = ir::Variable::Storage::Parameter;
  ir::Closure Closure{Result, G.Usr, {}};
  ir::Call Call;
  Call.Callee = intern(usrOf(Called));
  Call.Name = intern(displayName(Called));
  if (HasObject && Method->isVirtual())
    Call.K = ir::Call::Kind::Virtual;
  if (HasObject)
    Call.Receiver = boundObject(Slots.front(), *Method, G, Closure);
  for (unsigned I = HasObject; I != Slots.size(); ++I) {
    QualType T = parameterType(Called, I - HasObject);
    ir::Path P = boundVariable(Slots[I], T, G, Closure);
    Call.Arguments.push_back(T->isReferenceType() ? ir::Operand::address(P)
                                                  : ir::Operand::value(P));
  }
  G.Blocks.emplace_back().Effects.push_back({std::move(Call), G.Loc});
  TU.M.Functions.push_back(std::move(G));
  emit(std::move(Closure), loc(E));
  return ir::Operand::value(ir::Path::variable(Result));
}

} // namespace holdfast::lower
