//===- Headroom.cpp - tables that children need not grow ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/prefix/Headroom.h"
#include "clang/AST/ASTContext.h"

using namespace clang;

namespace holdfast::tool {
namespace {

/// How many types to add to Present ones so that half as many again may follow. A table of n
/// buckets, a power of two, grows when it has 2n entries (llvm::FoldingSetBase). Which types are in
/// it is not known exactly: at least seven of eight.
size_t missing(size_t Present) {
  const size_t Least = Present - Present / 8;
  size_t Full = 128;
  while (Full < Least)
    Full *= 2;
  return Present + Present / 2 <= Full ? 0 : Full + 1 - Least;
}

/// Calls Add with so many lists of types, each another one.
void forEachList(ASTContext &Context, size_t Count,
                 llvm::function_ref<void(llvm::ArrayRef<QualType>)> Add) {
  // Parameters of a template that is nested deeper than any.
  constexpr unsigned Depth = 4000, Base = 16;
  for (size_t Number = 0; Number != Count; ++Number) {
    llvm::SmallVector<QualType, 8> List;
    for (size_t Rest = Number; Rest || List.empty(); Rest /= Base)
      List.push_back(Context.getTemplateTypeParmType(Depth, Rest % Base, /*ParameterPack=*/false));
    Add(List);
  }
}

} // namespace

void makeHeadroom(ASTContext &Context) {
  size_t Functions = 0, Specializations = 0;
  const TemplateSpecializationType *Some = nullptr;
  for (const Type *T : Context.getTypes()) {
    Functions += isa<FunctionProtoType>(T);
    const auto *S = dyn_cast<TemplateSpecializationType>(T);
    if (!S || !T->isCanonicalUnqualified())
      continue;
    ++Specializations;
    Some = S;
  }
  forEachList(Context, missing(Functions), [&](llvm::ArrayRef<QualType> Parameters) {
    Context.getFunctionType(Context.VoidTy, Parameters, FunctionProtoType::ExtProtoInfo());
  });
  if (!Some)
    return;
  forEachList(Context, missing(Specializations), [&](llvm::ArrayRef<QualType> Types) {
    llvm::SmallVector<TemplateArgument, 8> Arguments(Types.begin(), Types.end());
    Context.getCanonicalTemplateSpecializationType(ElaboratedTypeKeyword::None,
                                                   Some->getTemplateName(), Arguments);
  });
}

} // namespace holdfast::tool
