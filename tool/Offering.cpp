//===- Offering.cpp - other types for the containers of findings ----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Offering.h"
#include "tool/Migration.h"
#include "tool/Settings.h"
#include "llvm/Support/MemoryBuffer.h"

namespace holdfast::tool {

void Offering::ask(clang::ASTContext &Context, llvm::ArrayRef<Report> Findings,
                   llvm::ArrayRef<size_t> Asked) {
  Found.clear();
  migrate::Offers Offers(Context, *U.Config->Models);
  for (size_t I : Asked) {
    const Place &P = Findings[I].Declared;
    if (auto O = Offers.of({P.File, P.Line, P.Column}, {P.File, P.EndLine, P.EndColumn},
                           Findings[I].ContainerType))
      Found.emplace(I, std::move(*O));
  }
}

/// Whether U compiles with Edits, which are all in its own file.
static bool compiles(const Unit &U, llvm::ArrayRef<fix::Edit> Edits) {
  const std::string &File = Edits.front().File;
  auto Buffer = llvm::MemoryBuffer::getFile(File);
  if (!Buffer)
    return false;
  // By the name that the unit has for it.
  return newErrors(U, filesWith({{File, fix::edited((*Buffer)->getBuffer(), Edits)}})).empty();
}

void Offering::addTo(std::vector<Proposal> &All) const {
  std::map<std::vector<fix::Edit>, bool> Tried;
  for (const auto &[I, O] : Found) {
    auto P =
        llvm::find_if(All, [&, Finding = I](const Proposal &P) { return P.Finding == Finding; });
    if (P == All.end())
      P = All.insert(P, {I, {}, {}});
    bool IsFix = false;
    if (!O.Edits.empty()) {
      auto [It, IsNew] = Tried.try_emplace(O.Edits);
      if (IsNew)
        It->second = compiles(U, O.Edits);
      IsFix = It->second;
    }
    if (IsFix)
      P->Fixes.push_back(O.fix());
    else
      P->Others.push_back({O.advice(), rules::NoteRole::Migration});
  }
}

} // namespace holdfast::tool
