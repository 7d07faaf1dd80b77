//===- Accessor.h - methods that only name a part of the object -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LOWER_ACCESSOR_H
#define HOLDFAST_LOWER_ACCESSOR_H

#include "lower/Names.h"
#include <optional>

namespace holdfast::lower {

/// What a call of Callee denotes when its body is nothing but `return <path>;`:
///
///   std::vector<int> &items() { return items_; }         Receiver.items_
///   Node *next() const { return next_; }                 Receiver.next_
///   static Registry &instance() { static Registry R; return R; }   the global R
///
///   std::shared_ptr<Scope> scope() { return scope_; }              the pointer Receiver.scope_
///
/// Nothing for virtual functions, for copies of class type, and for anything longer.
std::optional<ir::Operand> accessedBy(const clang::FunctionDecl &Callee,
                                      const std::optional<ir::Path> &Receiver,
                                      const TypeModels &Types, ir::Module &M);

/// What E, written where the parameters of a function are in scope, denotes at a call of it with
/// Arguments: the members of Receiver, parameters, globals and what leads from there. Nothing for
/// anything longer.
std::optional<ir::Operand> denotedBy(const clang::Expr &E, const std::optional<ir::Path> &Receiver,
                                     llvm::ArrayRef<ir::Operand> Arguments, const TypeModels &Types,
                                     ir::Module &M);

} // namespace holdfast::lower

#endif // HOLDFAST_LOWER_ACCESSOR_H
