//===- LowerDecl.cpp - variables, structured bindings, initializers -------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/FunctionLowering.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace holdfast::lower {

static ir::Symbol typeSymbol(TranslationUnit &TU, QualType T) {
  if (T.isNull())
    return 0;
  T = T.getNonReferenceType();
  if (const models::ClassModel *Model = TU.Types.modelOf(T))
    return TU.M.intern(Model->Name);
  if (TU.Types.isIteratorClass(T))
    return TU.M.intern("iterator");
  if (T->isPointerType())
    return TU.M.intern("pointer");
  if (T->isBooleanType())
    return TU.M.intern("bool");
  if (T->isIntegerType())
    return TU.M.intern("int");
  return 0;
}

/// What is declared as T leads to an object of that class, or of one derived from it. Who derives
/// from those of system headers is not known of all of them.
static ir::Symbol polymorphicClass(TranslationUnit &TU, QualType T) {
  if (T.isNull())
    return 0;
  T = T.getNonReferenceType();
  if (TU.Types.isKind(T, models::ClassKind::SmartPointer))
    T = objectOf(T);
  else if (T->isPointerType())
    T = T->getPointeeType();
  const CXXRecordDecl *Class = T.isNull() ? nullptr : T->getAsCXXRecordDecl();
  const bool Counts = Class && Class->hasDefinition() && Class->isPolymorphic() &&
                      !TU.Context.getSourceManager().isInSystemHeader(Class->getLocation());
  return Counts ? TU.M.intern(usrOf(*Class)) : 0;
}

void FunctionLowering::declareAs(ir::Variable &V, QualType T) const {
  V.Type = typeSymbol(TU, T);
  V.Class = polymorphicClass(TU, T);
}

ir::Variable FunctionLowering::declared(const VarDecl &VD, ir::Variable::Storage S,
                                        bool IsReference) const {
  ir::Variable V;
  V.Name = TU.M.intern(VD.getName());
  V.S = S;
  V.IsReference = IsReference;
  declareAs(V, VD.getType());
  V.Loc = TU.Locs.range(VD.getSourceRange());
  return V;
}

ir::VarId FunctionLowering::temporary(QualType T, bool IsReference, ir::Location Loc) {
  ir::Variable V;
  V.S = ir::Variable::Storage::Temporary;
  V.IsReference = IsReference;
  declareAs(V, T);
  V.Loc = Loc;
  F.Vars.push_back(V);
  return F.Vars.size() - 1;
}

ir::VarId FunctionLowering::variable(const VarDecl &VD) {
  if (std::optional<ir::VarId> Copy = privateCopy(VD))
    return *Copy;
  auto [It, Inserted] = Variables.try_emplace(&VD, F.Vars.size());
  if (!Inserted)
    return It->second;
  const bool IsParameter = isa<ParmVarDecl>(VD) && VD.getDeclContext() == &FD;
  ir::Variable V =
      declared(VD, IsParameter ? ir::Variable::Storage::Parameter : ir::Variable::Storage::Local,
               VD.getType()->isReferenceType());
  V.IsConst = IsParameter && isReferenceToConst(VD.getType());
  if (const CXXForRangeStmt *Loop = RangeLoops.lookup(&VD)) {
    V.Walk = ir::Variable::Hidden::RangeFor;
    V.Loop = TU.Locs.range({Loop->getBeginLoc(), Loop->getRParenLoc()});
  }
  F.Vars.push_back(V);
  return It->second;
}

ir::Path FunctionLowering::pathOf(const ValueDecl &D) {
  if (const auto *Binding = dyn_cast<BindingDecl>(&D)) {
    if (const VarDecl *Holding = Binding->getHoldingVar())
      return ir::Path::variable(variable(*Holding));
    return place(Binding->getBinding());
  }
  const auto *VD = dyn_cast<VarDecl>(&D);
  if (!VD) // Functions, non-type template parameters …
    return ir::Path::variable(temporary(D.getType(), true, {}));
  if (std::optional<ir::VarId> Copy = privateCopy(*VD))
    return ir::Path::variable(*Copy);
  if (Variables.count(VD) || (VD->isLocalVarDeclOrParm() && !VD->isStaticLocal()))
    return ir::Path::variable(variable(*VD));
  return ir::Path::global(intern(globalName(*VD)));
}

