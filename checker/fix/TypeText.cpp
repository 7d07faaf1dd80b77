//===- TypeText.cpp - types as a person would write them ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "fix/TypeText.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/QualTypeNames.h"

using namespace clang;

namespace holdfast::fix {

/// `typedef basic_string<char> string;` in the namespace of the template.
static const TypedefNameDecl *nameBeside(const ClassTemplateSpecializationDecl &Made, QualType T,
                                         const ASTContext &Context) {
  const DeclContext *Scope = Made.getDeclContext();
  while (Scope->isInlineNamespace())
    Scope = Scope->getParent();
  for (const Decl *D : Scope->decls())
    if (const auto *Alias = llvm::dyn_cast<TypedefNameDecl>(D))
      if (Alias->isReserved(Context.getLangOpts()) == ReservedIdentifierStatus::NotReserved &&
          Context.hasSameType(Alias->getUnderlyingType(), T))
        return Alias;
  return nullptr;
}

static void replaceAll(std::string &Text, llvm::StringRef What, llvm::StringRef By) {
  for (size_t At = 0; (At = Text.find(What.str(), At)) != std::string::npos; At += By.size())
    Text.replace(At, What.size(), By.str());
}

static void useNames(std::string &Text, QualType T, const ASTContext &Context,
                     const PrintingPolicy &Policy) {
  T = T.getCanonicalType().getUnqualifiedType();
  if (!T->getPointeeType().isNull())
    return useNames(Text, T->getPointeeType(), Context, Policy);
  const auto *Made =
      llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(T->getAsCXXRecordDecl());
  if (!Made)
    return;
  if (const TypedefNameDecl *Alias = nameBeside(*Made, T, Context))
    return replaceAll(Text, T.getAsString(Policy), Alias->getQualifiedNameAsString());
  for (const TemplateArgument &A : Made->getTemplateArgs().asArray())
    if (A.getKind() == TemplateArgument::Type)
      useNames(Text, A.getAsType(), Context, Policy);
}

std::string typeText(QualType T, const ASTContext &Context) {
  const PrintingPolicy &Policy = Context.getPrintingPolicy();
  // Not as it is written where T comes from: in its own class, std::string is `basic_string`, and
  // what a class calls `value_type` nobody else does.
  const auto *Alias = T->getAs<TypedefType>();
  const bool IsKnownOutside = Alias && !Alias->getDecl()->isCXXClassMember();
  std::string Result = IsKnownOutside ? TypeName::getFullyQualifiedName(T, Context, Policy)
                                      : T.getCanonicalType().getAsString(Policy);
  useNames(Result, T, Context, Policy);
  // Before C++11 there is a blank before a second '>'; the first one may be gone with a name.
  for (size_t At = 0; (At = Result.find(" >", At)) != std::string::npos; ++At)
    if (At && Result[At - 1] != '>')
      Result.erase(At, 1);
  return Result;
}

} // namespace holdfast::fix
