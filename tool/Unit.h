//===- Unit.h - one translation unit, before and after analysis --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_UNIT_H
#define HOLDFAST_TOOL_UNIT_H

#include "fix/Fix.h"
#include "rules/Finding.h"
#include <string>
#include <vector>

namespace holdfast::tool {

struct Settings;
class SharedPrefix;

/// A source file with the compiler arguments it is analyzed with.
struct Unit {
  std::string File;      ///< Absolute.
  std::string Directory; ///< Absolute; what relative paths in Arguments are relative to.
  /// A driver command line: compiler first, no output, no input. Empty when Excuse is set.
  std::vector<std::string> Arguments;
  std::vector<std::string> Notices; ///< What was changed in Arguments; shown with --verbose.
  const Settings *Config =
      nullptr; ///< Owned by the Configuration; null only when not to be analyzed.

  SharedPrefix *Shared = nullptr; ///< What it has in common with others, parsed; null: nothing.

  enum class Fate : uint8_t { Analyze, Skip, Fail };
  Fate Planned = Fate::Analyze;
  std::string Excuse;     ///< Why it is not Analyze: "no such file".
  bool IsMissing = false; ///< Of Skip: because there is no such file.
};

/// A source range with the file spelled out. Line 0: unknown.
struct Place {
  std::string File; ///< Absolute, normalized.
  unsigned Line = 0;
  unsigned Column = 0;
  unsigned EndLine = 0;
  unsigned EndColumn = 0; ///< One past the last character.
};

struct Remark {
  Place Where;
  std::string Message;
  rules::NoteRole Role = rules::NoteRole::Before;
};

/// A finding that needs no module to be understood: what crosses processes and
/// what every output format prints.
struct Report {
  std::string Rule;
  solve::Confidence Level = solve::Confidence::Likely;
  Place Where;
  std::string Message;
  std::vector<Remark> Notes;
  // As in rules::Finding.
  std::string Container;
  std::string ContainerType;
  Place Declared;
  std::string Operation;
  std::string Handle;
  std::string Function;    ///< Its name.
  std::string FunctionUsr; ///< As Function::Usr; empty: unknown.
  bool IsByCaller = false;
  rules::Scene<Place> Facts;

  std::string Fingerprint;     ///< Sixteen hexadecimal digits, see Identity.h; given by Collection.
  std::vector<fix::Fix> Fixes; ///< The best one first; filled when somebody asks for them.
};

/// What else to do about a finding that is no edit of its unit's.
struct Advice {
  std::string Text;
  rules::NoteRole Role = rules::NoteRole::Remedy;
};

/// The fixes that a unit has for a finding.
struct Proposal {
  size_t Finding = 0; ///< Its number in a list that both sides know.
  std::vector<fix::Fix> Fixes;
  std::vector<Advice> Others;
};

/// A function that could not be analyzed.
struct Loss {
  Place Where;
  std::string Function;
  std::string Reason;
};

/// What became of a unit.
struct Outcome {
  enum class Status : uint8_t {
    Analyzed,
    Failed, ///< Did not parse, crashed or ran out of its limits; Reports are what was found anyway.
    Skipped, ///< Was never tried.
  };
  Status S = Status::Skipped;
  std::string Reason;               ///< Of Failed: the first error. Of Skipped: why.
  std::vector<std::string> Notices; ///< For --verbose.
  std::string Sharing;              ///< For --verbose, of this run: as Read::Sharing.
  std::vector<Report> Reports;
  /// What is to be linked, as ir::writeBinary writes it; empty: nothing. Files below the unit's
  /// root (cache/Root.h) have names relative to it.
  std::string Program;
  std::vector<std::string> Files; ///< Those of Program, named as there.

  bool IsRecalled = false;   ///< From the cache.
  std::string CacheKey;      ///< Its entry there; empty: none.
  std::string ProgramDigest; ///< What Program is known by; empty: there is none.
  std::string CacheError;    ///< Why it could not be kept there; empty: nothing went wrong.
};

/// What linking and solving units gives. Everything that was found: settings choose later.
struct SolvedProgram {
  std::vector<Report> Reports;
  std::vector<std::string> Notices; ///< For --verbose.
  std::vector<std::string> Sources; ///< Whose functions are in it.
  size_t Functions = 0;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_UNIT_H
