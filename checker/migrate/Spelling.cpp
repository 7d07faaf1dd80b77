//===- Spelling.cpp - where a type is written -----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "migrate/Spelling.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace holdfast::migrate {
namespace {

/// Types of a container that do not depend on which one it is: keys, values, pairs, numbers.
bool isOfAllContainers(llvm::StringRef Member) {
  return Member == "value_type" || Member == "key_type" || Member == "mapped_type" ||
         Member == "size_type" || Member == "difference_type";
}

class Reader : public RecursiveASTVisitor<Reader> {
public:
  explicit Reader(const Origins &From) : From(From) {}
  Spelled Found;

  // Whether the qualifier is traversed, too, is said by newer clangs only.
  template <class... Flag>
  bool TraverseTemplateSpecializationTypeLoc(TemplateSpecializationTypeLoc T, Flag... Qualifier) {
    std::string Class = classOf(T.getTypePtr()->getTemplateName());
    if (Class.empty()) {
      ++Depth;
      bool Continue = RecursiveASTVisitor::TraverseTemplateSpecializationTypeLoc(T, Qualifier...);
      --Depth;
      return Continue;
    }
    // What is inside of it stays: a map's values may be maps.
    add({T.getTemplateNameLoc(), T.getRAngleLoc(), Class, T.getNumArgs()});
    return true;
  }

  bool VisitDeducedTemplateSpecializationTypeLoc(DeducedTemplateSpecializationTypeLoc T) {
    std::string Class = classOf(T.getTypePtr()->getTemplateName());
    if (!Class.empty())
      add({T.getTemplateNameLoc(), SourceLocation(), Class, 0});
    return true;
  }

  template <class... Flag> bool TraverseTypedefTypeLoc(TypedefTypeLoc T, Flag... Qualifier) {
    const TypedefNameDecl *D = T.getTypePtr()->getDecl();
    const auto *Class = dyn_cast<CXXRecordDecl>(D->getDeclContext());
    if (Class && isOfAllContainers(D->getName()) && isContainer(*Class))
      return true;
    if (From.sites().isUsers(D->getLocation()) && mentionsContainer(*D)) {
      Found.Aliases.push_back(D);
      Found.IsNested |= Depth > 0;
    }
    return RecursiveASTVisitor::TraverseTypedefTypeLoc(T, Qualifier...);
  }

  template <class... Flag>
  bool TraverseDependentNameTypeLoc(DependentNameTypeLoc T, Flag... Qualifier) {
    if (isOfAllContainers(T.getTypePtr()->getIdentifier()->getName()))
      return true;
    return RecursiveASTVisitor::TraverseDependentNameTypeLoc(T, Qualifier...);
  }

  // A function's own declarations are not its type.
  bool TraverseDecl(Decl *) { return true; }

private:
  std::string classOf(TemplateName Name) const {
    const TemplateDecl *Template = Name.getAsTemplateDecl();
    if (!Template || !isa<ClassTemplateDecl>(Template))
      return "";
    return From.className(lower::modelName(*Template));
  }

  bool isContainer(const CXXRecordDecl &Class) const {
    return !From.className(lower::modelName(Class)).empty();
  }

  bool mentionsContainer(const TypedefNameDecl &D) const {
    if (From.isWhole(D.getUnderlyingType()) || From.isPointer(D.getUnderlyingType()))
      return true;
    return D.getTypeSourceInfo() && !spelledIn(D.getTypeSourceInfo()->getTypeLoc(), From).isEmpty();
  }

  void add(Spelled::Container C) {
    Found.Containers.push_back(std::move(C));
    Found.IsNested |= Depth > 0;
  }

  const Origins &From;
  unsigned Depth = 0;
};

} // namespace

Spelled spelledIn(TypeLoc T, const Origins &From) {
  Reader R(From);
  R.TraverseTypeLoc(T);
  return std::move(R.Found);
}

} // namespace holdfast::migrate
