//===- Destructors.cpp - what runs where an object ends -------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/Destructors.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace holdfast::lower {

using models::ClassKind;

static const CXXRecordDecl *definitionOf(QualType T) {
  const CXXRecordDecl *Class = T.isNull() ? nullptr : T.getNonReferenceType()->getAsCXXRecordDecl();
  return Class ? Class->getDefinition() : nullptr;
}

bool Destructors::isLibrary(const CXXRecordDecl &Class) const {
  return Context.getSourceManager().isInSystemHeader(Class.getLocation());
}

//===----------------------------------------------------------------------===//
// Which destructors count
//===----------------------------------------------------------------------===//

/// A class seen already adds nothing: `struct Tree { std::vector<Tree> children; };`.
bool Destructors::counts(const CXXRecordDecl &Class, Classes &Seen) const {
  if (!Seen.insert(&Class).second || Class.hasTrivialDestructor())
    return false;
  const CXXDestructorDecl *Declared = Class.getDestructor();
  if (Declared && (Declared->isUserProvided() || Declared->isVirtual()))
    return !isLibrary(Class);
  if (Class.isUnion())
    return false;
  return llvm::any_of(Class.bases(),
                      [&](const CXXBaseSpecifier &Base) { return counts(Base.getType(), Seen); }) ||
         llvm::any_of(Class.fields(),
                      [&](const FieldDecl *Field) { return counts(Field->getType(), Seen); });
}

bool Destructors::counts(QualType T, Classes &Seen) const {
  T = Context.getBaseElementType(T);
  if (Types.modelOf(T))
    return Types.isKind(T, ClassKind::JoiningThread) ||
           llvm::any_of(owned(T, Seen), [&](QualType Part) { return counts(Part, Seen); });
  const CXXRecordDecl *Class = T->isReferenceType() ? nullptr : definitionOf(T);
  return Class && counts(*Class, Seen);
}

/// A thread is waited for where an object of type T ends.
bool Destructors::waits(QualType T, Classes &Seen) const {
  T = Context.getBaseElementType(T);
  if (Types.modelOf(T))
    return Types.isKind(T, ClassKind::JoiningThread) ||
           llvm::any_of(owned(T, Seen), [&](QualType Part) { return waits(Part, Seen); });
  const CXXRecordDecl *Class = T->isReferenceType() ? nullptr : definitionOf(T);
  return Class && Seen.insert(Class).second &&
         (llvm::any_of(Class->bases(),
                       [&](const auto &Base) { return waits(Base.getType(), Seen); }) ||
          llvm::any_of(Class->fields(),
                       [&](const FieldDecl *Field) { return waits(Field->getType(), Seen); }));
}

/// A base or an earlier member does that: threads still run when Field ends.
bool Destructors::endsBeforeThreads(const FieldDecl &Field) const {
  const auto *Class = dyn_cast<CXXRecordDecl>(Field.getParent());
  Classes Seen;
  return Class && (llvm::any_of(Class->bases(),
                                [&](const auto &Base) { return waits(Base.getType(), Seen); }) ||
                   llvm::any_of(Class->fields(), [&](const FieldDecl *Earlier) {
                     return Earlier->getFieldIndex() < Field.getFieldIndex() &&
                            waits(Earlier->getType(), Seen);
                   }));
}

/// Clang declares what it has no use for only when asked.
ir::Symbol Destructors::usr(const CXXRecordDecl &Class) {
  if (const CXXDestructorDecl *Declared = Class.getDestructor())
    return M.intern(usrOf(*Declared));
  return M.intern(usrOf(Class) + "@F@~" + Class.getName().str() + "#");
}

ir::Symbol Destructors::of(QualType T) {
  const CXXRecordDecl *Class = definitionOf(T);
  return !Class || Types.modelOf(T) ? 0 : of(*Class);
}

