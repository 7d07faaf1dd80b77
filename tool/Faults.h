//===- Faults.h - make a unit fail on purpose, for tests --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_FAULTS_H
#define HOLDFAST_TOOL_FAULTS_H

#include "llvm/ADT/StringRef.h"

namespace holdfast::tool {

/// When the environment has HOLDFAST_TEST_CRASH=KIND:NAME and File is called NAME, misbehaves:
/// `crash`, `exit`, `spin` (use processor time), `sleep` (use none), `memory`, `stack`.
/// How a run takes such units cannot be tested otherwise: clang crashes are fixed when found.
void injectFault(llvm::StringRef File);

/// HOLDFAST_TEST_DOUBT is set: functions that the cache knows are solved all the same, and it is an
/// error if that is not what it says.
bool doubtsCache();

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_FAULTS_H
