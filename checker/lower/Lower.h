//===- Lower.h - clang AST and CFG to effect program ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LOWER_LOWER_H
#define HOLDFAST_LOWER_LOWER_H

#include "ir/Program.h"
#include "models/Model.h"

namespace clang {
class ASTContext;
}

namespace holdfast::lower {

struct LowerOptions {
  /// Lower functions whose body stands in a system header, too.
  bool SystemHeaders = false;
  /// Lower only bodies in the main file (a quick look at one file).
  bool MainFileOnly = false;
  /// Plain reads and writes of scalars are operations, too (`--debug-scalars`): Scalars.def.
  bool Scalars = false;
};

/// Lowers every function body of the translation unit: also methods, lambdas,
/// constructors and the instantiations of templates; uninstantiated templates
/// are left out. Never fails: what cannot be described becomes an unknown
/// operand, a function whose CFG cannot be built is left out.
/// Must run while the AST is alive; not thread-safe per ASTContext.
ir::Module lowerTranslationUnit(clang::ASTContext &Context, const models::Library &Lib,
                                const LowerOptions &Options = {});

} // namespace holdfast::lower

#endif // HOLDFAST_LOWER_LOWER_H
