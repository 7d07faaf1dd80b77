//===- RulePage.cpp - the documentation of a rule, offline ----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/output/RulePage.h"
#include "tool/Embedded.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

namespace holdfast::tool {
namespace {

/// `[models.md](../models.md#signals)` leads nowhere outside of docs/.
std::string withoutRelativeLinks(llvm::StringRef Text) {
  std::string Result;
  llvm::Regex Link("\\[([^]\n]*)\\]\\((\\.\\.?/|[a-z-]+\\.md)[^)]*\\)");
  llvm::SmallVector<llvm::StringRef, 3> Parts;
  while (Link.match(Text, &Parts)) {
    Result += Text.take_front(Parts[0].data() - Text.data());
    Result += Parts[1];
    Text = Text.drop_front(Parts[0].end() - Text.data());
  }
  return Result + Text.str();
}

std::string firstParagraphOf(llvm::StringRef Section, llvm::StringRef Page) {
  llvm::StringRef Rest = Page.split(("## " + Section + "\n").str()).second.ltrim();
  std::string Result = Rest.split("\n\n").first.str();
  std::replace(Result.begin(), Result.end(), '\n', ' ');
  return Result;
}

} // namespace

RulePage pageOf(llvm::StringRef Rule) {
  Rule.consume_front("holdfast-");
  llvm::StringRef Text = embeddedFile((Rule + ".md").str());
  return {withoutRelativeLinks(Text), firstParagraphOf("What", Text)};
}

} // namespace holdfast::tool