ir::Symbol Destructors::of(const CXXRecordDecl &Class) {
  if (Class.isLambda() || Class.isDependentContext())
    return 0;
  if (auto It = Known.find(&Class); It != Known.end())
    return It->second;
  const CXXDestructorDecl *Declared = Class.getDestructor();
  Classes Seen;
  bool Counts =
      (Declared && (Declared->isUserProvided() || Declared->isVirtual())) || counts(Class, Seen);
  return Known[&Class] = Counts ? usr(Class) : 0;
}

static bool isVirtual(const CXXRecordDecl &Class) {
  const CXXDestructorDecl *Declared = Class.getDestructor();
  return Declared && Declared->isVirtual();
}

bool Destructors::isVirtual(QualType T) {
  const CXXRecordDecl *Class = definitionOf(T);
  return Class && lower::isVirtual(*Class);
}

//===----------------------------------------------------------------------===//
// What containers and smart pointers own
//===----------------------------------------------------------------------===//

static void addType(llvm::SmallVector<QualType, 2> &Types,
                    llvm::ArrayRef<TemplateArgument> Arguments, unsigned Index) {
  if (Index < Arguments.size() && Arguments[Index].getKind() == TemplateArgument::Type)
    Types.push_back(Arguments[Index].getAsType());
}

/// The types of what an object of the modeled class T owns; a map's values before its keys. Seen
/// classes own nothing more: `class Tree : public std::map<Key, Tree> {};`.
llvm::SmallVector<QualType, 2> Destructors::owned(QualType T, Classes &Seen) const {
  llvm::SmallVector<QualType, 2> Result;
  if (const CXXRecordDecl *Itself = definitionOf(T); Itself && !Seen.insert(Itself).second)
    return Result;
  const models::ClassModel *Model = Types.modelOf(T);
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Types.modeledClass(T));
  if (!Model || !Class)
    return Result;
  const models::Operation *Row = Lib.findMethod(*Model, "{dtor}", "");
  bool Owns = Model->Kind == ClassKind::SmartPointer
                  ? Row && Row->What == models::Change::Release
                  : Model->Kind == ClassKind::Container || Model->Kind == ClassKind::Adaptor ||
                        Model->Kind == ClassKind::Concurrent;
  if (!Owns)
    return Result;
  if (Model->isMap())
    addType(Result, Class->getTemplateArgs().asArray(), 1);
  addType(Result, Class->getTemplateArgs().asArray(), 0);
  return Result;
}

ir::Symbol Destructors::ofOwned(QualType T) {
  Classes Seen;
  return ofOwned(T, Seen);
}

ir::Symbol Destructors::ofOwned(QualType T, Classes &Seen) {
  for (QualType Part : owned(T, Seen))
    if (ir::Symbol Destructor = ofPart(Part, Seen))
      return Destructor;
  return 0;
}

/// Erasing from an intrusive list destroys nothing: its row leaves references alone.
ir::Symbol Destructors::runBy(const models::Operation &Row, QualType T) {
  using models::Change;
  if (Row.Name == "{ctor}")
    return 0;
  switch (Row.What) {
  case Change::Erase:
  case Change::Clear:
    return Row.References != models::Scope::None ? ofOwned(T) : 0;
  case Change::Assign:
  case Change::Move:
    return Row.Returns != models::Result::Pointee ? ofOwned(T) : 0;
  case Change::Release:
    return ofOwned(T);
  default:
    return 0;
  }
}

ir::Symbol Destructors::ofPart(QualType T, Classes &Seen) {
  T = Context.getBaseElementType(T);
  if (const models::ClassModel *Model = Types.modelOf(T))
    return Model->Kind == ClassKind::JoiningThread ? M.intern(Model->Name + "::{dtor}")
                                                   : ofOwned(T, Seen);
  const CXXRecordDecl *Class = T->isReferenceType() ? nullptr : definitionOf(T);
  const auto *Template = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Class);
  if (!Template || !isLibrary(*Class))
    return of(T);
  // std::pair, std::tuple: no bodies of their own.
  for (const TemplateArgument &Argument : llvm::reverse(Template->getTemplateArgs().asArray()))
    if (Argument.getKind() == TemplateArgument::Type)
      if (ir::Symbol Destructor = ofPart(Argument.getAsType(), Seen))
        return Destructor;
  return 0;
}

