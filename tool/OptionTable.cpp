//===- OptionTable.cpp - every option, one entry each ---------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/OptionTable.h"
#include "migrate/Table.h"
#include "tool/Numbers.h"
#include "tool/Spelling.h"
#include "tool/output/Output.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace holdfast::tool {
namespace {

constexpr unsigned bit(Command C) { return 1u << static_cast<unsigned>(C); }

// What an option does with its value, one template per kind of field.

template <bool Options::*Field> llvm::Error flag(Options &O, const OptionSpec &, llvm::StringRef) {
  O.*Field = true;
  return llvm::Error::success();
}

template <auto Field> llvm::Error text(Options &O, const OptionSpec &, llvm::StringRef Value) {
  O.*Field = Value.str();
  return llvm::Error::success();
}

template <auto Field> llvm::Error append(Options &O, const OptionSpec &, llvm::StringRef Value) {
  (O.*Field).push_back(Value.str());
  return llvm::Error::success();
}

template <Command C> llvm::Error command(Options &O, const OptionSpec &, llvm::StringRef) {
  O.What = C;
  return llvm::Error::success();
}

template <ProgramForm F> llvm::Error form(Options &O, const OptionSpec &, llvm::StringRef) {
  O.Form = F;
  return llvm::Error::success();
}

llvm::Expected<unsigned> number(const OptionSpec &S, llvm::StringRef Value) {
  if (std::optional<unsigned> Result = readNumber(Value))
    return *Result;
  return llvm::createStringError("--" + S.Name + " wants a number, not '" + Value + "'");
}

llvm::Error jobs(Options &O, const OptionSpec &S, llvm::StringRef Value) {
  return number(S, Value).moveInto(O.Jobs);
}

llvm::Error timeout(Options &O, const OptionSpec &S, llvm::StringRef Value) {
  return number(S, Value).moveInto(O.PerUnit.CpuSeconds);
}

llvm::Error cacheSize(Options &O, const OptionSpec &S, llvm::StringRef Value) {
  return number(S, Value).moveInto(O.CacheSize);
}

/// 2/5
llvm::Error shard(Options &O, const OptionSpec &S, llvm::StringRef Value) {
  auto [Number, Of] = Value.split('/');
  Shard Part;
  if (Number.getAsInteger(10, Part.Number) || Of.getAsInteger(10, Part.Of) || !Part.Number ||
      Part.Number > Part.Of)
    return llvm::createStringError("--" + S.Name + " wants a part of a whole, 1/4 to 4/4, not '" +
                                   Value + "'");
  O.Part = Part;
  return llvm::Error::success();
}

llvm::Error cacheDir(Options &O, const OptionSpec &S, llvm::StringRef Value) {
  if (Value.empty())
    return llvm::createStringError("--" + S.Name + " wants a directory; --no-cache uses none");
  O.CacheDir = Value.str();
  return llvm::Error::success();
}

llvm::Error memory(Options &O, const OptionSpec &S, llvm::StringRef Value) {
  llvm::Expected<unsigned> Megabytes = number(S, Value);
  if (!Megabytes)
    return Megabytes.takeError();
  O.PerUnit.MemoryBytes = uint64_t(*Megabytes) << 20;
  return llvm::Error::success();
}

/// Value's place in Words, which are the values of the option.
llvm::Expected<unsigned> oneOf(const OptionSpec &S, llvm::StringRef Value,
                               llvm::ArrayRef<llvm::StringRef> Words) {
  const llvm::StringRef *It = llvm::find(Words, Value);
  if (It != Words.end())
    return It - Words.begin();
  return llvm::createStringError("--" + S.Name + " is one of " + llvm::join(Words, ", ") +
                                 ", not '" + Value + "'" + didYouMean(Value, Words));
}

llvm::Error color(Options &O, const OptionSpec &S, llvm::StringRef Value) {
  llvm::Expected<unsigned> Place = oneOf(S, Value, {"auto", "always", "never"});
  if (!Place)
    return Place.takeError();
  O.Color = static_cast<ColorMode>(*Place);
  return llvm::Error::success();
}

llvm::Expected<solve::Confidence> level(const OptionSpec &S, llvm::StringRef Value) {
  llvm::Expected<unsigned> Place = oneOf(S, Value, {"possible", "likely", "certain"});
  if (!Place)
    return Place.takeError();
  return static_cast<solve::Confidence>(*Place);
}

llvm::Error confidence(Options &O, const OptionSpec &S, llvm::StringRef Value) {
  return level(S, Value).moveInto(O.MinimumConfidence);
}

llvm::Error failOn(Options &O, const OptionSpec &S, llvm::StringRef Value) {
  return level(S, Value).moveInto(O.Gate.FailOn);
}

llvm::Error maxFindings(Options &O, const OptionSpec &S, llvm::StringRef Value) {
  return number(S, Value).moveInto(O.Gate.MaxFindings);
}

llvm::Error requireCoverage(Options &O, const OptionSpec &S, llvm::StringRef Value) {
  O.Gate.RequiredCoverage = readPercentage(Value);
  if (!O.Gate.RequiredCoverage)
    return llvm::createStringError("--" + S.Name + " wants a percentage, as in 95%, not '" + Value +
                                   "'");
  return llvm::Error::success();
}

llvm::Error baseline(Options &O, const OptionSpec &, llvm::StringRef Value) {
  O.BaselineFile = Value.str();
  return llvm::Error::success();
}

llvm::Error fixes(Options &O, const OptionSpec &S, llvm::StringRef Value) {
  llvm::Expected<unsigned> Place = oneOf(S, Value.empty() ? "safe" : Value, {"safe", "all"});
  if (!Place)
    return Place.takeError();
  O.Fix.Which = *Place == 0 ? FixOptions::Mode::Safe : FixOptions::Mode::All;
  return llvm::Error::success();
}

template <bool FixOptions::*Field>
llvm::Error fixFlag(Options &O, const OptionSpec &, llvm::StringRef) {
  O.Fix.*Field = true;
  return llvm::Error::success();
}

llvm::Error exportFixes(Options &O, const OptionSpec &, llvm::StringRef Value) {
  O.Fix.Export = Value.str();
  return llvm::Error::success();
}

/// NAME or NAME:FILE.
llvm::Error format(Options &O, const OptionSpec &S, llvm::StringRef Value) {
  auto [Name, File] = Value.split(':');
  std::vector<llvm::StringRef> Names;
  for (const OutputFormat &F : allFormats())
    Names.push_back(F.Name);
  llvm::Expected<unsigned> Place = oneOf(S, Name, Names);
  if (!Place)
    return Place.takeError();
  if (File.empty() && Value.contains(':'))
    return llvm::createStringError("--format=" + Value + ": the name of the file is missing");
  O.Outputs.push_back({&allFormats()[*Place], File.str()});
  return llvm::Error::success();
}

llvm::Error migrateTo(Options &O, const OptionSpec &S, llvm::StringRef Value) {
  std::vector<llvm::StringRef> Names;
  for (const migrate::Target &T : migrate::allTargets())
    Names.push_back(T.Name);
  llvm::Expected<unsigned> Place = oneOf(S, Value, Names);
  if (!Place)
    return Place.takeError();
  O.MigrateTo = Value.str();
  return llvm::Error::success();
}

llvm::Error accept(Options &O, const OptionSpec &S, llvm::StringRef Value) {
  llvm::Expected<unsigned> Place = oneOf(S, Value, {"order"});
  if (!Place)
    return Place.takeError();
  O.Accepted.push_back(Value.str());
  return llvm::Error::success();
}

llvm::Error scope(Options &O, const OptionSpec &S, llvm::StringRef Value) {
  llvm::Expected<unsigned> Place = oneOf(S, Value, {"program", "unit"});
  if (!Place)
    return Place.takeError();
  O.AnalyzedTogether = static_cast<Scope>(*Place);
  return llvm::Error::success();
}

// Which commands take an option.
constexpr unsigned ForGate = bit(Command::Gate), ForDoctor = bit(Command::Doctor),
                   ForExplain = bit(Command::Explain), ForInit = bit(Command::Init),
                   ForLsp = bit(Command::Lsp), ForMigrate = bit(Command::Migrate);
constexpr unsigned ForAnalyze =
    bit(Command::Analyze) | ForGate | bit(Command::Baseline) | ForExplain | ForMigrate;
constexpr unsigned ForReports = ForAnalyze | bit(Command::Solve);
constexpr unsigned ForOutput = ForReports & ~(bit(Command::Baseline) | ForExplain | ForMigrate);
constexpr unsigned ForSources = ForAnalyze | bit(Command::Lower);
constexpr unsigned ForPrograms = bit(Command::Lower) | bit(Command::Link);
constexpr unsigned ForAll = ~0u;

const OptionSpec Specs[] = {
    {'p', "build-dir", "DIR", ForSources | ForDoctor | ForInit | ForLsp,
     "where compile_commands.json is (default: upward, build*/)", text<&Options::BuildDir>},
    {'j', "jobs", "N", ForReports | ForInit | bit(Command::Lower),
     "processes at a time (default: one per processor)", jobs},
    {0, "scope", "WHAT", ForReports,
     "what is looked at together: the program (default) or each unit", scope},
    {0, "checks", "LIST", ForReports | ForLsp,
     "rules by name or glob, comma separated; '-' takes away", text<&Options::Checks>},
    {0, "confidence", "LEVEL", ForReports | ForLsp,
     "certain, likely (default) or possible: show this and surer", confidence},
    {0, "config", "FILE", ForReports | ForSources | ForLsp,
     "use FILE (default: nearest .holdfast.yaml of each source)", text<&Options::ConfigFile>},
    {0, "explain-config", "", bit(Command::Analyze), "what holds for each PATH, and from where",
     command<Command::ExplainConfig>},
    {0, "verify-config", "", bit(Command::Analyze),
     "check the configuration files, analyze nothing", command<Command::VerifyConfig>},
    {0, "extra-arg", "FLAG", ForSources | ForLsp, "add FLAG to every compiler command line",
     append<&Options::ExtraFlags>},
    {0, "header-filter", "RE", ForAnalyze, "of headers, show findings only where the path matches",
     text<&Options::HeaderFilter>},
    {0, "exclude", "GLOB", ForAnalyze, "leave out matching sources and findings in them",
     append<&Options::Excludes>},
    {0, "cache-dir", "DIR", ForSources | ForInit,
     "where results are kept (~/.cache/holdfast); --no-cache: nowhere", cacheDir},
    {0, "cache-size", "MB", ForSources | ForInit, "", cacheSize},
    {0, "no-cache", "", ForSources | ForInit, "", flag<&Options::NoCache>},
    {0, "system-headers", "", ForSources, "analyze system headers, too",
     flag<&Options::SystemHeaders>},
    {0, "debug-scalars", "", ForSources, "", flag<&Options::DebugScalars>},
    {0, "debug-no-prefix", "", ForSources, "", flag<&Options::NoPrefix>},
    {0, "timeout", "SECONDS", ForReports | ForLsp | bit(Command::Lower),
     "processor time for a unit or function (300; 0: any)", timeout},
    {0, "memory-limit", "MB", ForReports | ForLsp | bit(Command::Lower),
     "memory for one process (8192; 0: any)", memory},
    {'f', "format", "NAME[:FILE]", ForOutput,
     "write findings as text (default), sarif, github, ...", format},
    {0, "fingerprints", "", ForOutput, "text: show what findings are known by",
     flag<&Options::Fingerprints>},
    {0, "fix", "[safe|all]", bit(Command::Analyze),
     "apply the fixes that are safe (default), or all", fixes},
    {0, "interactive", "", bit(Command::Analyze), "show each fix and ask whether to apply it",
     fixFlag<&FixOptions::Interactive>},
    {0, "dry-run", "", bit(Command::Analyze) | ForMigrate,
     "fixes, migrate: print a patch, change nothing", flag<&Options::DryRun>},
    {0, "export-fixes", "FILE", bit(Command::Analyze),
     "write all fixes for clang-apply-replacements", exportFixes},
    {0, "baseline", "FILE", ForReports & ~(ForExplain | ForMigrate),
     "pass over the findings in FILE", baseline},
    {0, "new-since", "REV", ForGate, "show what git's REV does not have", text<&Options::NewSince>},
    {0, "statistics", "", ForOutput, "count findings by rule and by directory",
     flag<&Options::Statistics>},
    {0, "fail-on", "LEVEL", ForGate,
     "count findings of this confidence and surer (default: all shown)", failOn},
    {0, "max-findings", "N", ForGate, "pass with so many findings (default: 0)", maxFindings},
    {0, "require-coverage", "PERCENT", ForGate,
     "fail when less of the project was analyzed (default: 100%)", requireCoverage},
    {0, "to", "TYPE", ForMigrate, "holdfast::map, holdfast::set or holdfast::checked", migrateTo},
    {0, "accept", "WHAT", ForMigrate, "order: that entries come in no order any more", accept},
    {0, "despite-errors", "", ForMigrate,
     "also when something does not parse, whose uses are not known", flag<&Options::DespiteErrors>},
    {0, "from", "FILE", ForExplain | ForMigrate,
     "take the finding from what --format=jsonl:FILE wrote", text<&Options::From>},
    {0, "color", "WHEN", ForReports, "auto (default), always or never", color},
    {'q', "quiet", "", ForAll, "no progress; of skipped sources, only the count",
     flag<&Options::Quiet>},
    {'v', "verbose", "", ForAll, "say what was read, changed and dropped", flag<&Options::Verbose>},
    {'o', "output", "OUT", ForPrograms | bit(Command::Solve),
     "lower, link: write OUT (default: stdout); solve: see --shard", text<&Options::Output>},
    {0, "text", "", ForPrograms, "lower, link: readable form (default, except for OUT.hfx)",
     form<ProgramForm::Text>},
    {0, "binary", "", ForPrograms, "lower, link: compact form", form<ProgramForm::Binary>},
    {0, "depfile", "OUT.d", bit(Command::Lower),
     "lower: write what OUT depends on, for make or ninja", text<&Options::Depfile>},
    {0, "shard", "I/N", bit(Command::Lower) | bit(Command::Solve),
     "lower: the I-th of N parts of the units, into -o DIR/; solve: of the functions, into -o OUT",
     shard},
    {0, "solved", "FILE", bit(Command::Solve), "solve: what a --shard has written; may be repeated",
     append<&Options::Solved>},
    {0, "root", "DIR", ForPrograms | bit(Command::Solve),
     "lower, link, solve: what names in .hfx are relative to (default: .)", text<&Options::Root>},
    {0, "clang-tidy", "BIN", ForDoctor, "doctor: the clang-tidy to check",
     text<&Options::ClangTidy>},
    {0, "plugin", "SO", ForDoctor, "doctor: the plugin (default: the one built for BIN)",
     text<&Options::Plugin>},
    {'h', "help", "", ForAll, "this text", command<Command::Help>},
    {0, "version", "", ForAll, "version of holdfast and of its LLVM", command<Command::Version>},
};

} // namespace

llvm::ArrayRef<OptionSpec> allOptions() { return llvm::ArrayRef(Specs); }

} // namespace holdfast::tool
