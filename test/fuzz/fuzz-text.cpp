//===- fuzz-text.cpp - the text reader against any input ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A text is refused with a message, or is a sound module that reads again, in both
// forms, as it is.
//
//===----------------------------------------------------------------------===//
#include "Promises.h"
#include "ir/Text.h"

using namespace holdfast;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  llvm::StringRef Text(reinterpret_cast<const char *>(Data), Size);
  llvm::Expected<ir::Module> M = ir::parseText(Text, "fuzzed");
  if (M)
    fuzz::requireRoundTrip(*M);
  else
    fuzz::require(!llvm::toString(M.takeError()).empty(), "an error says what is wrong");
  return 0;
}
