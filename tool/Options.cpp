//===- Options.cpp - the command line -------------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Options.h"
#include "tool/Spelling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace holdfast::tool {
namespace {

enum class Id : uint8_t {
  BuildDir,
  Jobs,
  Checks,
  MinimumConfidence,
  Config,
  ExtraArg,
  HeaderFilter,
  Exclude,
  SystemHeaders,
  Timeout,
  MemoryLimit,
  Color,
  Quiet,
  Verbose,
  Help,
  Version,
  Output,
  Text,
  Binary,
  ClangTidy,
  Plugin,
};

/// Which commands take an option, as bits.
enum : unsigned { ForAnalyze = 1, ForLower = 2, ForSolve = 4, ForDoctor = 8, ForAll = 15 };

/// One option: its names, and the line --help shows for it.
struct Spec {
  Id What;
  char Short;            ///< 0: none.
  llvm::StringRef Name;  ///< Without dashes.
  llvm::StringRef Value; ///< Name of the value; empty: takes none.
  unsigned Commands;
  llvm::StringRef Help;
};

constexpr unsigned ForReports = ForAnalyze | ForSolve;
constexpr unsigned ForSources = ForAnalyze | ForLower;

const Spec Specs[] = {
    {Id::BuildDir, 'p', "build-dir", "DIR", ForSources | ForDoctor,
     "where compile_commands.json is (default: upward, build*/)"},
    {Id::Jobs, 'j', "jobs", "N", ForAnalyze, "processes at a time (default: one per processor)"},
    {Id::Checks, 0, "checks", "LIST", ForReports,
     "rules by name or glob, comma separated; '-' takes away"},
    {Id::MinimumConfidence, 0, "confidence", "LEVEL", ForReports,
     "certain, likely (default) or possible: show this and surer"},
    {Id::Config, 0, "config", "FILE", ForReports | ForLower,
     "use FILE (default: nearest .holdfast.yaml of each source)"},
    {Id::ExtraArg, 0, "extra-arg", "FLAG", ForSources, "add FLAG to every compiler command line"},
    {Id::HeaderFilter, 0, "header-filter", "RE", ForAnalyze,
     "of headers, show findings only where the path matches"},
    {Id::Exclude, 0, "exclude", "GLOB", ForAnalyze,
     "leave out matching sources and findings in them"},
    {Id::SystemHeaders, 0, "system-headers", "", ForSources, "analyze system headers, too"},
    {Id::Timeout, 0, "timeout", "SECONDS", ForAnalyze,
     "processor time for one translation unit (300; 0: any)"},
    {Id::MemoryLimit, 0, "memory-limit", "MB", ForAnalyze,
     "memory for one translation unit (8192; 0: any)"},
    {Id::Color, 0, "color", "WHEN", ForReports, "auto (default), always or never"},
    {Id::Quiet, 'q', "quiet", "", ForAll, "no progress; of skipped sources, only the count"},
    {Id::Verbose, 'v', "verbose", "", ForAll, "say what was read, changed and dropped"},
    {Id::Output, 'o', "output", "OUT", ForLower, "lower: write OUT (default: stdout)"},
    {Id::Text, 0, "text", "", ForLower, "lower: readable form (default, except for OUT.hfx)"},
    {Id::Binary, 0, "binary", "", ForLower, "lower: compact form"},
    {Id::ClangTidy, 0, "clang-tidy", "BIN", ForDoctor, "doctor: the clang-tidy to check"},
    {Id::Plugin, 0, "plugin", "SO", ForDoctor,
     "doctor: the plugin (default: the one built for BIN)"},
    {Id::Help, 'h', "help", "", ForAll, "this text"},
    {Id::Version, 0, "version", "", ForAll, "version of holdfast and of its LLVM"},
};

unsigned maskOf(Command C) {
  switch (C) {
  case Command::Lower:
    return ForLower;
  case Command::Solve:
    return ForSolve;
  case Command::Doctor:
    return ForDoctor;
  default:
    return ForAnalyze;
  }
}

/// An argument taken apart: which option, and the value joined to it.
struct Match {
  const Spec *S = nullptr;
  std::optional<llvm::StringRef> Joined;
};

/// `--name`, `--name=value`, `-name=value` as LLVM's tools take it, `-p value`, `-j4`.
Match matchOption(llvm::StringRef Argument) {
  llvm::StringRef Body = Argument;
  bool OneDash = !Body.consume_front("--") && Body.consume_front("-");
  auto [Name, Value] = Body.split('=');
  bool HasValue = Body.contains('=');
  for (const Spec &S : Specs)
    if (S.Name == Name)
      return {&S, HasValue ? std::optional(Value) : std::nullopt};
  if (!OneDash || Body.empty())
    return {};
  for (const Spec &S : Specs) {
    if (!S.Short || S.Short != Body[0])
      continue;
    llvm::StringRef Rest = Body.drop_front();
    if (Rest.empty())
      return {&S, std::nullopt};
    if (!S.Value.empty()) {
      Rest.consume_front("=");
      return {&S, Rest};
    }
  }
  return {};
}

llvm::Error unknownOption(llvm::StringRef Argument) {
  std::vector<std::string> Names;
  for (const Spec &S : Specs)
    Names.push_back("--" + S.Name.str());
  std::vector<llvm::StringRef> Candidates(Names.begin(), Names.end());
  std::string Word = "--" + Argument.split('=').first.ltrim('-').str();
  return llvm::createStringError("unknown option '" + Argument.split('=').first + "'" +
                                 didYouMean(Word, Candidates));
}

llvm::Expected<unsigned> number(const Spec &S, llvm::StringRef Value) {
  unsigned Result = 0;
  if (Value.getAsInteger(10, Result) || Result > 1000000)
    return llvm::createStringError("--" + S.Name + " wants a number, not '" + Value + "'");
  return Result;
}

llvm::Error wrongWord(const Spec &S, llvm::StringRef Value, llvm::ArrayRef<llvm::StringRef> Words) {
  return llvm::createStringError("--" + S.Name + " is one of " + llvm::join(Words, ", ") +
                                 ", not '" + Value + "'" + didYouMean(Value, Words));
}

llvm::Error applyNumber(Options &O, const Spec &S, llvm::StringRef Value) {
  llvm::Expected<unsigned> N = number(S, Value);
  if (!N)
    return N.takeError();
  if (S.What == Id::Jobs)
    O.Jobs = *N;
  else if (S.What == Id::Timeout)
    O.PerUnit.CpuSeconds = *N;
  else
    O.PerUnit.MemoryBytes = uint64_t(*N) << 20;
  return llvm::Error::success();
}

llvm::Error applyWord(Options &O, const Spec &S, llvm::StringRef Value) {
  if (S.What == Id::Color) {
    const llvm::StringRef Words[] = {"auto", "always", "never"};
    const auto *It = llvm::find(Words, Value);
    if (It == std::end(Words))
      return wrongWord(S, Value, Words);
    O.Color = static_cast<ColorMode>(It - Words);
    return llvm::Error::success();
  }
  const llvm::StringRef Words[] = {"possible", "likely", "certain"};
  const auto *It = llvm::find(Words, Value);
  if (It == std::end(Words))
    return wrongWord(S, Value, Words);
  O.MinimumConfidence = static_cast<solve::Confidence>(It - Words);
  return llvm::Error::success();
}

llvm::Error apply(Options &O, const Spec &S, llvm::StringRef Value) {
  switch (S.What) {
  case Id::Jobs:
  case Id::Timeout:
  case Id::MemoryLimit:
    return applyNumber(O, S, Value);
  case Id::Color:
  case Id::MinimumConfidence:
    return applyWord(O, S, Value);
  case Id::BuildDir:
    O.BuildDir = Value.str();
    break;
  case Id::Checks:
    O.Checks = Value.str();
    break;
  case Id::Config:
    O.ConfigFile = Value.str();
    break;
  case Id::ExtraArg:
    O.ExtraFlags.push_back(Value.str());
    break;
  case Id::HeaderFilter:
    O.HeaderFilter = Value.str();
    break;
  case Id::Exclude:
    O.Excludes.push_back(Value.str());
    break;
  case Id::SystemHeaders:
    O.SystemHeaders = true;
    break;
  case Id::Quiet:
    O.Quiet = true;
    break;
  case Id::Verbose:
    O.Verbose = true;
    break;
  case Id::Help:
    O.What = Command::Help;
    break;
  case Id::Version:
    O.What = Command::Version;
    break;
  case Id::Output:
    O.Output = Value.str();
    break;
  case Id::Text:
    O.Form = ProgramForm::Text;
    break;
  case Id::Binary:
    O.Form = ProgramForm::Binary;
    break;
  case Id::ClangTidy:
    O.ClangTidy = Value.str();
    break;
  case Id::Plugin:
    O.Plugin = Value.str();
    break;
  }
  return llvm::Error::success();
}

std::optional<Command> commandNamed(llvm::StringRef Word) {
  if (Word == "lower")
    return Command::Lower;
  if (Word == "solve")
    return Command::Solve;
  if (Word == "doctor")
    return Command::Doctor;
  return std::nullopt;
}

/// What cannot be seen while the options are read one by one.
llvm::Error checkWhole(const Options &O) {
  if (O.Quiet && O.Verbose)
    return llvm::createStringError("--quiet and --verbose exclude each other");
  if (O.What == Command::Lower && O.Paths.size() != 1)
    return llvm::createStringError("'holdfast lower' wants one source file");
  if (O.What == Command::Solve && O.Paths.empty())
    return llvm::createStringError("'holdfast solve' wants .hfx files");
  if (O.What == Command::Solve && O.Flags)
    return llvm::createStringError("'holdfast solve' takes no compiler flags");
  if (O.What == Command::Doctor && !O.Paths.empty())
    return llvm::createStringError("'holdfast doctor' takes no files");
  if (O.What == Command::Analyze && O.Flags && O.Paths.empty())
    return llvm::createStringError("'--' wants source files before it");
  if (O.Flags && !O.BuildDir.empty())
    return llvm::createStringError("-p and flags after '--' exclude each other");
  return llvm::Error::success();
}

} // namespace

