//===- TypeText.h - types as a person would write them ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_FIX_TYPETEXT_H
#define HOLDFAST_FIX_TYPETEXT_H

#include "clang/AST/ASTContext.h"
#include <string>

namespace holdfast::fix {

/// T in source code. Template instances that have a name beside their template are called by it:
/// "std::string", not "std::basic_string<char>".
std::string typeText(clang::QualType T, const clang::ASTContext &Context);

} // namespace holdfast::fix

#endif // HOLDFAST_FIX_TYPETEXT_H
