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

/// Which commands take an option, as bits.
enum : unsigned {
  ForAnalyze = 1,
  ForLower = 2,
  ForSolve = 4,
  ForDoctor = 8,
  ForLink = 16,
  ForAll = 31
};

/// One option: its names, and the line --help shows for it.
struct Spec {
  char Short;            ///< 0: none.
  llvm::StringRef Name;  ///< Without dashes.
  llvm::StringRef Value; ///< Name of the value; empty: takes none.
  unsigned Commands;
  llvm::StringRef Help;
  llvm::Error (*Apply)(Options &, const Spec &, llvm::StringRef Value);
};

// What an option does with its value, one template per kind of field.

template <bool Options::*Field> llvm::Error flag(Options &O, const Spec &, llvm::StringRef) {
  O.*Field = true;
  return llvm::Error::success();
}

template <auto Field> llvm::Error text(Options &O, const Spec &, llvm::StringRef Value) {
  O.*Field = Value.str();
  return llvm::Error::success();
}

template <auto Field> llvm::Error append(Options &O, const Spec &, llvm::StringRef Value) {
  (O.*Field).push_back(Value.str());
  return llvm::Error::success();
}

template <Command C> llvm::Error command(Options &O, const Spec &, llvm::StringRef) {
  O.What = C;
  return llvm::Error::success();
}

template <ProgramForm F> llvm::Error form(Options &O, const Spec &, llvm::StringRef) {
  O.Form = F;
  return llvm::Error::success();
}

llvm::Expected<unsigned> number(const Spec &S, llvm::StringRef Value) {
  unsigned Result = 0;
  if (Value.getAsInteger(10, Result) || Result > 1000000)
    return llvm::createStringError("--" + S.Name + " wants a number, not '" + Value + "'");
  return Result;
}

llvm::Error jobs(Options &O, const Spec &S, llvm::StringRef Value) {
  return number(S, Value).moveInto(O.Jobs);
}

llvm::Error timeout(Options &O, const Spec &S, llvm::StringRef Value) {
  return number(S, Value).moveInto(O.PerUnit.CpuSeconds);
}

llvm::Error memory(Options &O, const Spec &S, llvm::StringRef Value) {
  llvm::Expected<unsigned> Megabytes = number(S, Value);
  if (!Megabytes)
    return Megabytes.takeError();
  O.PerUnit.MemoryBytes = uint64_t(*Megabytes) << 20;
  return llvm::Error::success();
}

/// Value's place in Words, which are the values of the option.
llvm::Expected<unsigned> oneOf(const Spec &S, llvm::StringRef Value,
                               llvm::ArrayRef<llvm::StringRef> Words) {
  const llvm::StringRef *It = llvm::find(Words, Value);
  if (It != Words.end())
    return It - Words.begin();
  return llvm::createStringError("--" + S.Name + " is one of " + llvm::join(Words, ", ") +
                                 ", not '" + Value + "'" + didYouMean(Value, Words));
}

llvm::Error color(Options &O, const Spec &S, llvm::StringRef Value) {
  llvm::Expected<unsigned> Place = oneOf(S, Value, {"auto", "always", "never"});
  if (!Place)
    return Place.takeError();
  O.Color = static_cast<ColorMode>(*Place);
  return llvm::Error::success();
}

llvm::Error confidence(Options &O, const Spec &S, llvm::StringRef Value) {
  llvm::Expected<unsigned> Place = oneOf(S, Value, {"possible", "likely", "certain"});
  if (!Place)
    return Place.takeError();
  O.MinimumConfidence = static_cast<solve::Confidence>(*Place);
  return llvm::Error::success();
}

llvm::Error scope(Options &O, const Spec &S, llvm::StringRef Value) {
  llvm::Expected<unsigned> Place = oneOf(S, Value, {"program", "unit"});
  if (!Place)
    return Place.takeError();
  O.AnalyzedTogether = static_cast<Scope>(*Place);
  return llvm::Error::success();
}

constexpr unsigned ForReports = ForAnalyze | ForSolve;
constexpr unsigned ForSources = ForAnalyze | ForLower;
constexpr unsigned ForPrograms = ForLower | ForLink;

