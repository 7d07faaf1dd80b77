//===- Annotations.h - what attributes say about a method -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LOWER_ANNOTATIONS_H
#define HOLDFAST_LOWER_ANNOTATIONS_H

#include "clang/AST/DeclCXX.h"

namespace holdfast::lower {

/// True when a declaration of Method carries
/// `[[clang::annotate_type("experimental_invalidates")]]` on its type, clang's own mark (LLVM 23)
/// for methods that invalidate the iterators into their object:
///
///   void rebuild() [[clang::annotate_type("experimental_invalidates")]];
bool invalidatesReceiver(const clang::CXXMethodDecl &Method);

} // namespace holdfast::lower

#endif // HOLDFAST_LOWER_ANNOTATIONS_H
