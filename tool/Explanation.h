//===- Explanation.h - one finding with all that leads to it ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_EXPLANATION_H
#define HOLDFAST_TOOL_EXPLANATION_H

#include "tool/Sources.h"
#include "tool/Unit.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::tool {

/// The steps in the order they happen, each with the lines around it, and the remedy.
void printExplanation(const Report &R, Sources &Files, llvm::raw_ostream &OS);

/// The only finding of All whose fingerprint begins with Prefix. The error says that there is
/// none, or several.
llvm::Expected<const Report *> findFingerprint(llvm::ArrayRef<Report> All, llvm::StringRef Prefix);

/// Whether Text is the beginning of a fingerprint, long enough to mean one.
bool mayBeFingerprint(llvm::StringRef Text);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_EXPLANATION_H
