//===- IndexForm.h - indexes of arrays as text ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A sum of products of a number and a variable, and a number:
//
//   a[2 * i + n - 1]     "2*#i@80/1+1*=n+-1"
//
// The first letter of a variable says how its value differs between threads; threads/Indices.h
// reads the text again and compares.
//
//   #i@80/1   no two threads have the same value of it: it counts the iterations that the loop at
//             offset 80 shares among threads (or is the number of the thread). 1: one such variable
//             is enough, 2: of collapsed loops, both together.
//   =n        all threads have the same value of it
//   ?j        nothing is known
//   ~         what is no such sum; ~# one with something that differs between threads
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LOWER_INDEXFORM_H
#define HOLDFAST_LOWER_INDEXFORM_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <string>

namespace holdfast::lower {

/// The form of Index. NameOf names a variable, with the letter; empty: it differs between threads
/// in a way of its own. Linear in the expression.
std::string indexForm(const clang::Expr &Index, const clang::ASTContext &Context,
                      llvm::function_ref<std::string(const clang::VarDecl &)> NameOf);

} // namespace holdfast::lower

#endif // HOLDFAST_LOWER_INDEXFORM_H
