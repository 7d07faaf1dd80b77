//===- Sight.h - whether a unit refers only to what it sees -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_PREFIX_SIGHT_H
#define HOLDFAST_TOOL_PREFIX_SIGHT_H

#include "tool/prefix/Ledger.h"

namespace clang {
class ASTContext;
}

namespace holdfast::tool {

/// Looks at every name in the unit's own declarations (Context's traversal scope, without those of
/// system headers): what it denotes has to stand in a file that is visible there. The winner of an
/// overload resolution among many is the winner among fewer if it is one of them; so such a unit
/// means the same alone. In an instantiation, names are looked up from its end, too. Says the
/// first doubt to Book.
void checkSight(clang::ASTContext &Context, Ledger &Book);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_PREFIX_SIGHT_H
