//===- NamedContainers.h - what members and globals are declared as -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LOWER_NAMEDCONTAINERS_H
#define HOLDFAST_LOWER_NAMEDCONTAINERS_H

#include "ir/Program.h"
#include "lower/Names.h"

namespace holdfast::lower {

/// Collects what declarations say of what may be a container: members and globals that are objects
/// of a class, or lead to one.
class NamedContainers {
public:
  void add(const clang::FieldDecl &Member);
  void add(const clang::VarDecl &Global);

  /// Those that paths of M name, sorted, once each. Linear in M.
  std::vector<ir::Declaration> namedIn(ir::Module &M, const Locations &Locs,
                                       const TypeModels &Types) const;

private:
  std::vector<const clang::FieldDecl *> Members;
  std::vector<const clang::VarDecl *> Globals;
};

} // namespace holdfast::lower

#endif // HOLDFAST_LOWER_NAMEDCONTAINERS_H
