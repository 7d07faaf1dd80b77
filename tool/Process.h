//===- Process.h - run a program and read what it says ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_PROCESS_H
#define HOLDFAST_TOOL_PROCESS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace holdfast::tool {

struct ProcessResult {
  int ExitCode = -1;  ///< -1: could not be started, or status 127; -2: killed by a signal or
                      ///< the time limit.
  std::string Output; ///< stdout.
  std::string Errors; ///< stderr, or why it could not be started.
};

/// Runs Program (a path) with empty input, for at most a minute.
ProcessResult runProcess(llvm::StringRef Program, llvm::ArrayRef<llvm::StringRef> Arguments);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_PROCESS_H
