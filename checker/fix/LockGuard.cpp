//===- LockGuard.cpp - hold the lock that others hold ---------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   bool has(int x) {                 bool has(int x) {
//     return items.count(x);     →      std::lock_guard lock(mutex);
//   }                                   return items.count(x);
//                                     }
//
// From the statement with the access to the end of the function. Whether a caller holds the lock
// already, or a callee locks it again, is to be looked at.
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace holdfast::fix {

/// The variable that Lock names in the function: a member of its class, or a global.
static const ValueDecl *lockOf(llvm::StringRef Lock, const Site &S) {
  Lock.consume_front("this->");
  const auto *Method = llvm::dyn_cast<CXXMethodDecl>(S.Function);
  const IdentifierInfo *Name = &S.Context.Idents.get(Lock);
  auto Found = Method ? Method->getParent()->lookup(Name) : DeclContext::lookup_result();
  if (Found.empty())
    Found = S.Context.getTranslationUnitDecl()->lookup(Name);
  for (const NamedDecl *D : Found) {
    if (const auto *Field = llvm::dyn_cast<FieldDecl>(D))
      return Method->isConst() && !Field->isMutable() ? nullptr : Field;
    if (const auto *Var = llvm::dyn_cast<VarDecl>(D))
      return Var;
  }
  return nullptr;
}

std::optional<Fix> proposeLockGuard(const Site &S) {
  if (S.P.Facts.Lock.empty() || S.Above.size() < 1)
    return std::nullopt;
  llvm::StringRef Name = S.P.Facts.Lock;
  const ValueDecl *Lock = lockOf(Name, S);
  const CXXRecordDecl *Class = Lock ? Lock->getType()->getAsCXXRecordDecl() : nullptr;
  const auto *Body = llvm::dyn_cast<CompoundStmt>(&S.body());
  const Stmt *First = S.Above.size() > 1 ? S.Above[1] : S.Change;
  if (!Class || !Body || !First)
    return std::nullopt;
  auto Has = [&](llvm::StringRef Method) {
    return Class->hasDefinition() && !Class->lookup(&S.Context.Idents.get(Method)).empty();
  };
  const LangOptions &Lang = S.Context.getLangOpts();
  const bool IsShared = S.P.Facts.IsShared && Has("lock_shared") && Lang.CPlusPlus14;
  if (!Lang.CPlusPlus11 || !Has("lock") || !Has("unlock"))
    return std::nullopt;
  Name.consume_front("this->");
  const std::string Guard = freshName("lock", namesIn(S.body()));
  Draft D(S.Text);
  D.insert(First->getBeginLoc(), (IsShared ? "std::shared_lock" : "std::lock_guard") +
                                     (Lang.CPlusPlus17 ? "" : ("<decltype(" + Name + ")>").str()) +
                                     " " + Guard + "(" + Name.str() + ");\n" +
                                     S.Text.indentation(First->getBeginLoc()).str());
  D.include(IsShared ? "shared_mutex" : "mutex", First->getBeginLoc());
  return D.take("lock-guard", "hold '" + Name.str() + "' from here on",
                "look whether a caller holds it already", Safety::Suggestion);
}

} // namespace holdfast::fix
