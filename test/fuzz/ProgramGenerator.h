//===- ProgramGenerator.h - effect programs from random bytes ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_FUZZ_PROGRAMGENERATOR_H
#define HOLDFAST_TEST_FUZZ_PROGRAMGENERATOR_H

#include "ir/Program.h"
#include "models/Model.h"
#include <fuzzer/FuzzedDataProvider.h>

namespace holdfast::fuzz {

/// A sound module of a few functions, as lowering might write it: containers of one or two classes
/// of Lib, members and parameters among them; iterators, references, pointers and views of them;
/// loops that walk them; operations with arguments that fit their rows; lambdas, calls, ends of
/// lifetimes. One choice out of some is one that lowering would not make. Every location occurs
/// once.
ir::Module generateProgram(FuzzedDataProvider &Data, const models::Library &Lib);

/// Bytes to choose with: those given are used up first, then random ones that their beginning is
/// the seed of. A few bytes are a whole program; each further one replaces a random choice.
std::vector<uint8_t> choices(llvm::ArrayRef<uint8_t> Given);

} // namespace holdfast::fuzz

#endif // HOLDFAST_TEST_FUZZ_PROGRAMGENERATOR_H
