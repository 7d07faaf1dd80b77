//===- Parse.cpp - one translation unit through clang ---------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Parse.h"
#include "lower/Lower.h"
#include "tool/Paths.h"
#include "tool/Toolchain.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Driver/CreateInvocationFromArgs.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/Support/FileSystem.h"

namespace holdfast::tool {
namespace {

/// What is done with a whole translation unit.
using Reader = llvm::function_ref<void(clang::ASTContext &)>;

/// Has it read when it ends, and tells the parser which bodies it need not look at.
class ReadingConsumer : public clang::ASTConsumer {
public:
  ReadingConsumer(const ParseOptions &Options, Reader Read) : Options(Options), Read(Read) {}

  void Initialize(clang::ASTContext &Context) override { Sources = &Context.getSourceManager(); }

  void HandleTranslationUnit(clang::ASTContext &Context) override { Read(Context); }

  /// Bodies of system headers are most of a parse and never lowered. Those of templates are kept:
  /// instantiating them is what instantiates the user's own generic lambdas and functors
  /// (`std::for_each(b, e, [&](auto &x) { … })`), whose bodies we do want to see. Those of
  /// methods without parameters are kept, as lowering looks through accessors. Clang itself keeps
  /// constexpr functions and those whose return type is deduced.
  bool shouldSkipFunctionBody(clang::Decl *D) override {
    if (Options.SystemHeaders || llvm::isa<clang::FunctionTemplateDecl>(D) || D->isTemplated())
      return false;
    if (auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(D); Method && Method->param_empty())
      return false;
    return Sources->isInSystemHeader(D->getLocation());
  }

private:
  const ParseOptions &Options;
  Reader Read;
  const clang::SourceManager *Sources = nullptr;
};

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

using InvocationPtr = std::shared_ptr<clang::CompilerInvocation>;
using FileSystemPtr = llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>;

/// Has the driver turn Arguments into an invocation; its errors go to Collector.
InvocationPtr invocationFor(const std::vector<std::string> &Arguments, const std::string &File,
                            const FileSystemPtr &FS, ErrorCollector &Collector) {
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

/// The same, with the flags repaired that the driver refuses. It is asked again after each repair,
/// as it may stop at its first error; that costs little, for nothing is parsed.
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

/// Sets what no flag of the user may change: we read, write nothing and report no warnings of
/// clang.
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