//===----------------------------------------------------------------------===//
// Declarations
//===----------------------------------------------------------------------===//

/// Expressions that make an object of class type in a place the caller chooses.
static bool buildsObject(const Expr &E) {
  return E.isPRValue() && !E.getType().isNull() && E.getType()->isRecordType() &&
         (isa<CallExpr>(E) || isa<CXXConstructExpr>(E));
}

void FunctionLowering::prepareDestination(const VarDecl &VD) {
  if (const auto *DD = dyn_cast<DecompositionDecl>(&VD))
    for (const BindingDecl *Binding : DD->bindings())
      if (const VarDecl *Holding = Binding->getHoldingVar(); Holding && Holding->getInit())
        Ignored.insert(strip(Holding->getInit()));
  const Expr *Init = VD.getInit();
  if (!Init || VD.getType()->isReferenceType() || VD.isStaticLocal() || VD.hasGlobalStorage())
    return;
  buildInPlace(*Init);
  Init = strip(Init);
  if (buildsObject(*Init))
    Destinations[Init] = &VD;
}

void FunctionLowering::lowerVariable(const VarDecl &VD) {
  if (isa<ParmVarDecl>(VD) || VD.isStaticLocal() || VD.hasGlobalStorage())
    return; // A static local is initialized once, not here.
  ir::VarId V = variable(VD);
  ir::Location Loc = F.Vars[V].Loc;
  const Expr *Init = VD.getInit();
  if (!Init)
    emit(ir::Assign{ir::Path::variable(V), ir::Operand::unknown()}, Loc);
  else if (Ignored.contains(strip(Init)))
    return; // Bound with its decomposition.
  else if (F.Vars[V].IsReference)
    emit(ir::Bind{V, place(Init)}, Loc);
  else
    initialize(ir::Path::variable(V), VD.getType(), *Init, Loc);
  if (const auto *DD = dyn_cast<DecompositionDecl>(&VD))
    lowerDecomposition(*DD);
}

/// `Range r{v.begin(), v.end()};`: member by member; base classes and unions are left unknown.
void FunctionLowering::initializeAggregate(const ir::Path &Destination, const CXXRecordDecl &Class,
                                           const InitListExpr &Init, ir::Location Loc) {
  if (!isIndirect(Destination)) // Nothing is known of a new object.
    emit(ir::Assign{Destination, ir::Operand::unknown()}, Loc);
  if (Class.isUnion() || Class.getNumBases() != 0)
    return;
  unsigned Index = 0;
  for (const FieldDecl *Field : Class.fields()) {
    if (Index >= Init.getNumInits())
      return;
    const Expr *Part = Init.getInit(Index++);
    if (!Field->getIdentifier() || isa<ImplicitValueInitExpr>(Part) ||
        isa<CXXDefaultInitExpr>(Part))
      continue;
    ir::Path Member = TU.Types.memberOf(Destination, *Field, TU.M);
    if (Field->getType()->isReferenceType())
      emit(ir::Assign{Member, ir::Operand::address(place(Part))}, Loc);
    else
      initialize(Member, Field->getType(), *Part, Loc);
  }
}

/// `{id, f}` as an argument: a temporary.
ir::Operand FunctionLowering::lowerInitList(const InitListExpr &E) {
  const CXXRecordDecl *Class = E.getType()->getAsCXXRecordDecl();
  if (!Class || !Class->getDefinition() || TU.Types.modelOf(E.getType()))
    return unknownValue(E.getType(), E.isGLValue(), loc(E));
  ir::Path Object = ir::Path::variable(resultVariable(E));
  initializeAggregate(Object, *Class->getDefinition(), E, loc(E));
  return ir::Operand::value(Object);
}

