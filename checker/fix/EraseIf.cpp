//===- EraseIf.cpp - std::erase_if instead of a loop ----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   for (auto &[id, s] : sessions)       std::erase_if(sessions, [](const auto &entry) {
//     if (s.expired())                     const auto &[id, s] = entry;
//       sessions.erase(id);        →       return s.expired();
//                                        });
//
// Or `list.remove_if(…)`: whatever row of the container erases by a predicate and is there with the
// unit's language standard.
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"
#include "fix/Predicate.h"
#include "rules/Alternatives.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace holdfast::fix {

/// Whether the class of the container, or a base, has a method.
static bool hasMethod(llvm::StringRef Name, const EraseLoop &L, const ASTContext &Context) {
  QualType Type = L.Object->getType();
  const CXXRecordDecl *Class = (L.IsArrow ? Type->getPointeeType() : Type)->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition())
    return false;
  auto Has = [&](const CXXRecordDecl *C) { return !C->lookup(&Context.Idents.get(Name)).empty(); };
  return Has(Class) || !Class->forallBases([&](const CXXRecordDecl *Base) { return !Has(Base); });
}

std::optional<Fix> proposeEraseIf(const Site &S) {
  std::optional<EraseLoop> L = eraseLoopOf(S);
  const models::Operation *Row = L ? rules::eraseByPredicate(S.Class) : nullptr;
  if (!Row || !(rules::isFree(*Row) ? isDeclared(Row->Name, S.Context)
                                    : hasMethod(Row->Name, *L, S.Context)))
    return std::nullopt;
  std::optional<Predicate> P = predicateOf(*L, S);
  if (!P)
    return std::nullopt;
  llvm::StringRef Indentation = S.Text.indentation(L->Loop->getBeginLoc());
  std::string Call = rules::isFree(*Row) ? Row->Name + "(" + L->container(S.Text) + ", "
                                         : L->access(S.Text) + Row->Name + "(";
  constexpr size_t Width = 80;
  size_t Left = Width - std::min(Width, Call.size() + Indentation.size() + 2);
  std::string Unit = S.Text.unit(L->Loop->getBeginLoc(), L->Body->getBeginLoc());
  Draft D(S.Text);
  D.replace(S.Text.statement(*L->Loop),
            commentsAbove(*L, S) + Call + P->text(Left, Indentation, Unit) + ");");
  return D.take("erase-if", "use '" + Row->Name + "'", "the loop does nothing but select",
                Safety::Safe);
}

} // namespace holdfast::fix
