//===- Names.h - clang declarations as the tables name them -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LOWER_NAMES_H
#define HOLDFAST_LOWER_NAMES_H

#include "ir/Program.h"
#include "models/Model.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"
#include <string>

namespace holdfast::lower {

/// Qualified name without inline namespaces and template arguments:
/// `std::__cxx11::basic_string<char>` is "std::basic_string".
std::string modelName(const clang::NamedDecl &D);

/// The USR, empty when the declaration has none.
std::string usrOf(const clang::Decl &D);

/// The name of a global's path.
std::string globalName(const clang::VarDecl &D);

/// What messages call a declaration: "Widget::notify", "lambda at a.cpp:12".
std::string displayName(const clang::NamedDecl &D);

/// Answers "what is this class to us?" from the model tables. Caches per class;
/// lives as long as the AST.
class TypeModels {
public:
  TypeModels(const clang::ASTContext &Context, const models::Library &Lib)
      : Context(Context), Lib(Lib) {}

  /// The model of the class of T (references and cv stripped) or of its nearest modeled base;
  /// null when there is none.
  const models::ClassModel *modelOf(clang::QualType T) const;

  /// The model whose methods objects of T have: modelOf(), also of a base that is a thread, which
  /// says little about the object.
  const models::ClassModel *methodsOf(clang::QualType T) const;

  /// The class that has that model itself: T's or a base.
  const clang::CXXRecordDecl *modeledClass(clang::QualType T) const;

  /// The same as modelOf() of a class; null when Class is null.
  const models::ClassModel *findModel(const clang::CXXRecordDecl *Class) const;

  /// True when T (references stripped) behaves like an iterator: a class with operator* and
  /// operator++ that is no modeled container. Raw pointers are not meant.
  bool isIteratorClass(clang::QualType T) const;

  /// T is a class of the user's (or one that no table describes) whose objects are values, and do
  /// not stand for others: it has neither `*` nor `->` nor `++`.
  bool isPlainValue(clang::QualType T) const;

  /// Class is an iterator class of the user around another iterator, the returned member
  /// (Facade.h); null: it is not.
  const clang::FieldDecl *positionIn(const clang::CXXRecordDecl *Class) const;

  /// The member of the object at P; the object itself when the member is the iterator that it is.
  ir::Path memberOf(ir::Path P, const clang::FieldDecl &Field, ir::Module &M) const;

  /// Cast is to one of several bases that are containers: `class Groups : vector<Entry>,
  /// vector<int>`.
  bool isSeparateBase(const clang::CastExpr &Cast) const;

  /// What Cast, to a base, makes of the object at P: a part of it where isSeparateBase(), else P.
  ir::Path baseOf(ir::Path P, const clang::CastExpr &Cast, ir::Module &M) const;

  /// The type of an object whose method is called: as written, not the base that happens to
  /// declare the method; a separate base is what is written. Pointers are stripped.
  clang::QualType objectType(const clang::Expr &Object) const;

  /// A function, function or member pointer, lambda, or object with operator().
  bool isCallable(clang::QualType T) const;

  /// True when a modeled class of one of these kinds.
  bool isKind(clang::QualType T, models::ClassKind K) const {
    const models::ClassModel *M = modelOf(T);
    return M && M->Kind == K;
  }

  /// Classifies one argument of a call, see models::ArgumentClass. Receiver is the class the
  /// method is called on, or null for a free function; Param the declared parameter type (null when
  /// variadic).
  models::ArgumentClass classify(const clang::Expr &Argument, clang::QualType Param,
                                 const clang::CXXRecordDecl *Receiver) const;

private:
  bool looksLikeIterator(const clang::CXXRecordDecl *Class) const;
  bool isIteratorOf(const clang::CXXRecordDecl &Receiver, clang::QualType T) const;

  const clang::ASTContext &Context;
  const models::Library &Lib;
  mutable llvm::DenseMap<const clang::CXXRecordDecl *, const models::ClassModel *> Models;
  mutable llvm::DenseMap<const clang::CXXRecordDecl *, bool> Iterators;
  mutable llvm::DenseMap<const clang::CXXRecordDecl *, const clang::FieldDecl *> Positions;
};

/// Turns clang source locations into locations of the module. A macro argument keeps the place
/// where it is written, a macro body becomes the place of its expansion.
class Locations {
public:
  Locations(const clang::ASTContext &Context, ir::Module &M) : Context(Context), M(M) {}

  ir::Location range(clang::SourceRange R) const;
  /// "a.cpp:12", for names of lambdas.
  std::string shortText(clang::SourceLocation L) const;

private:
  uint32_t fileIndex(clang::FileID File) const;

  const clang::ASTContext &Context;
  ir::Module &M;
  mutable llvm::DenseMap<clang::FileID, uint32_t> FileIndices;
};

} // namespace holdfast::lower

#endif // HOLDFAST_LOWER_NAMES_H