//===----------------------------------------------------------------------===//
// Effects
//===----------------------------------------------------------------------===//

Destructors::Effects Destructors::end(const ir::Path &P, QualType T, bool IsBeforeThreads) {
  Effects Result;
  const models::ClassModel *Model = Types.modelOf(T);
  ir::Symbol Owned = Model ? ofOwned(T) : 0;
  if (Model &&
      (Owned || IsBeforeThreads || Model->Kind == ClassKind::SmartPointer ||
       Model->Kind == ClassKind::JoiningThread) &&
      Lib.findMethod(*Model, "{dtor}", ""))
    Result.push_back(
        ir::ModelOp{std::nullopt, M.intern(Model->Name + "::{dtor}"), M.intern(""), P, {}, Owned});
  Result.push_back(ir::Destroy{P, of(T)});
  return Result;
}

Destructors::Effects Destructors::endMember(const FieldDecl &Field) {
  QualType T = Context.getBaseElementType(Field.getType());
  const CXXRecordDecl *Class = T->isReferenceType() ? nullptr : definitionOf(T);
  if (!Class || Class->hasTrivialDestructor() || !Field.getIdentifier())
    return {};
  const auto &Owner = *cast<NamedDecl>(Field.getParent());
  ir::Path Member = ir::Path::thisObject().then(
      ir::Projection::field(M.intern(Field.getName()), M.intern(modelName(Owner))));
  if (Field.getType()->isArrayType())
    Member = Member.then(ir::Projection::element());
  return end(Member, T, endsBeforeThreads(Field));
}

Destructors::Effects Destructors::endBase(const CXXBaseSpecifier &Base) {
  ir::Symbol Destructor = of(Base.getType());
  if (!Destructor)
    return {};
  std::string Name = definitionOf(Base.getType())->getName().str();
  ir::Call Call;
  Call.Callee = Destructor;
  Call.Name = M.intern(Name + "::~" + Name);
  Call.Receiver = ir::Path::thisObject();
  Effects Result;
  Result.push_back(std::move(Call));
  return Result;
}

std::optional<ir::Function> Destructors::synthesize(const CXXRecordDecl &Class) {
  const CXXDestructorDecl *Declared = Class.getDestructor();
  bool IsWritten = Declared && (Declared->isUserProvided() || Declared->isDeleted());
  if (IsWritten || Class.isUnion() || Types.findModel(&Class) || !of(Class))
    return std::nullopt;
  ir::Function F;
  F.Usr = of(Class);
  F.Name = M.intern(Class.getName().str() + "::~" + Class.getName().str());
  F.Class = M.intern(usrOf(Class));
  F.Loc = Locs.range(Class.getLocation());
  F.IsDestructor = true;
  F.IsVirtual = lower::isVirtual(Class);
  for (const CXXBaseSpecifier &Base : Class.bases())
    if (isVirtual(Base.getType()))
      F.Overrides.push_back(usr(*definitionOf(Base.getType())));
  ir::Block Body;
  auto add = [&](Effects Part, ir::Location Loc) {
    for (ir::EffectKind &What : Part)
      Body.Effects.push_back({std::move(What), Loc});
  };
  llvm::SmallVector<const FieldDecl *, 8> Fields(Class.field_begin(), Class.field_end());
  for (const FieldDecl *Field : llvm::reverse(Fields))
    add(endMember(*Field), Locs.range(Field->getSourceRange()));
  for (const CXXBaseSpecifier &Base : llvm::reverse(Class.bases()))
    if (!Base.isVirtual())
      add(endBase(Base), F.Loc);
  for (const CXXBaseSpecifier &Base : llvm::reverse(Class.vbases()))
    add(endBase(Base), F.Loc);
  F.Blocks.push_back(std::move(Body));
  return F;
}

} // namespace holdfast::lower
