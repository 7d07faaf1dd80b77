//===- Annotations.cpp - what attributes say about a method ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/Annotations.h"
#include "clang/AST/Attr.h"
#include "clang/AST/TypeLoc.h"

using namespace clang;

namespace holdfast::lower {

static bool isAnnotated(const TypeSourceInfo &Info) {
  TypeLoc Loc = Info.getTypeLoc();
  while (auto Attributed = Loc.getAs<AttributedTypeLoc>()) {
    if (const auto *Annotation = Attributed.getAttrAs<AnnotateTypeAttr>())
      if (Annotation->getAnnotation() == "experimental_invalidates")
        return true;
    Loc = Attributed.getModifiedLoc();
  }
  return false;
}

bool invalidatesReceiver(const CXXMethodDecl &Method) {
  auto annotated = [](const FunctionDecl *FD) {
    const TypeSourceInfo *Info = FD->getTypeSourceInfo();
    return Info && isAnnotated(*Info);
  };
  if (const FunctionDecl *Pattern = Method.getTemplateInstantiationPattern())
    if (llvm::any_of(Pattern->redecls(), annotated))
      return true;
  return llvm::any_of(Method.redecls(), annotated);
}

} // namespace holdfast::lower
