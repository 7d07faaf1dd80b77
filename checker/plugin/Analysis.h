//===- Analysis.h - one analysis for all checks of a unit -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_PLUGIN_ANALYSIS_H
#define HOLDFAST_PLUGIN_ANALYSIS_H

#include "fix/Together.h"
#include "migrate/Offers.h"
#include "plugin/Summaries.h"
#include "rules/Finding.h"
#include <map>
#include <memory>

namespace clang {
class ASTContext;
}

namespace holdfast::plugin {

/// The options that decide what is analyzed; checks that agree on them share the work.
struct Settings {
  bool SystemHeaders = false;
  std::string ConfigFile; ///< Empty: the nearest .holdfast.yaml above the main file.
  std::string Summaries;  ///< Effect programs of the code around, separated by ';'.

  friend bool operator<(const Settings &A, const Settings &B) {
    return std::tie(A.SystemHeaders, A.ConfigFile, A.Summaries) <
           std::tie(B.SystemHeaders, B.ConfigFile, B.Summaries);
  }
};

/// What one analysis of a translation unit gave.
struct Result {
  std::vector<std::string> Files; ///< What Location::File indexes.
  std::vector<rules::Finding> Findings;
  std::optional<models::Library> Models; ///< That they were found with; unset: see Errors.
  std::optional<migrate::Offers> Offers; ///< Made when the first finding is shown.
  std::set<std::string> Advised;         ///< What was said once, which is enough.
  fix::Together Made;                    ///< Fixes that findings were given.
  /// Why the configuration file (then there are no findings) or a summary could not be used.
  std::vector<std::string> Errors;
};

/// Lowers, solves and reports a translation unit once, whatever the number of
/// checks that ask. Owned by the check factories, one per clang-tidy run; as
/// everything in clang-tidy, for one thread.
class Analysis {
public:
  /// To be called before the first result() of another translation unit.
  void startTranslationUnit() { Results.clear(); }

  /// The result for the translation unit of Context, valid until the next one starts.
  Result &result(clang::ASTContext &Context, const Settings &S);

private:
  std::map<Settings, Result> Results;
  Summaries Known; ///< For all translation units.
};

} // namespace holdfast::plugin

#endif // HOLDFAST_PLUGIN_ANALYSIS_H
