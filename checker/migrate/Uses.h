//===- Uses.h - what is done to containers, and does it fit -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MIGRATE_USES_H
#define HOLDFAST_MIGRATE_USES_H

#include "migrate/Climb.h"
#include "migrate/Entities.h"

namespace holdfast::migrate {

/// Judges each use of a container by the rows of Uses.def, and plans its edits.
class Uses {
public:
  Uses(clang::ASTContext &Context, const Origins &From, Entities &Found, Climb &Walk,
       const Target &To)
      : Context(Context), From(From), Found(Found), Walk(Walk), To(To) {}

  /// False: Call is none on a container.
  bool call(const clang::CallExpr &Call, const clang::FunctionDecl &Callee);
  /// A range-for over Range.
  void iterate(const clang::Expr &Range, const Origin &O);
  /// D is the variable of one, a reference to an entry.
  void loopVariable(const clang::VarDecl &D, const Origin &O);
  void member(const clang::MemberExpr &E);
  void reference(const clang::DeclRefExpr &E);
  /// After all code: what only the whole function shows.
  void finish();

private:
  /// A value of an entity is read through, or changed behind, a handle.
  struct Event {
    std::string Id;
    const clang::ValueDecl *Variable; ///< The handle; null: a change through the container.
    const clang::Expr *E;
    const clang::FunctionDecl *Function;
  };

  bool method(const clang::CXXMemberCallExpr &Call, const clang::CXXMethodDecl &Method);
  bool operatorCall(const clang::CXXOperatorCallExpr &Call);
  bool function(const clang::CallExpr &Call, const clang::FunctionDecl &Callee);
  void judge(const CallRow &Row, const clang::CallExpr &Call,
             llvm::ArrayRef<const clang::Expr *> Args, const Origin &O,
             const clang::Expr &Container);
  void dropHint(const CallRow &Row, const clang::CallExpr &Call,
                llvm::ArrayRef<const clang::Expr *> Args, const Origin &O);
  void element(const clang::Expr &E, const Origin &O);
  void rewrite(const ElementRow &Row, const clang::Expr &E, const Origin &O, const UseOf &U);
  std::vector<std::optional<fix::Edit>> opening(const ElementRow &Row, const clang::Expr &E,
                                                const Origin &O) const;
  void refuseElement(const ElementRow &Row, const clang::Expr &E, const Origin &O, const UseOf &U);
  void note(const clang::Expr &E, const Origin &O, const UseOf &U);
  bool isDependent(const clang::Expr &E) const;
  bool mayFollow(const Event &Change, const Event &Read) const;
  void refuseStale(const Event &Change, const Event &Read);
  std::string keyOf(const clang::Expr &E, const Origin &O) const;
  std::string filled(llvm::StringRef Text, const clang::Expr &E, const Origin &O) const;

  clang::ASTContext &Context;
  const Origins &From;
  Entities &Found;
  Climb &Walk;
  const Target &To;
  std::vector<Event> Changes, Reads, Kept, Steps;
};

} // namespace holdfast::migrate

#endif // HOLDFAST_MIGRATE_USES_H
