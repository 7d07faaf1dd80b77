//===- RulePage.h - the documentation of a rule, offline --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_OUTPUT_RULEPAGE_H
#define HOLDFAST_TOOL_OUTPUT_RULEPAGE_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace holdfast::tool {

/// docs/rules/<rule>.md, which was built in.
struct RulePage {
  std::string Markdown;     ///< Links to other files of docs/ are text.
  std::string Introduction; ///< The first paragraph of its section "What", as one line.
};

/// Rule: its full name. Every rule has a page; test/house sees to that.
RulePage pageOf(llvm::StringRef Rule);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_OUTPUT_RULEPAGE_H
