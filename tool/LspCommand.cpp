//===- LspCommand.cpp - holdfast lsp --------------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Run.h"
#include "tool/lsp/Server.h"
#include <unistd.h>

namespace holdfast::tool {

int lspCommand(const Options &O) {
  Options Unit = O;
  Unit.AnalyzedTogether = Scope::Unit;
  Unit.Quiet = true;
  return lsp::Server(Unit).run(STDIN_FILENO, llvm::outs());
}

} // namespace holdfast::tool
