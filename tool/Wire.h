//===- Wire.h - an outcome as bytes, for the way from child to parent --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_WIRE_H
#define HOLDFAST_TOOL_WIRE_H

#include "tool/Unit.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace holdfast::tool {

/// Bytes that decodeOutcome reads back. Only ever read by the process that
/// forked the writer, so there is no version; the length guards against a
/// child that died while writing.
std::string encodeOutcome(const Outcome &O);

/// The outcome, or nothing when Bytes are not all of one.
std::optional<Outcome> decodeOutcome(llvm::StringRef Bytes);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_WIRE_H
