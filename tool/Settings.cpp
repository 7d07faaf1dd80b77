//===- Settings.cpp - what holds for one source file ----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Settings.h"
#include "tool/Paths.h"

namespace holdfast::tool {

const Settings::Level &Settings::minimumFor(llvm::StringRef Rule) const {
  const Level *Result = &Minimum;
  for (const auto &[Pattern, L] : MinimumOf)
    if (matchesGlob(Pattern, Rule))
      Result = &L;
  return *Result;
}

bool Settings::isBelow(llvm::StringRef File, const std::vector<std::string> &Globs) const {
  if (Globs.empty())
    return false;
  if (isWithin(File, Directory) && File != Directory)
    File = File.drop_front(Directory.size()).ltrim('/');
  return matchesUpward(Globs, File);
}

} // namespace holdfast::tool
