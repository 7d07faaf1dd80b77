//===- InitCommand.cpp - holdfast init ------------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Writes what a repository needs: a configuration file, a baseline of what is there, and the step
// for the pipeline that it has. Files that are there are left alone.
//
//===----------------------------------------------------------------------===//
#include "tool/Baseline.h"
#include "tool/Database.h"
#include "tool/Embedded.h"
#include "tool/Paths.h"
#include "tool/Run.h"
#include "tool/WholeFile.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace holdfast::tool {
namespace {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

std::string replaced(llvm::StringRef Text, llvm::StringRef Mark, llvm::StringRef By) {
  std::string Result;
  while (true) {
    auto [Before, After] = Text.split(Mark);
    Result += Before;
    if (Before.size() == Text.size())
      return Result;
    Result += By;
    Text = After;
  }
}

/// Directories where repositories keep code of others.
std::string thirdPartyLine() {
  std::vector<std::string> Found;
  for (const char *Name : {"3rdparty", "deps", "extern", "external", "subprojects", "third-party",
                           "third_party", "thirdparty", "vendor"})
    if (fs::is_directory(Name))
      Found.push_back(Name);
  return Found.empty() ? "# third-party: [external]"
                       : "third-party: [" + llvm::join(Found, ", ") + "]";
}

/// How the repository gets its compile database. What is written is read before it is used.
std::string configureLine(llvm::StringRef BuildDir) {
  if (fs::exists("CMakeLists.txt"))
    return ("cmake -S . -B " + BuildDir + " -DCMAKE_EXPORT_COMPILE_COMMANDS=ON").str();
  if (fs::exists("meson.build"))
    return ("meson setup " + BuildDir).str();
  std::string Before = fs::exists("configure") ? "./configure && " : "";
  if (BuildDir != ".")
    Before += "mkdir -p " + BuildDir.str() + " && ";
  return Before + "bear --output " + BuildDir.str() + "/compile_commands.json -- make";
}

class Initializer {
public:
  explicit Initializer(const Options &O) : O(O) {}
  llvm::Error run();
  /// The directory of the compile database, relative to the current one; once it has run.
  llvm::StringRef buildDir() const { return BuildDir; }

private:
  llvm::Error write(llvm::StringRef File, llvm::StringRef Text);
  llvm::Error writePipeline(llvm::StringRef File, llvm::StringRef Template);
  llvm::Error writePipelines();

  const Options &O;
  std::string BuildDir;
};

llvm::Error Initializer::write(llvm::StringRef File, llvm::StringRef Text) {
  if (fs::exists(File)) {
    llvm::outs() << "is there: " << File << '\n';
    return llvm::Error::success();
  }
  llvm::StringRef Directory = path::parent_path(File);
  if (std::error_code E = Directory.empty() ? std::error_code() : fs::create_directories(Directory))
    return llvm::createStringError(E, "cannot write " + File + ": " + E.message());
  if (llvm::Error E = writeWhole(File, Text))
    return E;
  llvm::outs() << "wrote: " << File << '\n';
  return llvm::Error::success();
}

llvm::Error Initializer::writePipeline(llvm::StringRef File, llvm::StringRef Template) {
  return write(File,
               replaced(replaced(embeddedFile(Template), "@CONFIGURE@", configureLine(BuildDir)),
                        "@BUILD@", BuildDir));
}

/// Those of the service that the repository is on; of both, when nothing tells.
llvm::Error Initializer::writePipelines() {
  bool IsGitLab = fs::exists(".gitlab-ci.yml") || fs::exists(".gitlab");
  bool IsGitHub = fs::exists(".github") || !IsGitLab;
  if (IsGitHub)
    if (llvm::Error E = writePipeline(".github/workflows/holdfast.yml", "github.yml"))
      return E;
  return IsGitLab ? writePipeline(".gitlab/holdfast.yml", "gitlab.yml") : llvm::Error::success();
}

llvm::Error Initializer::run() {
  llvm::Expected<DatabaseSearch> Search =
      O.BuildDir.empty() ? findDatabase({}) : databaseIn(O.BuildDir);
  if (!Search)
    return Search.takeError();
  std::string Shown = shownPath(absolutePath(Search->Path));
  if (path::is_absolute(Shown))
    return llvm::createStringError("the compile database " + Shown +
                                   " is not below this directory: run 'holdfast init' in the root "
                                   "of the repository");
  BuildDir = path::parent_path(Shown).str();
  if (BuildDir.empty())
    BuildDir = ".";
  llvm::outs() << "compile database: " << Shown << '\n';
  if (llvm::Error E = write(".holdfast.yaml", replaced(embeddedFile("config.yaml"), "@THIRD_PARTY@",
                                                       thirdPartyLine())))
    return E;
  if (llvm::Error E = writePipelines())
    return E;
  llvm::outs().flush();
  return llvm::Error::success();
}

} // namespace

int initCommand(const Options &O) {
  Initializer Init(O);
  if (llvm::Error E = Init.run())
    return complainAndStop(std::move(E));
  Options Create = O;
  Create.What = Command::Baseline;
  Create.Action = BaselineAction::Create;
  // A .holdfast.yaml that was there may have a place for the baseline.
  llvm::Expected<Configuration> Config = Configuration::create(Create);
  llvm::Expected<Options> Whole = Config ? Config->completed(Create) : Config.takeError();
  if (!Whole)
    return complainAndStop(Whole.takeError());
  std::string Baseline = Whole->BaselineFile.value_or(DefaultBaseline);
  int Status = 0;
  if (fs::exists(Baseline))
    llvm::outs() << "is there: " << Baseline << '\n';
  else
    Status = analyzeCommand(Create);
  llvm::outs()
      << "\nNext:\n"
         "- 'holdfast baseline show' lists what is known from now on.\n"
         "- 'holdfast gate -p "
      << Init.buildDir()
      << "' is what the pipeline runs; it passes now, and fails on what is new.\n"
         "- Read the files, above all how the pipeline makes the compile database and gets "
         "'holdfast', and add them to the repository.\n"
         "- 'echo \""
      << Baseline << " merge=union\" >> .gitattributes' lets git merge the baseline.\n";
  return Status;
}

} // namespace holdfast::tool