llvm::Expected<Options> parseOptions(llvm::ArrayRef<const char *> Arguments) {
  Options O;
  Command C = Command::Analyze;
  if (!Arguments.empty())
    if (std::optional<Command> Named = commandNamed(Arguments[0])) {
      O.What = C = *Named;
      Arguments = Arguments.drop_front();
    }
  for (size_t I = 0; I < Arguments.size(); ++I) {
    llvm::StringRef Argument = Arguments[I];
    if (Argument == "--") {
      O.Flags.emplace(Arguments.begin() + I + 1, Arguments.end());
      break;
    }
    if (!Argument.starts_with("-") || Argument == "-") {
      O.Paths.push_back(Argument.str());
      continue;
    }
    Match M = matchOption(Argument);
    if (!M.S)
      return unknownOption(Argument);
    if (!(M.S->Commands & maskOf(C)))
      return llvm::createStringError("--" + M.S->Name +
                                     " does not go with this command; see 'holdfast --help'");
    if (M.S->Value.empty() && M.Joined)
      return llvm::createStringError("--" + M.S->Name + " takes no value");
    if (!M.S->Value.empty() && !M.Joined) {
      if (I + 1 == Arguments.size())
        return llvm::createStringError("--" + M.S->Name + " wants a value: " + M.S->Value);
      M.Joined = Arguments[++I];
    }
    if (llvm::Error E = apply(O, *M.S, M.Joined.value_or("")))
      return std::move(E);
  }
  if (O.What == Command::Help || O.What == Command::Version)
    return O;
  if (llvm::Error E = checkWhole(O))
    return std::move(E);
  return O;
}

std::string helpText() {
  std::string Text =
      "holdfast finds containers changed while they are iterated, and uses of iterators,\n"
      "references and pointers that a change has invalidated.\n\n"
      "  holdfast [-p DIR] [PATH...]          sources of a compile database\n"
      "  holdfast FILE... -- FLAGS            these files, with these compiler flags\n"
      "  holdfast lower FILE [-- FLAGS]       print what the solver sees of FILE\n"
      "  holdfast solve FILE.hfx...           findings in programs 'lower' has written\n"
      "  holdfast doctor                      is the clang-tidy plugin set up well?\n\n";
  for (const Spec &S : Specs) {
    std::string Names =
        S.Short ? llvm::formatv("-{0}, --{1}", S.Short, S.Name).str() : "    --" + S.Name.str();
    if (!S.Value.empty())
      Names += "=" + S.Value.str();
    Text += llvm::formatv("  {0,-24} {1}\n", Names, S.Help);
  }
  return Text +
         "\nExit status: 0 no findings, 1 findings, 2 wrong command line, configuration or\n"
         "database, 3 a translation unit could not be analyzed (also when there are findings).\n"
         "Silence a line with // NOLINT(rule); more in docs/tool.md.\n";
}

} // namespace holdfast::tool
