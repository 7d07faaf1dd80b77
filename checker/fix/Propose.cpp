//===- Propose.cpp - which fixes there are for a finding ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "fix/Propose.h"
#include "fix/Fixer.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::fix {

static constexpr std::optional<Fix> (*Fixers[])(const Site &S) = {
#define FIX(Id, Kind) propose##Id,
#include "fix/Fixes.def"
};

static std::vector<Fix> proposeAt(const Site &S) {
  std::vector<Fix> Result;
  for (auto *Propose : Fixers)
    if (std::optional<Fix> F = Propose(S)) {
      // What is not sure to be a defect is not edited unseen.
      if (!S.P.IsSure)
        F->Trust = Safety::Suggestion;
      Result.push_back(std::move(*F));
    }
  return Result;
}

std::vector<Fix> commonFixes(std::vector<Fix> A, llvm::ArrayRef<Fix> B) {
  llvm::erase_if(A, [&](const Fix &F) {
    return llvm::none_of(B, [&](const Fix &G) { return F.Kind == G.Kind && F.Edits == G.Edits; });
  });
  return A;
}

std::optional<std::vector<Fix>> proposeFixes(clang::ASTContext &Context, const Problem &P,
                                             const models::Library &Models) {
  std::optional<std::vector<Fix>> Result;
  for (const Site &S : sitesOf(Context, P, Models)) {
    std::vector<Fix> Here = proposeAt(S);
    Result = Result ? commonFixes(std::move(*Result), Here) : std::move(Here);
  }
  return Result;
}

std::string adviseOn(clang::ASTContext &Context, const Problem &P, const models::Library &Models) {
  for (const Site &S : sitesOf(Context, P, Models))
    if (std::string Code = codeWithHoles(S); !Code.empty())
      return "or leave holes where elements are removed meanwhile, with a counter 'walks' that is "
             "0 at first:" +
             Code;
  return "";
}

} // namespace holdfast::fix
