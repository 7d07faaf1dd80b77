//===- Options.h - the command line -----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_OPTIONS_H
#define HOLDFAST_TOOL_OPTIONS_H

#include "solve/Violation.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>
#include <vector>

namespace holdfast::tool {

enum class Command : uint8_t {
  Analyze,
  Gate,
  Baseline,
  Explain,
  Migrate,
  Init,
  Lsp,
  ExplainConfig,
  VerifyConfig,
  Lower,
  Link,
  Solve,
  Doctor,
  Help,
  Version
};

/// What `holdfast baseline` is to do.
enum class BaselineAction : uint8_t { Create, Update, Prune, Show };

/// When `holdfast gate` lets code pass.
struct GateOptions {
  std::optional<solve::Confidence> FailOn; ///< Count this and surer; unset: all that is shown.
  std::optional<unsigned> MaxFindings;     ///< Unset: 0.
  std::optional<double> RequiredCoverage;  ///< Percent, see coverageOf(); unset: 100.
};

/// What becomes of the fixes of findings.
struct FixOptions {
  enum class Mode : uint8_t { None, Safe, All };
  Mode Which = Mode::None;  ///< --fix.
  bool Interactive = false; ///< Ask the user for each.
  std::string Export;       ///< A file for clang-apply-replacements; empty: none.

  bool areApplied() const { return Which != Mode::None || Interactive; }
};

enum class ColorMode : uint8_t { Auto, Always, Never };

/// What is analyzed as one: calls within it are looked into.
enum class Scope : uint8_t { Program, Unit };

/// The form `holdfast lower` and `holdfast link` write. Unset in Options: text on a terminal or
/// to stdout, binary when the output file is called *.hfx.
enum class ProgramForm : uint8_t { Text, Binary };

struct OutputFormat;

/// Findings are to be written in a format.
struct OutputRequest {
  const OutputFormat *Format = nullptr;
  std::string File; ///< Empty: stdout.
};

/// What one child process may use before it is stopped.
struct Limits {
  unsigned CpuSeconds = 300;         ///< 0: no limit.
  uint64_t MemoryBytes = 8ull << 30; ///< Address space; 0: no limit.
};

/// Part of the units: each N-th of them, from the one with this number (of 1 to N) on.
struct Shard {
  unsigned Number = 1;
  unsigned Of = 1;
};

/// One run, as asked for. Defaults are those of an empty command line.
struct Options {
  Command What = Command::Analyze;
  Command HelpFor = Command::Analyze; ///< Help: the command it was asked for with.
  /// Files and directories, in the order given. Empty: the whole database.
  std::vector<std::string> Paths;
  /// What followed `--`. Unset: flags come from a compile database.
  std::optional<std::vector<std::string>> Flags;
  std::vector<std::string> ExtraFlags; ///< --extra-arg.

  std::string BuildDir;              ///< -p: a directory or the database itself; empty: search.
  std::string ConfigFile;            ///< --config; empty: the nearest .holdfast.yaml of each file.
  std::optional<std::string> Checks; ///< Unset: the configuration file's.
  std::optional<solve::Confidence> MinimumConfidence; ///< Unset: the configuration file's.
  Scope AnalyzedTogether = Scope::Program;            ///< --scope.
  std::optional<std::string> CacheDir; ///< --cache-dir; unset: cacheDirectory() decides.
  bool NoCache = false;
  unsigned CacheSize = 5000; ///< Megabytes.
  std::string
      Root; ///< --root: what names in .hfx files are relative to; empty: see Roots, shownPath.
  bool SystemHeaders = false;
  bool DebugScalars = false;         ///< --debug-scalars, which --help does not show.
  bool NoPrefix = false;             ///< --debug-no-prefix, the same.
  std::string HeaderFilter;          ///< Regular expression; empty: all user headers.
  std::vector<std::string> Excludes; ///< Globs over paths as shown.

  unsigned Jobs = 0; ///< 0: one per processor.
  Limits PerUnit;
  std::vector<OutputRequest> Outputs; ///< --format; empty: text to stdout.
  bool Fingerprints = false;
  bool Statistics = false;
  /// explain: a rule or the beginning of a fingerprint; empty: list rules. migrate: a declaration's
  /// name or place, or a fingerprint.
  std::string Subject;
  std::string MigrateTo;             ///< migrate --to.
  std::vector<std::string> Accepted; ///< migrate --accept.
  bool DespiteErrors = false;        ///< migrate --despite-errors.
  bool DryRun = false;               ///< migrate and --fix: print a patch, write nothing.
  std::string From; ///< explain, migrate --from: a JSON lines file; empty: analyze.
  BaselineAction Action = BaselineAction::Show;
  std::optional<std::string> BaselineFile; ///< Unset: readBaseline() decides. Empty: none.
  std::string NewSince;                    ///< A revision of git; empty: none.
  GateOptions Gate;
  FixOptions Fix;
  ColorMode Color = ColorMode::Auto;
  bool Quiet = false;
  bool Verbose = false;

  std::string Output;              ///< lower, link -o; empty: stdout.
  std::string Depfile;             ///< lower --depfile; empty: none.
  std::optional<Shard> Part;       ///< lower, solve --shard.
  std::vector<std::string> Solved; ///< solve --solved.
  std::optional<ProgramForm> Form; ///< lower, link --text, --binary.
  std::string ClangTidy;           ///< doctor --clang-tidy; empty: the one in PATH.
  std::string Plugin;              ///< doctor --plugin; empty: the one next to this program.
};

/// Whether `holdfast lower` is to write all units it is given into a directory.
bool lowersMany(const Options &O);

/// Reads the arguments after argv[0]. The error is one line for the user.
llvm::Expected<Options> parseOptions(llvm::ArrayRef<const char *> Arguments);

/// The screen of --help, of all commands or of one.
std::string helpText(Command C);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_OPTIONS_H
