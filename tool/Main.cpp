//===- Main.cpp - the standalone program ----------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Run.h"
#include "clang/Basic/Version.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"

using namespace holdfast::tool;

/// Compile commands may name any target, and inline assembly is parsed by its target.
static void initializeTargets() {
  llvm::InitializeAllTargetInfos();
  llvm::InitializeAllTargetMCs();
  llvm::InitializeAllAsmParsers();
}

int main(int Argc, char **Argv) {
  llvm::Expected<Options> O = parseOptions({Argv + 1, Argv + Argc});
  if (!O) {
    complain("error", llvm::toString(O.takeError()));
    complain("note", "'holdfast --help' lists commands and options");
    return 2;
  }
  switch (O->What) {
  case Command::Help:
    llvm::outs() << helpText(O->HelpFor);
    return 0;
  case Command::Version:
    llvm::outs() << "holdfast " HOLDFAST_VERSION " (LLVM " LLVM_VERSION_STRING ")\n";
    return 0;
  case Command::Baseline:
    if (O->Action == BaselineAction::Show)
      return showBaseline(*O);
    [[fallthrough]];
  case Command::Analyze:
  case Command::Gate:
    initializeTargets();
    return analyzeCommand(*O);
  case Command::Init:
    initializeTargets();
    return initCommand(*O);
  case Command::Lsp:
    initializeTargets();
    return lspCommand(*O);
  case Command::ExplainConfig:
    return explainConfigCommand(*O);
  case Command::VerifyConfig:
    return verifyConfigCommand(*O);
  case Command::Explain:
    initializeTargets();
    return explainCommand(*O);
  case Command::Migrate:
    initializeTargets();
    return migrateCommand(*O);
  case Command::Lower:
    initializeTargets();
    return lowerCommand(*O);
  case Command::Link:
    return linkCommand(*O);
  case Command::Solve:
    return solveCommand(*O);
  case Command::Doctor:
    return doctorCommand(*O);
  }
  llvm_unreachable("every command is handled");
}
