//===- Inputs.cpp - what a unit depends on --------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/cache/Inputs.h"

namespace holdfast::tool {

std::optional<Digest> answersTo(llvm::ArrayRef<Input> Inputs, FileStates &Now, const Root &R) {
  Hasher H;
  std::map<llvm::sys::fs::UniqueID, uint64_t> NumberOf;
  for (const Input &I : Inputs) {
    std::optional<FileState> S = I.K == Input::Kind::Listing ? Now.listing(I.Name) : Now.of(I.Name);
    if (!S)
      return std::nullopt;
    H.add(R.portable(I.Name)).add(static_cast<char>(I.K));
    H.update(bytesOf(S->What));
    // Which names are of one file, without saying which file.
    if (S->IsFile)
      H.add(NumberOf.try_emplace(S->Id, NumberOf.size()).first->second);
  }
  return H.final();
}

std::string encodeInputs(llvm::ArrayRef<Input> Inputs, const Root &R) {
  std::string Text;
  for (const Input &I : Inputs) {
    Text += static_cast<char>(I.K);
    Text += R.portable(I.Name);
    Text += '\0';
  }
  return Text;
}

std::vector<Input> decodeInputs(llvm::StringRef Text, const Root &R) {
  std::vector<Input> Result;
  while (!Text.empty()) {
    auto [One, Rest] = Text.split('\0');
    Text = Rest;
    if (!One.empty())
      Result.push_back({R.absolute(One.drop_front()), static_cast<Input::Kind>(One.front())});
  }
  return Result;
}

} // namespace holdfast::tool
