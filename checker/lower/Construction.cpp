//===- Construction.cpp - which constructor std::make_unique calls --------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   template <class T, class... A> unique_ptr<T> make_unique(A &&...a) {
//     return unique_ptr<T>(new T(std::forward<A>(a)...));
//   }
//
// In a specialization's body overload resolution is done. std::make_shared comes to
// its new-expression through a dozen functions.
//
//===----------------------------------------------------------------------===//
#include "lower/Construction.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <deque>

using namespace clang;

namespace holdfast::lower {

namespace {

/// Bodies, nearest first.
class Search {
public:
  explicit Search(const CXXRecordDecl &Class) : Class(*Class.getCanonicalDecl()) {}

  const CXXNewExpr *from(const FunctionDecl &Maker);

private:
  static constexpr unsigned MaxFunctions = 200;

  const CXXNewExpr *in(const FunctionDecl &Body);
  const CXXNewExpr *in(const Stmt *S);
  void add(const FunctionDecl *Callee);

  const CXXRecordDecl &Class;
  std::deque<const FunctionDecl *> Pending;
  llvm::SmallPtrSet<const FunctionDecl *, 32> Seen;
};

} // namespace

void Search::add(const FunctionDecl *Callee) {
  const FunctionDecl *Definition = nullptr;
  if (Callee && Callee->hasBody(Definition) && Seen.size() < MaxFunctions &&
      Seen.insert(Definition).second)
    Pending.push_back(Definition);
}

const CXXNewExpr *Search::in(const Stmt *S) {
  if (!S)
    return nullptr;
  if (const auto *New = dyn_cast<CXXNewExpr>(S)) {
    const CXXRecordDecl *Made = New->getAllocatedType()->getAsCXXRecordDecl();
    if (!New->isArray() && Made && Made->getCanonicalDecl() == &Class)
      return New;
  } else if (const auto *Call = dyn_cast<CallExpr>(S)) {
    add(Call->getDirectCallee());
  } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(S)) {
    add(Construct->getConstructor());
  }
  for (const Stmt *Child : S->children())
    if (const CXXNewExpr *Found = in(Child))
      return Found;
  return nullptr;
}

const CXXNewExpr *Search::in(const FunctionDecl &Body) {
  if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(&Body))
    for (const CXXCtorInitializer *Initializer : Ctor->inits())
      if (const CXXNewExpr *Found = in(Initializer->getInit()))
        return Found;
  return in(Body.getBody());
}

const CXXNewExpr *Search::from(const FunctionDecl &Maker) {
  for (add(&Maker); !Pending.empty(); Pending.pop_front())
    if (const CXXNewExpr *Found = in(*Pending.front()))
      return Found;
  return nullptr;
}

static const CXXConstructorDecl *constructorIn(const Stmt &S, const CXXRecordDecl &Class,
                                               unsigned NumArguments) {
  if (const auto *Made = dyn_cast<CXXConstructExpr>(&S);
      Made && Made->getNumArgs() == NumArguments &&
      Made->getConstructor()->getParent()->getCanonicalDecl() == Class.getCanonicalDecl())
    return Made->getConstructor();
  for (const Stmt *Child : S.children())
    if (const CXXConstructorDecl *Found =
            Child ? constructorIn(*Child, Class, NumArguments) : nullptr)
      return Found;
  return nullptr;
}

const CXXConstructorDecl *constructorOfResult(const FunctionDecl &Maker, const CXXRecordDecl &Class,
                                              unsigned NumArguments) {
  const FunctionDecl *Definition = nullptr;
  return Maker.hasBody(Definition) ? constructorIn(*Definition->getBody(), Class, NumArguments)
                                   : nullptr;
}

const CXXConstructorDecl *constructorCalledBy(const FunctionDecl &Maker, const CXXRecordDecl &Class,
                                              unsigned NumArguments) {
  const CXXNewExpr *New = Search(Class).from(Maker);
  const CXXConstructExpr *Made = New ? New->getConstructExpr() : nullptr;
  if (!Made)
    return nullptr;
  unsigned Written = 0;
  for (const Expr *Argument : Made->arguments())
    Written += !isa<CXXDefaultArgExpr>(Argument);
  return Written == NumArguments ? Made->getConstructor() : nullptr;
}

} // namespace holdfast::lower
