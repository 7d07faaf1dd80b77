//===- Html.h - source lines as HTML ----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_OUTPUT_HTML_H
#define HOLDFAST_TOOL_OUTPUT_HTML_H

#include "tool/Sources.h"
#include "tool/Unit.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::tool {

/// Text with what means something in HTML escaped, and invalid UTF-8 replaced.
std::string html(llvm::StringRef Text);

/// The lines around step Index of Thread. The place of the step is marked; lines of other steps
/// have their numbers before them.
void writeExcerpt(const std::vector<Remark> &Thread, size_t Index, Sources &Files,
                  llvm::raw_ostream &OS);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_OUTPUT_HTML_H
