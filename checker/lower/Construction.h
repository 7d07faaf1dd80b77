//===- Construction.h - which constructor std::make_unique calls -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LOWER_CONSTRUCTION_H
#define HOLDFAST_LOWER_CONSTRUCTION_H

#include "clang/AST/DeclCXX.h"

namespace holdfast::lower {

/// The first constructor of Class that the body of Maker, which returns such an object, calls with
/// NumArguments arguments; null when there is none or the body is not seen.
const clang::CXXConstructorDecl *constructorOfResult(const clang::FunctionDecl &Maker,
                                                     const clang::CXXRecordDecl &Class,
                                                     unsigned NumArguments);

/// The constructor in the one new-expression for an object of Class that a call of Maker comes to,
/// itself or through what it calls, when that passes on NumArguments arguments; null when there is
/// none or its body is not seen.
const clang::CXXConstructorDecl *constructorCalledBy(const clang::FunctionDecl &Maker,
                                                     const clang::CXXRecordDecl &Class,
                                                     unsigned NumArguments);

} // namespace holdfast::lower

#endif // HOLDFAST_LOWER_CONSTRUCTION_H
