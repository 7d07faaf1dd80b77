//===- Names.cpp - clang declarations as the tables name them -------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/Names.h"
#include "lower/Facade.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Index/USRGeneration.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;

namespace holdfast::lower {

static bool isTransparentScope(const DeclContext &Context) {
  if (const auto *Namespace = dyn_cast<NamespaceDecl>(&Context))
    return Namespace->isInline() || Namespace->isAnonymousNamespace();
  return !isa<NamedDecl>(Context);
}

std::string modelName(const NamedDecl &D) {
  std::string Name = isa<CXXConstructorDecl>(D)  ? "{ctor}"
                     : isa<CXXDestructorDecl>(D) ? "{dtor}"
                                                 : D.getDeclName().getAsString();
  for (const DeclContext *Scope = D.getDeclContext(); Scope && !Scope->isTranslationUnit();
       Scope = Scope->getParent()) {
    if (isTransparentScope(*Scope))
      continue;
    Name = cast<NamedDecl>(Scope)->getDeclName().getAsString() + "::" + Name;
  }
  return Name;
}

/// Two lambdas of one function have the same USR: where they are tells them apart.
static std::string lambdaPlace(const CXXRecordDecl &Lambda) {
  const SourceManager &SM = Lambda.getASTContext().getSourceManager();
  unsigned Offset = SM.getDecomposedExpansionLoc(Lambda.getBeginLoc()).second;
  return ("@" + llvm::Twine(Offset) + "." + llvm::Twine(Lambda.getLambdaIndexInContext())).str();
}

std::string usrOf(const Decl &D) {
  SmallString<128> Usr;
  if (index::generateUSRForDecl(&D, Usr))
    return {};
  const auto *Class = dyn_cast_or_null<CXXRecordDecl>(D.getDeclContext());
  return Usr.str().str() + (Class && Class->isLambda() ? lambdaPlace(*Class) : std::string());
}

std::string globalName(const VarDecl &D) {
  const bool IsOfThread =
      D.getTLSKind() != VarDecl::TLS_None || D.hasAttr<OMPThreadPrivateDeclAttr>();
  return (IsOfThread ? ir::ThreadLocalPrefix : "") + usrOf(D);
}

std::string displayName(const NamedDecl &D) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&D);
  std::string Name = D.getDeclName().getAsString();
  if (Method && !Method->getParent()->getDeclName().isEmpty())
    Name = Method->getParent()->getDeclName().getAsString() + "::" + Name;
  return Name;
}

//===----------------------------------------------------------------------===//
// TypeModels
//===----------------------------------------------------------------------===//

static const CXXRecordDecl *classOf(QualType T) {
  if (T.isNull())
    return nullptr;
  const CXXRecordDecl *Class = T.getNonReferenceType()->getAsCXXRecordDecl();
  return Class ? Class->getDefinition() : nullptr;
}

const models::ClassModel *TypeModels::modelOf(QualType T) const { return findModel(classOf(T)); }

/// A class of the program that derives from one does more than that: its constructors, destructor
/// and members are seen.
static bool isThread(const models::ClassModel &Model) {
  return Model.Kind == models::ClassKind::Thread || Model.Kind == models::ClassKind::JoiningThread;
}

/// "phmap::parallel_flat_hash_map<*, phmap::NullMutex>": what one of the template arguments makes
/// of the class, or else what it is with any.
static const models::ClassModel *findSpecialized(const CXXRecordDecl &Class,
                                                 const models::Library &Lib) {
  const std::string Name = modelName(Class);
  const models::ClassModel *Model = Lib.findClass(Name);
  const auto *Template = dyn_cast<ClassTemplateSpecializationDecl>(&Class);
  if (!Model || !Template)
    return Model;
  for (const TemplateArgument &Argument : Template->getTemplateArgs().asArray())
    if (Argument.getKind() == TemplateArgument::Type)
      if (const CXXRecordDecl *Given = Argument.getAsType()->getAsCXXRecordDecl())
        if (const models::ClassModel *Special =
                Lib.findClass(Name + "<*, " + modelName(*Given) + ">"))
          return Special;
  return Model;
}

