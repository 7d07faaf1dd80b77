//===- GitLab.cpp - a GitLab Code Quality report --------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// https://docs.gitlab.com/ci/testing/code_quality: a list of issues. GitLab shows one of several
// with the same fingerprint, and compares fingerprints to tell what a merge request adds.
//
//===----------------------------------------------------------------------===//
#include "tool/Paths.h"
#include "tool/output/Output.h"
#include "llvm/Support/JSON.h"

namespace holdfast::tool {
namespace {

llvm::StringRef severityOf(solve::Confidence Level) {
  switch (Level) {
  case solve::Confidence::Certain:
    return "critical";
  case solve::Confidence::Likely:
    return "major";
  case solve::Confidence::Possible:
    return "minor";
  }
  llvm_unreachable("every level is handled");
}

} // namespace

void writeGitLab(const RunReport &R, llvm::raw_ostream &OS) {
  llvm::json::OStream J(OS, /*IndentSize=*/2);
  J.array([&] {
    for (const Report &F : R.Findings)
      J.object([&] {
        J.attribute("description", F.Message);
        J.attribute("check_name", F.Rule);
        J.attribute("fingerprint", F.Fingerprint);
        J.attribute("severity", severityOf(F.Level));
        J.attributeObject("location", [&] {
          J.attribute("path", shownPath(F.Where.File));
          J.attributeObject("lines", [&] { J.attribute("begin", F.Where.Line); });
        });
      });
  });
  OS << '\n';
}

} // namespace holdfast::tool
