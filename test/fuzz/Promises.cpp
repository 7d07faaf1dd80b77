//===- Promises.cpp - what must hold of every module that was read --------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Promises.h"
#include "ir/Binary.h"
#include "ir/Text.h"
#include "ir/Verify.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdlib>

namespace holdfast::fuzz {

void broken(const llvm::Twine &Promise) {
  llvm::errs() << "broken promise: " << Promise << '\n';
  std::abort();
}

std::string text(const ir::Module &M) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  ir::printText(M, OS);
  return Result;
}

std::string binary(const ir::Module &M) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  ir::writeBinary(M, OS);
  return Result;
}

/// What Read makes of Bytes prints as Text and is written as Binary. The binary form depends on
/// what a module says, not on how it came about, so equal bytes are equal modules.
template <class Reader>
static void requireReadsAs(llvm::StringRef Form, Reader Read, const std::string &Bytes,
                           const std::string &Text, const std::string &Binary) {
  llvm::Expected<ir::Module> Again = Read(Bytes, "again");
  if (!Again)
    broken("the " + Form + " form is not read: " + llvm::toString(Again.takeError()) + "\n" + Text);
  std::string Now = text(*Again);
  require(Now == Text,
          "the " + Form + " form reads as another module:\n" + Now + "but was\n" + Text);
  require(binary(*Again) == Binary, "bytes differ after the " + Form + " form of\n" + Text);
}

void requireRoundTrip(const ir::Module &M) {
  if (std::optional<std::string> Defect = ir::findDefect(M))
    broken("defect: " + *Defect);
  std::string Text = text(M);
  std::string Binary = binary(M);
  requireReadsAs("text", ir::parseText, Text, Text, Binary);
  requireReadsAs("binary", ir::readBinary, Binary, Text, Binary);
}

} // namespace holdfast::fuzz
