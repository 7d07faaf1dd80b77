//===- Corpus.h - the tests of the analysis, ready to run -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// run.py lowers every C++ test once and writes down what its comments expect.
// What remains of a test is solving and comparing, which takes milliseconds: a
// test *fails* here exactly when test/check_findings.py would say so.
//
// The tests of the solver in text form have FileCheck lines instead. Here they
// only tell that their output is another one; run.py asks FileCheck.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_MUTANTS_CORPUS_H
#define HOLDFAST_TEST_MUTANTS_CORPUS_H

#include "ir/Program.h"
#include "models/Model.h"
#include "solve/Solver.h"
#include "llvm/Support/Error.h"

namespace holdfast::mutants {

/// A comment of a test: `// finding: RULE LEVEL "TEXT"`.
struct Mark {
  enum class Kind : uint8_t { Finding, Note, KnownMiss, KnownFalseAlarm };
  Kind K = Kind::Finding;
  std::string File;
  unsigned Line = 0;
  std::string Rule;  ///< Without holdfast-; empty for notes.
  std::string Level; ///< Empty: any.
  std::string Text;  ///< Part of the message; empty: any.
};

/// A test: a program, and what is expected of it.
struct Test {
  std::string Name; ///< The source file.
  ir::Module Program;
  std::vector<Mark> Marks;
  bool HasMarks = true; ///< False: a test with FileCheck lines.
  solve::SolverOptions Options;
  std::string Printed; ///< Without marks: the violations of the unchanged analysis.

  /// Whether the findings are those that the comments expect.
  bool passes(const models::Library &Lib) const;
  /// All that hfx-solve shows of the violations, and more.
  std::string print(const models::Library &Lib) const;
};

/// Reads the list that run.py writes.
llvm::Expected<std::vector<Test>> readCorpus(llvm::StringRef Path);

} // namespace holdfast::mutants

#endif // HOLDFAST_TEST_MUTANTS_CORPUS_H
