//===- Options.cpp - the command line -------------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Options.h"
#include "rules/Rule.h"
#include "tool/OptionTable.h"
#include "tool/Spelling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace holdfast::tool {
namespace {

struct CommandSpec {
  Command What;
  llvm::StringRef Name; ///< Empty: the one that is meant when none is named.
  llvm::StringRef Usage;
  llvm::StringRef Help;
};

const CommandSpec CommandSpecs[] = {
    {Command::Analyze, "", "holdfast [-p DIR] [PATH...]", "sources of a compile database"},
    {Command::Analyze, "", "holdfast FILE... -- FLAGS", "these files, with these compiler flags"},
    {Command::Gate, "gate", "holdfast gate [-p DIR]", "the same for CI: fail on what is new"},
    {Command::Baseline, "baseline", "holdfast baseline ACTION [-p DIR]",
     "create, update, prune or show what is known"},
    {Command::Explain, "explain", "holdfast explain [RULE|FINGERPRINT]",
     "a rule's page, or one finding step by step"},
    {Command::Migrate, "migrate", "holdfast migrate --to=TYPE DECL",
     "change a container's type wherever it is written"},
    {Command::Init, "init", "holdfast init [-p DIR]",
     "write a configuration, a baseline and a CI job"},
    {Command::Lsp, "lsp", "holdfast lsp [-p DIR]", "a language server for editors"},
    {Command::Lower, "lower", "holdfast lower FILE [-- FLAGS]",
     "print what the solver sees of FILE; -o DIR/: of all"},
    {Command::Link, "link", "holdfast link FILE.hfx...", "one program of several"},
    {Command::Solve, "solve", "holdfast solve FILE.hfx...",
     "findings in programs 'lower' or 'link' wrote"},
    {Command::Doctor, "doctor", "holdfast doctor", "is the clang-tidy plugin set up well?"},
};

/// An argument taken apart: which option, and the value joined to it.
struct Match {
  const OptionSpec *S = nullptr;
  std::optional<llvm::StringRef> Joined;

  bool lacksValue() const { return S->needsValue() && !Joined; }
};

/// `--name`, `--name=value`, `-name=value` as LLVM's tools take it, `-p value`, `-j4`.
Match matchOption(llvm::StringRef Argument) {
  llvm::StringRef Body = Argument;
  bool OneDash = !Body.consume_front("--") && Body.consume_front("-");
  auto [Name, Value] = Body.split('=');
  bool HasValue = Body.contains('=');
  for (const OptionSpec &S : allOptions())
    if (S.Name == Name)
      return {&S, HasValue ? std::optional(Value) : std::nullopt};
  if (!OneDash || Body.empty())
    return {};
  for (const OptionSpec &S : allOptions()) {
    if (!S.Short || S.Short != Body[0])
      continue;
    llvm::StringRef Rest = Body.drop_front();
    if (Rest.empty())
      return {&S, std::nullopt};
    if (S.needsValue()) {
      Rest.consume_front("=");
      return {&S, Rest};
    }
  }
  return {};
}

llvm::Error unknownOption(llvm::StringRef Argument) {
  std::vector<std::string> Names;
  for (const OptionSpec &S : allOptions())
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
  if (!M.S->goesWith(C))
    return llvm::createStringError("--" + M.S->Name +
                                   " does not go with this command; see 'holdfast --help'");
  if (M.S->Value.empty() && M.Joined)
    return llvm::createStringError("--" + M.S->Name + " takes no value");
  return M;
}

const CommandSpec *commandNamed(llvm::StringRef Word) {
  const CommandSpec *C = llvm::find_if(
      CommandSpecs, [&](const CommandSpec &C) { return !C.Name.empty() && C.Name == Word; });
  return C == std::end(CommandSpecs) ? nullptr : C;
}

llvm::StringRef nameOf(Command What) {
  return llvm::find_if(CommandSpecs, [&](const CommandSpec &C) { return C.What == What; })->Name;
}

/// Takes the ACTION of `holdfast baseline` off the paths.
llvm::Error takeAction(Options &O) {
  const llvm::StringRef Words[] = {"create", "update", "prune", "show"};
  if (O.Paths.empty())
    return llvm::createStringError("'holdfast baseline' wants create, update, prune or show");
  const auto *It = llvm::find(Words, O.Paths.front());
  if (It == std::end(Words))
    return llvm::createStringError(
        "'holdfast baseline' wants create, update, prune or show, not '" + O.Paths.front() + "'" +
        didYouMean(O.Paths.front(), Words));
  O.Action = static_cast<BaselineAction>(It - Words);
  O.Paths.erase(O.Paths.begin());
  if (O.Action == BaselineAction::Show && !O.Paths.empty())
    return llvm::createStringError("'holdfast baseline show' takes no files; --baseline=FILE names "
                                   "the baseline");
  if (O.BaselineFile && O.BaselineFile->empty())
    return llvm::createStringError("--baseline: the name of the file is missing");
  return llvm::Error::success();
}

llvm::Error checkLower(const Options &O) {
  if (lowersMany(O)) {
    if (O.Output.empty())
      return llvm::createStringError("--shard wants a directory for its .hfx files: -o DIR/");
    if (!O.Depfile.empty())
      return llvm::createStringError("--depfile goes with one source file");
    return llvm::Error::success();
  }
  if (O.Paths.size() != 1)
    return llvm::createStringError(
        "'holdfast lower' wants one source file, or a directory for several: -o DIR/");
  if (!O.Depfile.empty() && O.Output.empty())
    return llvm::createStringError("--depfile tells what the file of -o depends on; give both");
  return llvm::Error::success();
}

llvm::Error checkSolve(const Options &O) {
  if (O.Part && O.Output.empty())
    return llvm::createStringError("--shard wants a file for what it finds: -o OUT");
  if (!O.Part && !O.Output.empty())
    return llvm::createStringError(
        "'holdfast solve' writes OUT for --shard only; --format=NAME:FILE "
        "writes findings to a file");
  if (O.Part && !O.Outputs.empty())
    return llvm::createStringError("--shard shows no findings: --format goes with the solve that "
                                   "--solved is for");
  if (O.AnalyzedTogether == Scope::Unit && (O.Part || !O.Solved.empty()))
    return llvm::createStringError("--shard and --solved are for whole programs, not --scope=unit");
  return llvm::Error::success();
}

/// What cannot be seen while the options are read one by one.
llvm::Error checkWhole(const Options &O) {
  if (O.Quiet && O.Verbose)
    return llvm::createStringError("--quiet and --verbose exclude each other");
  if (O.What == Command::Lower)
    if (llvm::Error E = checkLower(O))
      return E;
  if (O.What == Command::Solve || O.What == Command::Link) {
    std::string Name = O.What == Command::Solve ? "'holdfast solve'" : "'holdfast link'";
    if (O.Paths.empty())
      return llvm::createStringError(Name + " wants .hfx files");
    if (O.Flags)
      return llvm::createStringError(Name + " takes no compiler flags");
  }
  if (O.What == Command::Solve)
    if (llvm::Error E = checkSolve(O))
      return E;
  if (O.What == Command::Migrate) {
    if (O.Subject.empty() || O.MigrateTo.empty())
      return llvm::createStringError("'holdfast migrate' wants --to=TYPE and what is to have it: a "
                                     "name (Server::sessions_), FILE:LINE or a fingerprint");
    if (!O.Flags && !O.Paths.empty())
      return llvm::createStringError("'holdfast migrate' looks at the whole compile database: it "
                                     "takes no files, and one declaration at a time");
  }
  bool TakesNoFiles =
      O.What == Command::Doctor || O.What == Command::Init || O.What == Command::Lsp;
  if (TakesNoFiles && !O.Paths.empty())
    return llvm::createStringError("'holdfast " + nameOf(O.What) + "' takes no files");
  bool Analyzes = O.What == Command::Analyze || O.What == Command::Gate ||
                  O.What == Command::Baseline || O.What == Command::Explain ||
                  O.What == Command::Migrate;
  if (Analyzes && O.Flags && O.Paths.empty())
    return llvm::createStringError("'--' wants source files before it");
  if (O.DryRun && O.What == Command::Analyze && !O.Fix.areApplied())
    return llvm::createStringError("--dry-run says what --fix would do: give both");
  if (!O.NewSince.empty() && O.Flags)
    return llvm::createStringError("--new-since wants a compile database, not flags after '--'");
  if (O.Flags && !O.BuildDir.empty())
    return llvm::createStringError("-p and flags after '--' exclude each other");
  return llvm::Error::success();
}

/// What --debug-scalars is about.
std::string raceRules() {
  std::string Result;
  for (const rules::Rule &R : rules::allRules())
    if (R.ClaimsRace)
      Result += (Result.empty() ? "" : ",") + R.Name.str();
  return Result;
}

} // namespace

