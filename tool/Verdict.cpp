//===- Verdict.cpp - is the code good enough ------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Verdict.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include <cmath>

namespace holdfast::tool {

double coverageOf(const Summary &S) {
  auto Percent = [](size_t Done, size_t All) { return All ? 100.0 * Done / All : 0.0; };
  double Units = Percent(S.Analyzed, S.Analyzed + S.Failed + S.Missing);
  return S.Lost ? std::min(Units, Percent(S.Functions - S.Lost, S.Functions)) : Units;
}

std::string percent(double Value) {
  // Cut off, not rounded: 99.96 % must not read as the 100 % that are required.
  std::string Text = llvm::formatv("{0:f2}", std::floor(Value * 100) / 100);
  llvm::StringRef Short = llvm::StringRef(Text).rtrim('0').rtrim('.');
  return Short.str() + "%";
}

Verdict judge(const Summary &S, llvm::ArrayRef<Report> New, const GateOptions &Gate) {
  if (S.Interrupted)
    return {130, "interrupted"};
  if (S.WrongConfiguration)
    return {2, "wrong configuration"};
  double Coverage = coverageOf(S), Required = Gate.RequiredCoverage.value_or(100);
  if (!S.Analyzed)
    return {3, "incomplete: no translation unit was analyzed"};
  if (Coverage < Required)
    return {3, "incomplete: " + percent(Coverage) + " was analyzed, " + percent(Required) +
                   " is required (--require-coverage)"};
  size_t Counted = llvm::count_if(New, [&](const Report &R) {
    return R.Level >= Gate.FailOn.value_or(solve::Confidence::Possible);
  });
  unsigned Allowed = Gate.MaxFindings.value_or(0);
  if (Counted > Allowed)
    return {1, llvm::formatv("failed: {0}{1}, at most {2} {3} allowed", counted(Counted, "finding"),
                             S.KnownIn.empty() ? "" : " that " + S.KnownIn + " does not have",
                             Allowed, Allowed == 1 ? "is" : "are")};
  return {0, "passed: " + counted(Counted, "finding") + ", " + percent(Coverage) + " analyzed"};
}

} // namespace holdfast::tool
