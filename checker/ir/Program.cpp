//===- Program.cpp - string and file tables of a module -------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ir/Program.h"

namespace holdfast::ir {

Symbol Module::intern(llvm::StringRef Text) {
  auto [It, Inserted] = Index.try_emplace(Text, static_cast<Symbol>(Strings.size()));
  if (Inserted)
    Strings.push_back(Text.str());
  return It->second;
}

Symbol Module::lookup(llvm::StringRef Text) const {
  auto It = Index.find(Text);
  return It == Index.end() ? 0 : It->second;
}

uint32_t Module::addFile(llvm::StringRef Name) {
  auto [It, Inserted] = FileIndex.try_emplace(Name, static_cast<uint32_t>(Files.size()));
  if (Inserted)
    Files.push_back(Name.str());
  return It->second;
}

} // namespace holdfast::ir
