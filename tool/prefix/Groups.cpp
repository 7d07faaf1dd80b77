//===- Groups.cpp - units that one command could compile ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/prefix/Groups.h"
#include "tool/Settings.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include <map>

namespace holdfast::tool {

/// A prefix for two is a parse of the prefix and two of the rest: nothing is gained.
static constexpr size_t Smallest = 3;

/// Arguments that say nothing about what is compiled: those for dependency files.
static bool isForDependencies(llvm::StringRef Argument) {
  return llvm::is_contained({"-MD", "-MMD", "-MP", "-M", "-MM", "-MG"}, Argument);
}

static std::string keyOf(const Unit &U) {
  std::string Key = U.Directory + '\0' + llvm::sys::path::extension(U.File).str();
  bool IsValue = false;
  for (llvm::StringRef A : U.Arguments) {
    if (IsValue)
      IsValue = false;
    else if (A == "-MT" || A == "-MF" || A == "-MQ")
      IsValue = true;
    else if (!isForDependencies(A))
      Key += '\0' + A.str();
  }
  return Key;
}

std::vector<std::vector<size_t>> groupsOf(llvm::ArrayRef<Unit> Units,
                                          llvm::ArrayRef<size_t> Numbers) {
  std::map<std::string, std::vector<size_t>> ByKey;
  for (size_t Number : Numbers)
    if (!Units[Number].Config->SystemHeaders)
      ByKey[keyOf(Units[Number])].push_back(Number);
  std::vector<std::vector<size_t>> Result;
  for (auto &[Key, Group] : ByKey)
    if (Group.size() >= Smallest)
      Result.push_back(std::move(Group));
  llvm::sort(Result, [](const auto &A, const auto &B) {
    return A.size() != B.size() ? A.size() > B.size() : A.front() < B.front();
  });
  return Result;
}

} // namespace holdfast::tool
