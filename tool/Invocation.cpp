//===- Invocation.cpp - a unit's command as clang takes it ------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Invocation.h"
#include "tool/Toolchain.h"
#include "clang/Driver/CreateInvocationFromArgs.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/PreprocessorOptions.h"

namespace holdfast::tool {

/// Has the driver turn Arguments into an invocation; its errors go to Collector.
static InvocationPtr invocationFor(const std::vector<std::string> &Arguments,
                                   const std::string &File, const FileSystemPtr &FS,
                                   ErrorCollector &Collector) {
  std::vector<const char *> Words;
  for (const std::string &A : Arguments)
    Words.push_back(A.c_str());
  std::string ResourceFlag = "-resource-dir=" + resourceDirectory();
  if (!resourceDirectory().empty())
    Words.push_back(ResourceFlag.c_str());
  Words.push_back("--");
  Words.push_back(File.c_str());

  clang::DiagnosticOptions DiagOpts;
  clang::CreateInvocationOptions Options;
  Options.Diags = clang::CompilerInstance::createDiagnostics(*FS, DiagOpts, &Collector,
                                                             /*ShouldOwnClient=*/false);
  Options.VFS = FS;
  Options.RecoverOnError = true;
  return clang::createInvocation(Words, Options);
}

InvocationPtr acceptedInvocation(std::vector<std::string> &Arguments, const std::string &File,
                                 const FileSystemPtr &FS, ErrorCollector &Collector,
                                 std::vector<std::string> &Notices) {
  while (true) {
    Collector.reset();
    InvocationPtr Invocation = invocationFor(Arguments, File, FS, Collector);
    if (Collector.errors().empty() || !repairFlags(Arguments, Collector.errors(), Notices))
      return Invocation;
  }
}

void adjust(clang::CompilerInvocation &Invocation, const ParseOptions &Options) {
  clang::DiagnosticOptions &Diag = Invocation.getDiagnosticOpts();
  // Errors decide whether a unit counts as analyzed. Warnings made errors, also clang's own
  // choice to make some so (narrowing), are no reason: the tree is whole.
  Diag.IgnoreWarnings = Options.Warnings.empty();
  Diag.Warnings.push_back("no-everything");
  Diag.Warnings.insert(Diag.Warnings.end(), Options.Warnings.begin(), Options.Warnings.end());
  Diag.ErrorLimit = 0;
  Diag.ShowCarets = false; // Otherwise "1 error generated." is printed.
  Diag.VerifyDiagnostics = false;
  Diag.DiagnosticSerializationFile.clear();

  Invocation.getDependencyOutputOpts() = clang::DependencyOutputOptions();
  clang::FrontendOptions &Frontend = Invocation.getFrontendOpts();
  Frontend.OutputFile.clear();
  Frontend.StatsFile.clear();
  Frontend.TimeTracePath.clear();
  Frontend.ShowStats = Frontend.ShowHelp = Frontend.ShowVersion = false;
  Frontend.DisableFree = true; // The process ends after this unit.
  Frontend.SkipFunctionBodies = !Options.SystemHeaders;
  Invocation.getHeaderSearchOpts().Verbose = false;

  // CMake gives clang both the precompiled header and the header; ours is another clang, which
  // could not read the former.
  clang::PreprocessorOptions &Preprocessor = Invocation.getPreprocessorOpts();
  if (!Preprocessor.Includes.empty())
    Preprocessor.ImplicitPCHInclude.clear();
  // The same sources are the same program at any time: `__DATE__`, `__TIME__`, `__TIMESTAMP__`.
  Preprocessor.SourceDateEpoch = 0;
}

} // namespace holdfast::tool
