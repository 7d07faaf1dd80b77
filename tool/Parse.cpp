//===- Parse.cpp - one translation unit through clang ---------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Parse.h"
#include "lower/Lower.h"
#include "tool/Invocation.h"
#include "tool/Paths.h"
#include "tool/ReadingConsumer.h"
#include "tool/prefix/SharedPrefix.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "llvm/Support/FileSystem.h"

namespace holdfast::tool {
namespace {

class ReadingAction : public clang::ASTFrontendAction {
public:
  ReadingAction(const ParseOptions &Options, Reader Read) : Options(Options), Read(Read) {}

protected:
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance &,
                                                        llvm::StringRef) override {
    return std::make_unique<ReadingConsumer>(Options, Read);
  }

private:
  const ParseOptions &Options;
  Reader Read;
};

void execute(InvocationPtr Invocation, const ParseOptions &Options, const FileSystemPtr &FS,
             ErrorCollector &Collector, Reader Read) {
  clang::CompilerInstance Compiler(std::move(Invocation));
  Compiler.createVirtualFileSystem(FS, &Collector);
  Compiler.createDiagnostics(&Collector, /*ShouldOwnClient=*/false);
  Compiler.setVerboseOutputStream(std::make_unique<llvm::raw_null_ostream>());
  ReadingAction Action(Options, Read);
  Compiler.ExecuteAction(Action);
}

void makeFilesAbsolute(ir::Module &M, llvm::StringRef Directory) {
  for (std::string &File : M.Files)
    if (!llvm::StringRef(File).starts_with("<"))
      File = absolutePath(File, Directory);
}

} // namespace

ParseOptions parseOptions(const Options &O) {
  ParseOptions Result;
  Result.SystemHeaders = O.SystemHeaders;
  Result.Scalars = O.DebugScalars;
  return Result;
}

Read readUnit(const Unit &U, const ParseOptions &Options, Reader Visit) {
  Read Result;
  if (std::error_code E = llvm::sys::fs::set_current_path(U.Directory)) {
    Result.Errors.push_back(
        {0, "cannot enter its directory, " + shownPath(U.Directory) + ": " + E.message(), "",
         true});
    return Result;
  }
  if (U.Shared) {
    if (std::optional<Read> Shared = U.Shared->read(U, Options, Visit))
      return std::move(*Shared);
    Result.Sharing = "parsed by itself: " + U.Shared->doubt().str();
  }
  FileSystemPtr FS = Options.Files ? Options.Files : llvm::vfs::getRealFileSystem();
  FS->setCurrentWorkingDirectory(U.Directory);
  std::vector<std::string> Arguments = U.Arguments;
  ErrorCollector Collector(U.Directory, !Options.Warnings.empty());
  while (true) {
    InvocationPtr Invocation = acceptedInvocation(Arguments, U.File, FS, Collector, Result.Notices);
    if (Invocation) {
      adjust(*Invocation, Options);
      execute(Invocation, Options, FS, Collector, Visit);
    }
    Result.Errors = Collector.errors();
    // Some flags show to be wrong only now. Every repair takes a flag away, so this ends.
    if (Result.Errors.empty() || !repairFlags(Arguments, Result.Errors, Result.Notices))
      return Result;
  }
}

Parsed parseUnit(const Unit &U, const models::Library &Models, const ParseOptions &Options) {
  Parsed Result;
  lower::LowerOptions Lowering;
  Lowering.SystemHeaders = Options.SystemHeaders;
  Lowering.Scalars = Options.Scalars;
  static_cast<Read &>(Result) = readUnit(U, Options, [&](clang::ASTContext &Context) {
    Result.Program = lower::lowerTranslationUnit(Context, Models, Lowering);
  });
  if (!Result.Program && Result.Errors.empty())
    Result.Errors.push_back({0, "clang found nothing to compile in its command", "", true});
  if (Result.Program)
    makeFilesAbsolute(*Result.Program, U.Directory);
  return Result;
}

} // namespace holdfast::tool
