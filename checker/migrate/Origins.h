//===- Origins.h - what an expression is to a container ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MIGRATE_ORIGINS_H
#define HOLDFAST_MIGRATE_ORIGINS_H

#include "lower/Names.h"
#include "migrate/Sites.h"
#include "migrate/Table.h"

namespace holdfast::migrate {

/// What part of a container an expression stands for.
enum class Facet : uint8_t {
  None,
  Whole,        ///< The container.
  Pointer,      ///< A pointer to it.
  Iterator,     ///< m.begin(), m.find(k)
  IteratorBool, ///< m.insert(v)
  Range,        ///< m.equal_range(k)
  Node,         ///< m.extract(k)
  Element,      ///< *it: the pair of a map, the key of a set
  Key,          ///< it->first
  Mapped,       ///< it->second, m[k]
};

struct Origin {
  Facet What = Facet::None;
  std::string Id;                             ///< Of the entity.
  const clang::Expr *Container = nullptr;     ///< From which it was taken; null: unknown.
  const clang::ValueDecl *Variable = nullptr; ///< The handle with a name it comes from, or null.
  Access How = Access::Passing;               ///< Of Key and Mapped.

  explicit operator bool() const { return What != Facet::None; }
};

/// Answers what an expression is, for one unit.
class Origins {
public:
  Origins(clang::ASTContext &Context, const models::Library &Lib, const Target &To)
      : Models(Context, Lib), Lib(Lib), To(To), Where(Context) {}

  Origin of(const clang::Expr *E) const;

  /// From now on, Variable stands for what O says.
  void remember(const clang::ValueDecl &Variable, Origin O);

  /// The class that T (references stripped) is, if that can be migrated or has been: a qualified
  /// name; "" if not.
  std::string classOf(clang::QualType T) const;
  /// The same of a class's name.
  std::string className(llvm::StringRef Name) const;
  bool isWhole(clang::QualType T) const { return !classOf(T).empty(); }
  /// The same of what it points at.
  bool isPointer(clang::QualType T) const;

  /// The same for the same thing in all units, whatever instantiates it.
  std::string idOf(const clang::NamedDecl &D) const;
  std::string idOfResult(const clang::FunctionDecl &F) const { return idOf(F) + "#result"; }

  /// P is of a function instantiated from a template whose parameter can be anything: its type
  /// follows what it is given.
  bool isDeduced(const clang::ParmVarDecl &P) const;

  const Source *sourceOf(clang::QualType T) const { return findSource(classOf(T), To.Name); }
  /// The model's row of a method of a container of type T.
  const models::Operation *rowOf(clang::QualType T, const clang::FunctionDecl &Callee,
                                 llvm::ArrayRef<const clang::Expr *> Arguments) const;
  std::string shapeOf(clang::QualType T, const clang::FunctionDecl &Callee,
                      llvm::ArrayRef<const clang::Expr *> Arguments) const;

  const lower::TypeModels &models() const { return Models; }
  const Sites &sites() const { return Where; }

private:
  Origin ofDecl(const clang::ValueDecl &D) const;
  Origin ofCall(const clang::CallExpr &Call) const;
  Origin ofMethod(const clang::CXXMemberCallExpr &Call) const;
  Origin ofOperator(const clang::CXXOperatorCallExpr &Call) const;
  Origin ofMember(const clang::MemberExpr &E) const;

  lower::TypeModels Models;
  const models::Library &Lib;
  const Target &To;
  Sites Where;
  llvm::DenseMap<const clang::ValueDecl *, Origin> Variables;
};

/// E without what changes neither object nor meaning.
const clang::Expr *plain(const clang::Expr *E);

} // namespace holdfast::migrate

#endif // HOLDFAST_MIGRATE_ORIGINS_H
