//===- Binary.h - compact form of the effect program (.hfx) -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_IR_BINARY_H
#define HOLDFAST_IR_BINARY_H

#include "ir/Program.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::ir {

/// Bumped whenever the binary form changes meaning; part of every .hfx header.
inline constexpr uint32_t BinaryVersion = 9;

/// Writes M: header (magic "HFX\0", version, content checksum), string table, records, functions.
/// The same module gives the same bytes.
void writeBinary(const Module &M, llvm::raw_ostream &OS);

/// Reads writeBinary's output. Any other input, also a truncated or corrupted one or another
/// version, is an error that says so; never reads out of bounds, never allocates more than the
/// input justifies.
llvm::Expected<Module> readBinary(llvm::StringRef Bytes, llvm::StringRef FileName);

/// Reads either form: binary when Bytes start with the magic, text otherwise.
llvm::Expected<Module> readModule(llvm::StringRef Bytes, llvm::StringRef FileName);

} // namespace holdfast::ir

#endif // HOLDFAST_IR_BINARY_H
