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

/// The lines Around P, which is marked. Those of Steps have their numbers before them.
void writeExcerpt(const Place &P, unsigned Around, llvm::ArrayRef<Remark> Steps, Sources &Files,
                  llvm::raw_ostream &OS);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_OUTPUT_HTML_H