bool lowersMany(const Options &O) { return O.Part || llvm::StringRef(O.Output).ends_with("/"); }

llvm::Expected<Options> parseOptions(llvm::ArrayRef<const char *> Arguments) {
  Options O;
  if (!Arguments.empty())
    if (const CommandSpec *Named = commandNamed(Arguments[0])) {
      O.What = Named->What;
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
  if (O.What == Command::Help || O.What == Command::Version) {
    O.HelpFor = C;
    return O;
  }
  if ((O.What == Command::Explain || O.What == Command::Migrate) && !O.Paths.empty()) {
    O.Subject = O.Paths.front();
    O.Paths.erase(O.Paths.begin());
  }
  if (O.What == Command::Baseline)
    if (llvm::Error E = takeAction(O))
      return std::move(E);
  if (llvm::Error E = checkWhole(O))
    return std::move(E);
  if (O.DebugScalars && !O.Checks)
    O.Checks = raceRules();
  return O;
}

static std::string optionLine(const OptionSpec &S) {
  std::string Names =
      S.Short ? llvm::formatv("-{0}, --{1}", S.Short, S.Name).str() : "    --" + S.Name.str();
  if (!S.Value.empty())
    Names += S.needsValue() ? "=" + S.Value.str() : "[=" + S.Value.drop_front().str();
  return llvm::formatv("  {0,-24} {1}\n", Names, S.Help);
}

static std::string overview() {
  std::string Text =
      "holdfast finds C++ containers changed while they are in use, and what that invalidates.\n\n";
  for (const CommandSpec &C : CommandSpecs)
    Text += llvm::formatv("  {0,-36} {1}\n", C.Usage, C.Help);
  return Text + "\n'holdfast COMMAND --help' shows what goes with a command. Without one:\n";
}

std::string helpText(Command C) {
  std::string Text;
  if (C == Command::Analyze)
    Text = overview();
  else
    for (const CommandSpec &S : CommandSpecs)
      if (S.What == C)
        Text += llvm::formatv("{0}\n    {1}\n", S.Usage, S.Help);
  for (const OptionSpec &S : allOptions())
    if (S.goesWith(C) && !S.Help.empty())
      Text += optionLine(S);
  if (C != Command::Analyze)
    return Text;
  return Text + "\nExit status: 0 no findings, 1 findings, 2 wrong command line or files, 3 not "
                "all analyzed\n";
}

} // namespace holdfast::tool