const models::ClassModel *TypeModels::findModel(const CXXRecordDecl *Class) const {
  if (!Class || Class->isLambda())
    return nullptr;
  Class = Class->getDefinition() ? Class->getDefinition() : Class;
  if (auto It = Models.find(Class); It != Models.end())
    return It->second;
  Models[Class] = nullptr;
  const models::ClassModel *Model = findSpecialized(*Class, Lib);
  if (!Model && Class->hasDefinition())
    for (const CXXBaseSpecifier &Base : Class->bases()) {
      const models::ClassModel *Inherited = findModel(classOf(Base.getType()));
      if (Inherited && !isThread(*Inherited)) {
        Model = Inherited;
        break;
      }
    }
  return Models[Class] = Model;
}

const models::ClassModel *TypeModels::methodsOf(QualType T) const {
  const CXXRecordDecl *Class = classOf(T);
  const models::ClassModel *Model = findModel(Class);
  if (!Model && Class)
    for (const CXXBaseSpecifier &Base : Class->bases())
      if ((Model = methodsOf(Base.getType())))
        break;
  return Model;
}

const CXXRecordDecl *TypeModels::modeledClass(QualType T) const {
  const CXXRecordDecl *Class = classOf(T);
  const models::ClassModel *Model = findModel(Class);
  while (Model && !Lib.findClass(modelName(*Class))) {
    auto Base = llvm::find_if(Class->bases(), [&](const CXXBaseSpecifier &B) {
      return findModel(classOf(B.getType())) == Model;
    });
    Class = Base == Class->bases_end() ? nullptr : classOf(Base->getType());
    Model = findModel(Class);
  }
  return Class;
}

bool TypeModels::isIteratorClass(QualType T) const {
  const CXXRecordDecl *Class = classOf(T);
  if (!Class || Class->isLambda())
    return false;
  auto [It, Inserted] = Iterators.try_emplace(Class, false);
  if (!Inserted)
    return It->second;
  const models::ClassModel *Model = findModel(Class);
  bool Result = Model ? Model->Kind == models::ClassKind::Iterator : looksLikeIterator(Class);
  return Iterators[Class] = Result;
}

static bool declaresOperator(const CXXRecordDecl &Class, OverloadedOperatorKind Op) {
  DeclarationName Name = Class.getASTContext().DeclarationNames.getCXXOperatorName(Op);
  if (!Class.lookup(Name).empty())
    return true;
  for (const CXXBaseSpecifier &Base : Class.bases())
    if (const CXXRecordDecl *B = classOf(Base.getType()); B && declaresOperator(*B, Op))
      return true;
  return false;
}

/// A dereference, not a multiplication: big integers have `*` and `++`, too.
static bool declaresDereference(const CXXRecordDecl &Class) {
  DeclarationName Name = Class.getASTContext().DeclarationNames.getCXXOperatorName(OO_Star);
  for (const NamedDecl *Found : Class.lookup(Name))
    if (const FunctionDecl *Method = Found->getAsFunction(); Method && Method->getNumParams() == 0)
      return true;
  for (const CXXBaseSpecifier &Base : Class.bases())
    if (const CXXRecordDecl *B = classOf(Base.getType()); B && declaresDereference(*B))
      return true;
  return false;
}

/// `{ Dict *owner; int index; }` with `*it` that returns owner->entries[index]: what that refers to
/// says more than that it is an iterator.
static bool isIndexIntoContainer(const CXXRecordDecl &Class) {
  if (Class.getASTContext().getSourceManager().isInSystemHeader(Class.getLocation()))
    return false; // Nobody sees what it is an index into.
  const FieldDecl *Position = positionMember(Class);
  return Position && Position->getType()->isIntegralOrEnumerationType();
}

bool TypeModels::looksLikeIterator(const CXXRecordDecl *Class) const {
  return declaresDereference(*Class) && declaresOperator(*Class, OO_PlusPlus) &&
         !isIndexIntoContainer(*Class);
}

