//===- Trial.h - a unit compiled with edits ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_PLUGIN_TRIAL_H
#define HOLDFAST_PLUGIN_TRIAL_H

#include "fix/Fix.h"
#include "llvm/ADT/ArrayRef.h"

namespace clang {
class Preprocessor;
}

namespace holdfast::plugin {

/// Whether the unit that PP has read compiles with Edits, which are all in its own file, and clang
/// says of nothing that it dangles now. Parses it once more, in memory, with the headers of the
/// runtime in reach behind all others.
bool compilesWith(const clang::Preprocessor &PP, llvm::ArrayRef<fix::Edit> Edits);

} // namespace holdfast::plugin

#endif // HOLDFAST_PLUGIN_TRIAL_H
