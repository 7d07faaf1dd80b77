//===- Promises.h - what must hold of every module that was read -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_FUZZ_PROMISES_H
#define HOLDFAST_TEST_FUZZ_PROMISES_H

#include "ir/Program.h"
#include "llvm/ADT/Twine.h"
#include <string>

namespace holdfast::fuzz {

/// Ends the run as a crash, so that libFuzzer keeps the input.
[[noreturn]] void broken(const llvm::Twine &Promise);
inline void require(bool Holds, const llvm::Twine &Promise) {
  if (!Holds)
    broken(Promise);
}

std::string text(const ir::Module &M);
std::string binary(const ir::Module &M);

/// M is sound, and both forms of it read as the same module again.
void requireRoundTrip(const ir::Module &M);

} // namespace holdfast::fuzz

#endif // HOLDFAST_TEST_FUZZ_PROMISES_H