const Spec Specs[] = {
    {'p', "build-dir", "DIR", ForSources | ForDoctor,
     "where compile_commands.json is (default: upward, build*/)", text<&Options::BuildDir>},
    {'j', "jobs", "N", ForAnalyze | ForSolve, "processes at a time (default: one per processor)",
     jobs},
    {0, "scope", "WHAT", ForReports,
     "what is looked at together: the program (default) or each unit", scope},
    {0, "checks", "LIST", ForReports, "rules by name or glob, comma separated; '-' takes away",
     text<&Options::Checks>},
    {0, "confidence", "LEVEL", ForReports,
     "certain, likely (default) or possible: show this and surer", confidence},
    {0, "config", "FILE", ForReports | ForLower,
     "use FILE (default: nearest .holdfast.yaml of each source)", text<&Options::ConfigFile>},
    {0, "extra-arg", "FLAG", ForSources, "add FLAG to every compiler command line",
     append<&Options::ExtraFlags>},
    {0, "header-filter", "RE", ForAnalyze, "of headers, show findings only where the path matches",
     text<&Options::HeaderFilter>},
    {0, "exclude", "GLOB", ForAnalyze, "leave out matching sources and findings in them",
     append<&Options::Excludes>},
    {0, "system-headers", "", ForSources, "analyze system headers, too",
     flag<&Options::SystemHeaders>},
    {0, "timeout", "SECONDS", ForReports, "processor time for a unit or function (300; 0: any)",
     timeout},
    {0, "memory-limit", "MB", ForReports, "memory for one process (8192; 0: any)", memory},
    {0, "color", "WHEN", ForReports, "auto (default), always or never", color},
    {'q', "quiet", "", ForAll, "no progress; of skipped sources, only the count",
     flag<&Options::Quiet>},
    {'v', "verbose", "", ForAll, "say what was read, changed and dropped", flag<&Options::Verbose>},
    {'o', "output", "OUT", ForPrograms, "lower, link: write OUT (default: stdout)",
     text<&Options::Output>},
    {0, "text", "", ForPrograms, "lower, link: readable form (default, except for OUT.hfx)",
     form<ProgramForm::Text>},
    {0, "binary", "", ForPrograms, "lower, link: compact form", form<ProgramForm::Binary>},
    {0, "clang-tidy", "BIN", ForDoctor, "doctor: the clang-tidy to check",
     text<&Options::ClangTidy>},
    {0, "plugin", "SO", ForDoctor, "doctor: the plugin (default: the one built for BIN)",
     text<&Options::Plugin>},
    {'h', "help", "", ForAll, "this text", command<Command::Help>},
    {0, "version", "", ForAll, "version of holdfast and of its LLVM", command<Command::Version>},
};

unsigned maskOf(Command C) {
  switch (C) {
  case Command::Lower:
    return ForLower;
  case Command::Link:
    return ForLink;
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

  bool lacksValue() const { return !S->Value.empty() && !Joined; }
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

/// The option Argument is, when command C takes it.
llvm::Expected<Match> optionOf(Command C, llvm::StringRef Argument) {
  Match M = matchOption(Argument);
  if (!M.S)
    return unknownOption(Argument);
  if (!(M.S->Commands & maskOf(C)))
    return llvm::createStringError("--" + M.S->Name +
                                   " does not go with this command; see 'holdfast --help'");
  if (M.S->Value.empty() && M.Joined)
    return llvm::createStringError("--" + M.S->Name + " takes no value");
  return M;
}

std::optional<Command> commandNamed(llvm::StringRef Word) {
  if (Word == "lower")
    return Command::Lower;
  if (Word == "link")
    return Command::Link;
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
  if (O.What == Command::Solve || O.What == Command::Link) {
    std::string Name = O.What == Command::Solve ? "'holdfast solve'" : "'holdfast link'";
    if (O.Paths.empty())
      return llvm::createStringError(Name + " wants .hfx files");
    if (O.Flags)
      return llvm::createStringError(Name + " takes no compiler flags");
  }
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
  if (!Arguments.empty())
    if (std::optional<Command> Named = commandNamed(Arguments[0])) {
      O.What = *Named;
      Arguments = Arguments.drop_front();
    }
  Command C = O.What; // --help may replace it.
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
    llvm::Expected<Match> M = optionOf(C, Argument);
    if (!M)
      return M.takeError();
    if (M->lacksValue()) {
      if (I + 1 == Arguments.size())
        return llvm::createStringError("--" + M->S->Name + " wants a value: " + M->S->Value);
      M->Joined = Arguments[++I];
    }
    if (llvm::Error E = M->S->Apply(O, *M->S, M->Joined.value_or("")))
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
      "  holdfast link FILE.hfx...            one program of several\n"
      "  holdfast solve FILE.hfx...           findings in programs 'lower' or 'link' wrote\n"
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
