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

/// The function or method whose address E is; null: nobody knows.
static const FunctionDecl *functionNamedBy(const Expr &E) {
  const Expr *Inner = strip(&E)->IgnoreParenImpCasts();
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

/// What the parameters of the function that is called get.
static llvm::SmallVector<Slot, 4> slotsOf(llvm::ArrayRef<const Expr *> Bound, unsigned Size) {
  llvm::SmallVector<Slot, 4> Result;
  unsigned Named = 0;
  for (const Expr *E : Bound) {
    unsigned Number = placeholderNumber(*strip(E));
    Named = std::max(Named, Number);
    Result.push_back(Number ? Slot{nullptr, Number - 1} : Slot{E, 0});
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
    G.Vars[S.Number].Type = typeSymbol(T);
    return ir::Path::variable(S.Number);
  }
  ir::Variable V;
  V.S = ir::Variable::Storage::Capture;
  V.Type = typeSymbol(S.Bound->getType());
  V.Loc = G.Loc;
  G.Vars.push_back(V);
  ++G.NumCaptures;
  C.Captures.push_back(value(S.Bound));
  return ir::Path::variable(static_cast<ir::VarId>(G.Vars.size() - 1));
}

/// The object whose method the body of C calls.
ir::Path FunctionLowering::boundObject(const Slot &S, const CXXMethodDecl &Method, ir::Function &G,
                                       ir::Closure &C) {
  if (S.Bound && isa<CXXThisExpr>(strip(S.Bound)->IgnoreParenImpCasts())) {
    G.Class = F.Class;
    return ir::Path::thisObject();
  }
  QualType T = TU.Context.getLValueReferenceType(Method.getThisType()->getPointeeType());
  ir::Path Object = boundVariable(S, T, G, C);
  bool IsPointer =
      S.Bound && (S.Bound->getType()->isPointerType() ||
                  TU.Types.isKind(S.Bound->getType(), models::ClassKind::SmartPointer));
  return IsPointer ? Object.then(ir::Projection::deref()) : Object;
}

/// Bound: the arguments, the function first.
std::optional<ir::Operand> FunctionLowering::lowerBind(llvm::ArrayRef<const Expr *> Bound,
                                                       const Expr &E) {
  const FunctionDecl *Called = Bound.empty() ? nullptr : functionNamedBy(*Bound.front());
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Called);
  unsigned HasObject = Method && Method->isInstance();
  if (!Called || Bound.size() - 1 > Called->getNumParams() + HasObject)
    return std::nullopt;
  llvm::SmallVector<Slot, 4> Slots =
      slotsOf(Bound.drop_front(), Called->getNumParams() + HasObject);
  const SourceManager &SM = TU.Context.getSourceManager();
  unsigned Offset = SM.getFileOffset(SM.getExpansionLoc(E.getBeginLoc()));
  ir::Function G;
  G.Usr = intern((TU.M.text(F.Usr) + "@bind@" + std::to_string(Offset)).str());
  G.Name = intern("bound " + displayName(*Called));
  G.Loc = loc(E);
  G.IsLambda = true;
  for (const Slot &S : Slots)
    if (!S.Bound)
      G.NumParams = std::max<uint32_t>(G.NumParams, S.Number + 1);
  G.Vars.resize(G.NumParams);
  for (ir::Variable &Parameter : G.Vars)
    Parameter.S = ir::Variable::Storage::Parameter;
  ir::VarId Result = resultVariable(E);
  ir::Closure Closure{Result, G.Usr, {}};
  ir::Call Call;
  Call.Callee = intern(usrOf(*Called));
  Call.Name = intern(displayName(*Called));
  if (HasObject && Method->isVirtual())
    Call.K = ir::Call::Kind::Virtual;
  if (HasObject)
    Call.Receiver = boundObject(Slots.front(), *Method, G, Closure);
  for (unsigned I = HasObject; I != Slots.size(); ++I) {
    QualType T = parameterType(*Called, I - HasObject);
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