/// Destination is a fresh object of type T; Init has been or is lowered.
void FunctionLowering::initialize(ir::Path Destination, QualType T, const Expr &Init,
                                  ir::Location Loc) {
  const auto *List = dyn_cast<InitListExpr>(strip(&Init));
  const CXXRecordDecl *Class =
      List && !List->getType().isNull() ? List->getType()->getAsCXXRecordDecl() : nullptr;
  if (Class && Class->getDefinition() && !TU.Types.modelOf(T))
    return initializeAggregate(Destination, *Class->getDefinition(), *List, Loc);
  ir::Operand Source = value(&Init);
  if (Source.K == ir::Operand::Kind::Value && Source.P == Destination)
    return; // Built in place.
  if (Source.K == ir::Operand::Kind::Value && !T->isReferenceType()) {
    const models::ClassModel *Model = TU.Types.modelOf(T);
    if (Model && TU.Lib.findMethod(*Model, "{ctor}", "M") &&
        Model->Kind != models::ClassKind::SmartPointer && Model->Kind != models::ClassKind::View) {
      // A temporary whose elements move in: `Vec v = cond ? f() : g();`, `: items(f())`.
      emit(ir::ModelOp{std::nullopt,
                       intern(Model->Name + "::{ctor}"),
                       intern("M"),
                       std::move(Destination),
                       {ir::Operand::address(Source.P)}},
           Loc);
      return;
    }
  }
  emit(ir::Assign{std::move(Destination), std::move(Source)}, Loc);
}

/// The tuple protocol of a class whose own data members are public, as std::pair's are: the
/// i-th binding is the i-th member. Other tuples get a member of their own per index.
ir::Path FunctionLowering::tupleElement(const DecompositionDecl &DD, unsigned Index) {
  ir::Path Whole = ir::Path::variable(variable(DD));
  const CXXRecordDecl *Class = DD.getType().getNonReferenceType()->getAsCXXRecordDecl();
  ir::Symbol Owner = Class ? intern(modelName(*Class)) : 0;
  std::string Name = "get<" + std::to_string(Index) + ">";
  unsigned I = 0;
  if (Class && (Class = Class->getDefinition()))
    for (const FieldDecl *Field : Class->fields())
      if (I++ == Index && Field->getAccess() == AS_public && Field->getIdentifier())
        Name = Field->getName().str();
  return Whole.then(ir::Projection::field(intern(Name), Owner));
}

/// Bindings with the tuple protocol are references of their own; those of arrays and plain
/// structs are only names for parts of the decomposed object (pathOf).
void FunctionLowering::lowerDecomposition(const DecompositionDecl &DD) {
  unsigned Index = 0;
  for (const BindingDecl *Binding : DD.bindings()) {
    if (const VarDecl *Holding = Binding->getHoldingVar()) {
      ir::VarId V = variable(*Holding);
      F.Vars[V].Name = intern(Binding->getName());
      emit(ir::Bind{V, tupleElement(DD, Index)}, TU.Locs.range(Binding->getSourceRange()));
    }
    ++Index;
  }
}

void FunctionLowering::lowerInitializer(const CXXCtorInitializer &Init) {
  const FieldDecl *Field = Init.getAnyMember();
  const Expr *E = Init.getInit();
  if (!Field || !E)
    return;
  if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(E)) {
    if (!TU.Types.isCallable(Field->getType()))
      return;
    E = Default->getExpr(); // `std::function<void()> f = [this] {…};`
  }
  ir::Path Destination = TU.Types.memberOf(ir::Path::thisObject(), *Field, TU.M);
  ir::Location Loc = TU.Locs.range(Init.getSourceRange());
  if (Field->getType()->isReferenceType())
    emit(ir::Assign{Destination, ir::Operand::address(place(E))}, Loc);
  else
    initialize(Destination, Field->getType(), *E, Loc);
}

} // namespace holdfast::lower
