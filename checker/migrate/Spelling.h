//===- Spelling.h - where a type is written ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MIGRATE_SPELLING_H
#define HOLDFAST_MIGRATE_SPELLING_H

#include "migrate/Origins.h"
#include "clang/AST/TypeLoc.h"

namespace holdfast::migrate {

/// The containers that are written in a type: `const std::map<int, S> &`, `std::map<int,
/// S>::iterator`, `Sessions::iterator`.
struct Spelled {
  /// A template with or without arguments.
  struct Container {
    clang::SourceLocation Name, RAngle; ///< RAngle is invalid without arguments.
    std::string Class;
    unsigned Arguments = 0;
  };
  std::vector<Container> Containers;
  std::vector<const clang::TypedefNameDecl *> Aliases; ///< Of containers or their iterators.
  bool IsNested = false; ///< One is an argument of another type: `std::vector<std::map<…>>`.

  bool isEmpty() const { return Containers.empty() && Aliases.empty(); }
};

Spelled spelledIn(clang::TypeLoc T, const Origins &From);

} // namespace holdfast::migrate

#endif // HOLDFAST_MIGRATE_SPELLING_H
