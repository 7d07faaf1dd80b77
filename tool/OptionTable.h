//===- OptionTable.h - every option, one entry each -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_OPTIONTABLE_H
#define HOLDFAST_TOOL_OPTIONTABLE_H

#include "tool/Options.h"

namespace holdfast::tool {

/// One option: its names, and the line --help shows for it.
struct OptionSpec {
  char Short;            ///< 0: none.
  llvm::StringRef Name;  ///< Without dashes.
  llvm::StringRef Value; ///< Name of the value; empty: takes none; "[…]": may be left out.
  unsigned Commands;     ///< Those that take it: a bit for each.
  llvm::StringRef Help;  ///< Empty: for us alone.
  llvm::Error (*Apply)(Options &, const OptionSpec &, llvm::StringRef Value);

  bool needsValue() const { return !Value.empty() && !Value.starts_with("["); }
  bool goesWith(Command C) const { return Commands >> static_cast<unsigned>(C) & 1; }
};

/// In the order --help shows them.
llvm::ArrayRef<OptionSpec> allOptions();

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_OPTIONTABLE_H