bool TypeModels::isPlainValue(QualType T) const {
  const CXXRecordDecl *Class = classOf(T);
  return Class && !Class->isLambda() && !modelOf(T) && !declaresDereference(*Class) &&
         !declaresOperator(*Class, OO_Arrow) && !declaresOperator(*Class, OO_PlusPlus);
}

const FieldDecl *TypeModels::positionIn(const CXXRecordDecl *Class) const {
  Class = Class ? Class->getDefinition() : nullptr;
  if (!Class || Class->isDependentContext() || Class->isLambda() || findModel(Class) ||
      Context.getSourceManager().isInSystemHeader(Class->getLocation()))
    return nullptr;
  auto [It, Inserted] = Positions.try_emplace(Class, nullptr);
  if (!Inserted || !looksLikeIterator(Class))
    return It->second;
  const FieldDecl *Position = positionMember(*Class);
  if (Position && !Position->getType()->isPointerType() && !isIteratorClass(Position->getType()))
    Position = nullptr;
  return Positions[Class] = Position;
}

ir::Path TypeModels::memberOf(ir::Path P, const FieldDecl &Field, ir::Module &M) const {
  const auto *Class = dyn_cast<CXXRecordDecl>(Field.getParent());
  if (positionIn(Class) != &Field)
    P.Projections.push_back(
        ir::Projection::field(M.intern(Field.getName()), M.intern(modelName(*Field.getParent()))));
  return P;
}

static bool isToBase(const CastExpr &Cast) {
  return Cast.getCastKind() == CK_DerivedToBase || Cast.getCastKind() == CK_UncheckedDerivedToBase;
}

static const CXXRecordDecl *pointedClass(QualType T) {
  return classOf(T->isPointerType() ? T->getPointeeType() : T);
}

bool TypeModels::isSeparateBase(const CastExpr &Cast) const {
  const CXXRecordDecl *Class =
      isToBase(Cast) ? pointedClass(Cast.getSubExpr()->getType()) : nullptr;
  if (!Class || Cast.path_empty())
    return false;
  auto IsContainer = [&](const CXXBaseSpecifier &Base) {
    return isKind(Base.getType(), models::ClassKind::Container);
  };
  return IsContainer(**Cast.path_begin()) && llvm::count_if(Class->bases(), IsContainer) > 1;
}

ir::Path TypeModels::baseOf(ir::Path P, const CastExpr &Cast, ir::Module &M) const {
  if (!isSeparateBase(Cast))
    return P;
  const CXXRecordDecl *Class = pointedClass(Cast.getSubExpr()->getType());
  QualType Base = (*Cast.path_begin())->getType().getCanonicalType();
  auto Position = llvm::find_if(Class->bases(), [&](const CXXBaseSpecifier &B) {
    return B.getType().getCanonicalType() == Base;
  });
  std::string Name = ir::BasePrefix + std::to_string(Position - Class->bases_begin());
  return P.then(ir::Projection::field(M.intern(Name), M.intern(modelName(*Class))));
}

QualType TypeModels::objectType(const Expr &Object) const {
  const Expr *E = Object.IgnoreParens();
  while (const auto *Cast = dyn_cast<ImplicitCastExpr>(E)) {
    if (isSeparateBase(*Cast))
      break;
    E = Cast->getSubExpr()->IgnoreParens();
  }
  QualType T = E->IgnoreParens()->getType();
  return T->isPointerType() ? T->getPointeeType() : T;
}

/// True when T is the receiver's iterator or const_iterator, which may be a raw pointer.
bool TypeModels::isIteratorOf(const CXXRecordDecl &Receiver, QualType T) const {
  QualType Canonical = T.getNonReferenceType().getCanonicalType().getUnqualifiedType();
  for (const char *Nested : {"iterator", "const_iterator"}) {
    IdentifierInfo &Id = Context.Idents.get(Nested);
    for (const NamedDecl *Found : Receiver.lookup(DeclarationName(&Id)))
      if (const auto *Type = dyn_cast<TypedefNameDecl>(Found))
        if (Type->getUnderlyingType().getCanonicalType().getUnqualifiedType() == Canonical)
          return true;
  }
  for (const CXXBaseSpecifier &Base : Receiver.bases())
    if (const CXXRecordDecl *B = classOf(Base.getType()); B && isIteratorOf(*B, T))
      return true;
  return false;
}

