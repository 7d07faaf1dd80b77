//===- Facade.h - the user's iterators around an iterator -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LOWER_FACADE_H
#define HOLDFAST_LOWER_FACADE_H

#include "clang/AST/DeclCXX.h"

namespace holdfast::lower {

/// The member of an iterator class that says where the iterator is: the iterator or pointer that
/// its operator++ increments and its operator* mentions. Null when there is none, or it is not
/// seen, or there are two: an iterator over the lists of a map.
///
///   struct Undone {
///     Job &operator*() { return *it; }
///     Undone &operator++() { do ++it; while (it != last && it->done); return *this; }
///     std::vector<Job>::iterator it, last;                     `it`
///
/// The iterator is that member, to the solver: `it` in a method of Undone is `*this`.
const clang::FieldDecl *positionMember(const clang::CXXRecordDecl &Class);

/// The operator* of Class does more than to dereference that member: `return it->second.get();`.
bool hasOwnDereference(const clang::CXXRecordDecl &Class, const clang::FieldDecl &Position);

} // namespace holdfast::lower

#endif // HOLDFAST_LOWER_FACADE_H
