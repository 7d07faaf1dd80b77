//===- Text.h - readable form of the effect program -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_IR_TEXT_H
#define HOLDFAST_IR_TEXT_H

#include "ir/Program.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::ir {

/// Prints M so that parseText(printed) == M, up to symbol numbering.
void printText(const Module &M, llvm::raw_ostream &OS);
void printText(const Module &M, const Function &F, llvm::raw_ostream &OS);
/// " @f1:3:4-3:9"; nothing if L is not valid.
void printLocation(const Location &L, llvm::raw_ostream &OS);
/// P, whose root is no variable.
void printOutside(const Module &M, const Path &P, llvm::raw_ostream &OS);
/// For messages of tests and assertions: "%it.*.second@std::pair".
std::string toText(const Module &M, const Function &F, const Path &P);
std::string toText(const Module &M, const Function &F, const Effect &E);

/// Reads the text form. Errors name file, line and column and what was expected.
llvm::Expected<Module> parseText(llvm::StringRef Text, llvm::StringRef FileName);

} // namespace holdfast::ir

#endif // HOLDFAST_IR_TEXT_H