bool TypeModels::isCallable(QualType T) const {
  T = T.getNonReferenceType();
  if (T->isFunctionType() || T->isFunctionPointerType() || T->isMemberPointerType())
    return true;
  const CXXRecordDecl *Class = classOf(T);
  return Class && (Class->isLambda() || declaresOperator(*Class, OO_Call));
}

models::ArgumentClass TypeModels::classify(const Expr &Argument, QualType Param,
                                           const CXXRecordDecl *Receiver) const {
  using models::ArgumentClass;
  QualType T = Argument.getType();
  const models::ClassModel *Model = modelOf(T);
  if (Receiver && !Param.isNull() && isIteratorOf(*Receiver, Param))
    return ArgumentClass::Iterator;
  if (isIteratorClass(T) || (Model && Model->Kind == models::ClassKind::Inserter))
    return ArgumentClass::Iterator;
  if (Model &&
      (Model->Kind == models::ClassKind::Container || Model->Kind == models::ClassKind::View ||
       Model->Kind == models::ClassKind::Adaptor || Model->Kind == models::ClassKind::Concurrent))
    return Argument.isLValue() ? ArgumentClass::Container : ArgumentClass::Moved;
  if (isCallable(T))
    return ArgumentClass::Callable;
  if (!Receiver && (T->isPointerType() || T->isArrayType()))
    return ArgumentClass::Iterator;
  if (T.getNonReferenceType()->isIntegerType())
    return ArgumentClass::Number;
  return ArgumentClass::Value;
}

//===----------------------------------------------------------------------===//
// Locations
//===----------------------------------------------------------------------===//

uint32_t Locations::fileIndex(FileID File) const {
  auto [It, Inserted] = FileIndices.try_emplace(File, 0);
  if (!Inserted)
    return It->second;
  const SourceManager &SM = Context.getSourceManager();
  SmallString<256> Name;
  if (OptionalFileEntryRef Entry = SM.getFileEntryRefForID(File)) {
    Name = Entry->getName();
    SM.getFileManager().makeAbsolutePath(Name);
    llvm::sys::path::remove_dots(Name, /*remove_dot_dot=*/true);
  } else {
    Name = SM.getBufferName(SM.getLocForStartOfFile(File));
  }
  return FileIndices[File] = M.addFile(Name);
}

ir::Location Locations::range(SourceRange R) const {
  const SourceManager &SM = Context.getSourceManager();
  if (R.isInvalid())
    return {};
  SourceLocation Begin = SM.getFileLoc(R.getBegin()), End = SM.getFileLoc(R.getEnd());
  auto [File, Offset] = SM.getDecomposedLoc(Begin);
  auto [EndFile, EndOffset] = SM.getDecomposedLoc(End);
  ir::Location Result;
  Result.File = fileIndex(File);
  Result.Line = SM.getLineNumber(File, Offset);
  Result.Column = SM.getColumnNumber(File, Offset);
  Result.InMacro = SM.isMacroBodyExpansion(R.getBegin());
  if (EndFile != File || EndOffset < Offset)
    EndOffset = Offset;
  EndOffset +=
      Lexer::MeasureTokenLength(SM.getComposedLoc(File, EndOffset), SM, Context.getLangOpts());
  Result.EndLine = SM.getLineNumber(File, EndOffset);
  Result.EndColumn = SM.getColumnNumber(File, EndOffset);
  return Result;
}

std::string Locations::shortText(SourceLocation L) const {
  ir::Location Loc = range(L);
  if (!Loc.isValid())
    return "unknown location";
  return llvm::sys::path::filename(M.Files[Loc.File]).str() + ":" + std::to_string(Loc.Line);
}

} // namespace holdfast::lower
