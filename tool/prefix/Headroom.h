//===- Headroom.h - tables that children need not grow ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A clang::ASTContext finds types by hash tables whose entries are chained through the types
// themselves. A table that grows writes to every one of them. In a forked child that copies each
// page that has one: a tenth of all CPU in LevelDB, when the prefix leaves a table nearly full.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_PREFIX_HEADROOM_H
#define HOLDFAST_TOOL_PREFIX_HEADROOM_H

namespace clang {
class ASTContext;
}

namespace holdfast::tool {

/// Makes the tables of function types and of dependent template specializations grow now, if half
/// as many again as there are would do it: with types that nothing refers to. Linear in the number
/// of types.
void makeHeadroom(clang::ASTContext &Context);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_PREFIX_HEADROOM_H
