//===- Trial.cpp - a unit compiled with edits -----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "plugin/Trial.h"
#include "migrate/Trial.h"
#include "plugin/Compat.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;

namespace holdfast::plugin {
namespace {

class Messages : public DiagnosticConsumer {
public:
  std::vector<std::string> All;

  void HandleDiagnostic(DiagnosticsEngine::Level Level, const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < DiagnosticsEngine::Warning)
      return;
    llvm::SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    All.push_back(Text.str().str());
  }
};

class Reading : public ASTFrontendAction {
protected:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &, llvm::StringRef) override {
    return std::make_unique<ASTConsumer>();
  }
};

std::shared_ptr<CompilerInvocation> invocationOf(const Preprocessor &PP, llvm::StringRef File) {
  const migrate::TrialSettings Settings;
  auto Result = std::make_shared<CompilerInvocation>();
  Result->getLangOpts() = PP.getLangOpts();
  Result->getTargetOpts() = PP.getTargetInfo().getTargetOpts();
  Result->getFileSystemOpts() = PP.getFileManager().getFileSystemOpts();
  Result->getHeaderSearchOpts() = PP.getHeaderSearchInfo().getHeaderSearchOpts();
  Result->getHeaderSearchOpts().AddPath(Settings.Headers, frontend::After,
                                        /*IsFramework=*/false, /*IgnoreSysRoot=*/true);
  Result->getHeaderSearchOpts().Verbose = false;
  Result->getPreprocessorOpts() = PP.getPreprocessorOpts();
  Result->getPreprocessorOpts().clearRemappedFiles(); // They belong to the unit.
  Result->getPreprocessorOpts().addMacroDef(Settings.Macro);
  Result->getFrontendOpts().ProgramAction = frontend::ParseSyntaxOnly;
  Result->getFrontendOpts().Inputs.emplace_back(File, InputKind(Language::CXX));
  DiagnosticOptions &Diag = Result->getDiagnosticOpts();
  Diag.Warnings = {"no-everything"};
  llvm::append_range(Diag.Warnings, Settings.Warnings);
  Diag.ErrorLimit = 0;
  Diag.ShowCarets = false; // Otherwise "1 error generated." is printed.
  return Result;
}

/// What clang says against the unit when its own file has Text.
std::vector<std::string> messagesOf(const Preprocessor &PP, llvm::StringRef Text) {
  const SourceManager &SM = PP.getSourceManager();
  const std::string File = SM.getFileEntryRefForID(SM.getMainFileID())->getName().str();
  std::shared_ptr<CompilerInvocation> Invocation = invocationOf(PP, File);
  Invocation->getPreprocessorOpts().addRemappedFile(
      File, llvm::MemoryBuffer::getMemBufferCopy(Text, File).release());
  Messages Said;
  std::unique_ptr<CompilerInstance> Compiler =
      makeCompiler(std::move(Invocation), PP.getFileManager().getVirtualFileSystemPtr(), Said);
  Compiler->setVerboseOutputStream(std::make_unique<llvm::raw_null_ostream>());
  Reading Action;
  if (!Compiler->ExecuteAction(Action) && Said.All.empty())
    Said.All.push_back("it could not be read");
  return std::move(Said.All);
}

} // namespace

bool compilesWith(const Preprocessor &PP, llvm::ArrayRef<fix::Edit> Edits) {
  const SourceManager &SM = PP.getSourceManager();
  if (!SM.getFileEntryRefForID(SM.getMainFileID()))
    return false; // Not read from a file.
  llvm::StringRef Text = SM.getBufferData(SM.getMainFileID());
  auto Read = [&](bool WithEdits) {
    return messagesOf(PP, WithEdits ? fix::edited(Text, Edits) : Text.str());
  };
  return migrate::saidOfEdits<std::string>(Read, [](const std::string &Each) { return Each; })
      .empty();
}

} // namespace holdfast::plugin
