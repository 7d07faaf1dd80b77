//===- Repairs.h - flags that clang refuses ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_REPAIRS_H
#define HOLDFAST_TOOL_REPAIRS_H

#include "tool/Unit.h"
#include "clang/Basic/Diagnostic.h"
#include "llvm/ADT/ArrayRef.h"
#include <optional>
#include <string>
#include <vector>

namespace holdfast::tool {

/// An error clang reported.
struct ParseError {
  unsigned Id = 0; ///< clang::diag; 0: our own.
  std::string Message;
  std::string Position; ///< "a.cpp:3:7"; empty for errors about flags.
  bool Fatal = false;
  std::vector<Place> Places = {}; ///< Where it is, and where the notes are that lead there.

  std::string text() const; ///< As clang prints it, our own without severity.
};

/// Keeps the first errors in sources, and all about flags.
class ErrorCollector : public clang::DiagnosticConsumer {
public:
  /// Directory: what relative file names are relative to.
  /// WithWarnings: they are errors, too.
  explicit ErrorCollector(llvm::StringRef Directory, bool WithWarnings = false)
      : Directory(Directory),
        Least(WithWarnings ? clang::DiagnosticsEngine::Warning : clang::DiagnosticsEngine::Error) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;

  const std::vector<ParseError> &errors() const { return Errors; }
  void reset();

private:
  static constexpr size_t Kept = 64;
  std::optional<Place> placeOf(const clang::Diagnostic &Info) const;

  llvm::StringRef Directory;
  clang::DiagnosticsEngine::Level Least;
  bool IsKept = false; ///< Of the error that notes belong to.
  std::vector<ParseError> Errors;
};

/// Edits Arguments (compiler first) so that the errors about flags go away, and says in Notices
/// what it did. There is no list of GCC's flags: the driver names the ones it does not
/// know, in its own diagnostics.
///
///   unknown argument: '-fconserve-stack'           dropped
///   unsupported argument 'x' to option '-mfoo='    -mfoo=x dropped
///   no such file or directory: 'x'                 -fsanitize-ignorelist=x dropped
///   invalid value 'c++42' in '-std=c++42'          the newest standard clang knows
///   unknown target CPU 'x'                         -march=, -mcpu=, -mtune= dropped
///   'pch.h' file not found (from -include)         the -include dropped: only pch.h.gch exists
///   'vector' file not found, under -nostdinc++     -nostdinc++ dropped
///
/// True when something was edited, so that another try makes sense.
bool repairFlags(std::vector<std::string> &Arguments, llvm::ArrayRef<ParseError> Errors,
                 std::vector<std::string> &Notices);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_REPAIRS_H
