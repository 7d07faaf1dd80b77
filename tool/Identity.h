//===- Identity.h - which findings are the same over time -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A finding is known again by what it is about, not by where it stands: the rule, the function, the
// container, the operation and the variable that dangles. Lines may move, files may be renamed
// and code may be formatted anew. Findings that agree in all of that are numbered by place, so
// they count, and one that goes leaves one number less.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_IDENTITY_H
#define HOLDFAST_TOOL_IDENTITY_H

#include "tool/Unit.h"
#include "llvm/ADT/ArrayRef.h"

namespace holdfast::tool {

/// Usr without what changes although the function stays: names of files, offsets in them, and the
/// linker's marks for one of several functions with the same name.
std::string stableUsr(llvm::StringRef Usr);

/// Gives each report its fingerprint. All: by place. Two of one run never have the same.
void assignFingerprints(llvm::MutableArrayRef<Report> All);

/// Whether Text has the form of a fingerprint.
bool isFingerprint(llvm::StringRef Text);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_IDENTITY_H
