//===- Analysis.cpp - one analysis for all checks of a unit ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "plugin/Analysis.h"
#include "link/Link.h"
#include "lower/Lower.h"
#include "rules/Rule.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/Path.h"

using namespace holdfast;
using namespace holdfast::plugin;

static constexpr llvm::StringLiteral ConfigName = ".holdfast.yaml";

/// The nearest configuration file in the directory of the main file or above; "" if there is none.
static std::string nearestConfig(clang::SourceManager &SM) {
  clang::OptionalFileEntryRef Main = SM.getFileEntryRefForID(SM.getMainFileID());
  if (!Main)
    return "";
  llvm::SmallString<256> Directory(Main->getName());
  SM.getFileManager().makeAbsolutePath(Directory);
  llvm::sys::path::remove_dots(Directory, /*remove_dot_dot=*/true);
  while (llvm::sys::path::has_parent_path(Directory)) {
    llvm::sys::path::remove_filename(Directory);
    llvm::SmallString<256> Candidate(Directory);
    llvm::sys::path::append(Candidate, ConfigName);
    if (SM.getFileManager().getVirtualFileSystem().exists(Candidate))
      return Candidate.str().str();
  }
  return "";
}

/// Built-in rows and those of the configuration file.
static llvm::Expected<models::Library> readModels(clang::SourceManager &SM, const Settings &S) {
  models::Library Lib = models::Library::builtin();
  std::string ConfigFile = S.ConfigFile.empty() ? nearestConfig(SM) : S.ConfigFile;
  if (ConfigFile.empty())
    return std::move(Lib);
  auto Buffer = SM.getFileManager().getVirtualFileSystem().getBufferForFile(ConfigFile);
  if (!Buffer)
    return llvm::createStringError(Buffer.getError(), "%s: %s", ConfigFile.c_str(),
                                   Buffer.getError().message().c_str());
  if (llvm::Error E = Lib.addFromYaml((*Buffer)->getBuffer(), ConfigFile))
    return std::move(E);
  return std::move(Lib);
}

/// M and the code around it as one program, of which M's functions are the first.
static ir::Module linkAround(ir::Module M, clang::SourceManager &SM, const Settings &S,
                             Summaries &Known, std::vector<std::string> &Errors, size_t &Own) {
  Own = M.Functions.size();
  llvm::SmallVector<llvm::StringRef, 4> Paths;
  llvm::StringRef(S.Summaries).split(Paths, ';', -1, /*KeepEmpty=*/false);
  if (Paths.empty())
    return M;
  link::Linker Linker;
  Linker.add(std::move(M));
  for (llvm::StringRef Path : Paths) {
    auto Around = Known.get(Path.trim().str(), SM.getFileManager().getVirtualFileSystem());
    if (Around)
      Linker.add(**Around, link::Rank::Summary);
    else
      Errors.push_back("Summaries: " + llvm::toString(Around.takeError()));
  }
  M = Linker.take();
  Own = Linker.statistics().Own;
  return M;
}

static Result analyze(clang::ASTContext &Context, const Settings &S, Summaries &Known) {
  Result R;
  clang::SourceManager &SM = Context.getSourceManager();
  llvm::Expected<models::Library> Lib = readModels(SM, S);
  if (!Lib) {
    R.Errors.push_back(llvm::toString(Lib.takeError()));
    return R;
  }
  lower::LowerOptions Options;
  Options.SystemHeaders = S.SystemHeaders;
  size_t Own;
  ir::Module Module =
      linkAround(lower::lowerTranslationUnit(Context, *Lib, Options), SM, S, Known, R.Errors, Own);
  R.Findings = rules::report(solve::solve(Module, *Lib, {}, Own),
                             threads::findFaults(Module, *Lib, Own), Module, *Lib);
  R.Files = std::move(Module.Files);
  R.Models = std::move(*Lib);
  return R;
}

Result &Analysis::result(clang::ASTContext &Context, const Settings &S) {
  auto It = Results.find(S);
  if (It == Results.end())
    It = Results.emplace(S, analyze(Context, S, Known)).first;
  return It->second;
}
