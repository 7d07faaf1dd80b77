//===- Doctor.cpp - holdfast doctor ---------------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "rules/Rule.h"
#include "tool/Diagnosis.h"
#include "tool/Paths.h"
#include "tool/Process.h"
#include "tool/Run.h"
#include "tool/Toolchain.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::tool {
namespace {

namespace fs = llvm::sys::fs;

struct ClangTidy {
  std::string Program;
  std::string Version; ///< "22.1.8".
  unsigned Major = 0;
};

/// The version in "Debian LLVM version 22.1.8", or "".
std::string versionIn(llvm::StringRef Text) {
  constexpr llvm::StringLiteral Mark = "LLVM version ";
  size_t At = Text.find(Mark);
  if (At == llvm::StringRef::npos)
    return "";
  return Text.drop_front(At + Mark.size())
      .take_while([](char C) { return llvm::isDigit(C) || C == '.'; })
      .str();
}

std::optional<std::string> findClangTidy(const Options &O, Diagnosis &D) {
  if (!O.ClangTidy.empty()) {
    if (auto Found = llvm::sys::findProgramByName(O.ClangTidy))
      return *Found;
    D.problem("no program '" + O.ClangTidy + "'",
              "name an installed clang-tidy: --clang-tidy=/usr/bin/clang-tidy-22");
    return std::nullopt;
  }
  for (const char *Name : {"clang-tidy-22", "clang-tidy-19", "clang-tidy"})
    if (auto Found = llvm::sys::findProgramByName(Name))
      return *Found;
  D.note("no clang-tidy in PATH; the standalone program does not need one");
  return std::nullopt;
}

std::optional<ClangTidy> examineClangTidy(const Options &O, Diagnosis &D) {
  std::optional<std::string> Program = findClangTidy(O, D);
  if (!Program)
    return std::nullopt;
  ProcessResult R = runProcess(*Program, {"--version"});
  ClangTidy Tidy{*Program, versionIn(R.Output), 0};
  llvm::StringRef(Tidy.Version).split('.').first.getAsInteger(10, Tidy.Major);
  if (R.ExitCode != 0 || !Tidy.Major) {
    D.problem("'" + *Program + " --version' does not answer like clang-tidy",
              "name a clang-tidy with --clang-tidy=BIN");
    return std::nullopt;
  }
  D.good("clang-tidy: " + *Program + ", LLVM " + Tidy.Version);
  return Tidy;
}

/// The plugin of this build for an LLVM major: beside this program for its own, in the build
/// directory beside this one for others.
std::string builtPlugin(unsigned Major) {
  static int Anchor;
  std::string Self = fs::getMainExecutable(nullptr, &Anchor);
  llvm::StringRef Build = llvm::sys::path::parent_path(llvm::sys::path::parent_path(Self));
  std::string Directory = Build.str();
  if (Major != LLVM_VERSION_MAJOR)
    Directory = (llvm::sys::path::parent_path(Build) + "/build-llvm" + llvm::Twine(Major)).str();
  return Directory + "/lib/HoldfastTidy.so";
}

std::optional<std::string> findPlugin(const Options &O, const ClangTidy &Tidy, Diagnosis &D) {
  if (O.Plugin.empty()) {
    std::string Built = builtPlugin(Tidy.Major);
    if (fs::exists(Built)) {
      D.good("plugin for LLVM " + llvm::Twine(Tidy.Major) + ": " + Built);
      return Built;
    }
    std::string Major = std::to_string(Tidy.Major);
    if (O.ClangTidy.empty()) { // The user may want none.
      D.note("there is no plugin for LLVM " + Major + "; the standalone program does not need one");
      return std::nullopt;
    }
    std::string Build = "'cmake -B build-llvm" + Major +
                        " -DHOLDFAST_TOOL=OFF -DCMAKE_PREFIX_PATH=/usr/lib/llvm-" + Major +
                        "', 'cmake --build build-llvm" + Major + "'";
    D.problem("there is no plugin for LLVM " + Major + ": no file " + Built,
              Tidy.Major == 19 || Tidy.Major == LLVM_VERSION_MAJOR
                  ? "build it: " + Build
                  : "take the clang-tidy of LLVM 19 or " + std::to_string(LLVM_VERSION_MAJOR) +
                        ": apt-get install clang-tidy-" + std::to_string(LLVM_VERSION_MAJOR));
    return std::nullopt;
  }
  if (!llvm::StringRef(O.Plugin).contains('/')) {
    D.problem("the plugin's name '" + O.Plugin +
                  "' has no slash, so the loader looks for it in library directories only",
              "write a path, here and in -load: ./" + O.Plugin);
    return std::nullopt;
  }
  if (!fs::exists(O.Plugin)) {
    D.problem("no file " + O.Plugin, "build it with 'make build', or correct the path");
    return std::nullopt;
  }
  return O.Plugin;
}

/// The first line of Text that has Word in it, else its last line.
std::string lineWith(llvm::StringRef Word, llvm::StringRef Text) {
  Text = Text.trim();
  size_t At = Text.find(Word);
  size_t Begin = At == llvm::StringRef::npos ? Text.rfind('\n') + 1 : Text.rfind('\n', At) + 1;
  return Text.drop_front(Begin).split('\n').first.str();
}

/// A program with one finding, which needs no header.
constexpr llvm::StringLiteral Sample = "struct Node { Node *next; };\n"
                                       "void destroy(Node *head) {\n"
                                       "  for (Node *n = head; n; n = n->next)\n"
                                       "    delete n;\n"
                                       "}\n";

/// Loads the plugin the way users do and has it find the bug of Sample.
///
/// A plugin of another major must be caught here. How it shows depends on how it was linked and
/// on the two versions: a missing symbol when a check runs (`--list-checks` still looks
/// fine, symbols being bound late), or exit 0 and no word at all.
void examineLoading(const ClangTidy &Tidy, const std::string &Plugin, Diagnosis &D) {
  llvm::SmallString<128> Source;
  int Fd;
  if (std::error_code E = fs::createTemporaryFile("holdfast", "cpp", Fd, Source))
    return D.problem("cannot write a temporary file: " + E.message(), "set TMPDIR");
  llvm::FileRemover Remove(Source);
  llvm::raw_fd_ostream(Fd, /*shouldClose=*/true) << Sample;

  std::string Load = "--load=" + Plugin, Major = std::to_string(Tidy.Major);
  std::string OtherMajor = "give the plugin built for LLVM " + Major + " (" +
                           builtPlugin(Tidy.Major) +
                           "), or run the clang-tidy this plugin was built for";
  ProcessResult R = runProcess(Tidy.Program, {Load, "--checks=-*,holdfast-*", Source, "--"});
  if (llvm::StringRef(R.Errors).contains("Error opening"))
    return D.problem("clang-tidy cannot load it: " + lineWith("Error opening", R.Errors),
                     "see whether the file is a plugin that this user may read");
  if (llvm::StringRef(R.Errors).contains("undefined symbol"))
    return D.problem("the plugin was built for another LLVM than " + Major + ": " +
                         lineWith("undefined symbol", R.Errors),
                     OtherMajor);
  if (!llvm::StringRef(R.Output).contains("[holdfast-"))
    return D.problem("clang-tidy with the plugin finds nothing in a program with a bug (exit " +
                         llvm::Twine(R.ExitCode) +
                         "): the plugin was built for another LLVM than " + Major +
                         ", and every run would pass without checking anything",
                     OtherMajor);
  D.good("clang-tidy with the plugin finds the bug of a small program");
}

void examineChecks(const ClangTidy &Tidy, const std::string &Plugin, Diagnosis &D) {
  std::string Load = "--load=" + Plugin;
  ProcessResult Listed =
      runProcess(Tidy.Program, {Load, "--checks=-*,holdfast-*", "--list-checks"});
  for (const rules::Rule &Rule : rules::allRules())
    if (!llvm::StringRef(Listed.Output).contains(Rule.Name))
      return D.problem("the plugin does not have " + Rule.Name + "; it is not of this build",
                       "build it again: 'make build'");
  D.good("the plugin has all " + llvm::Twine(rules::allRules().size()) + " rules");

  ProcessResult R =
      runProcess(Tidy.Program, {Load, "--config={Checks: 'holdfast-*'}", "--verify-config"});
  if (R.ExitCode != 0 || llvm::StringRef(R.Output + R.Errors).contains("unknown check"))
    return D.problem("--verify-config complains: " + lineWith("unknown check", R.Output + R.Errors),
                     "run '" + Tidy.Program + " " + Load + " --verify-config' and correct that");
  D.note("run it so: " + Tidy.Program + " -load=" + absolutePath(Plugin) +
         " -checks='-*,holdfast-*' -p BUILD_DIR FILE...");
  D.note("without -load nothing is checked and nothing is said; in CI add --verify-config");
}

void examineSelf(Diagnosis &D) {
  if (resourceDirectory().empty())
    D.problem("clang's own headers (stddef.h and others) of LLVM " +
                  llvm::Twine(LLVM_VERSION_MAJOR) + " are not installed",
              "apt-get install libclang-common-" + llvm::Twine(LLVM_VERSION_MAJOR) + "-dev");
  else
    D.good("clang's own headers: " + resourceDirectory());
}

} // namespace

int doctorCommand(const Options &O) {
  Diagnosis D;
  examineSelf(D);
  examineProject(O, D);
  if (std::optional<ClangTidy> Tidy = examineClangTidy(O, D))
    if (std::optional<std::string> Plugin = findPlugin(O, *Tidy, D)) {
      bool Before = D.foundProblem();
      examineLoading(*Tidy, *Plugin, D);
      if (D.foundProblem() == Before)
        examineChecks(*Tidy, *Plugin, D);
    }
  return D.foundProblem() ? 1 : 0;
}

} // namespace holdfast::tool
