//===- FileSettings.cpp - what holds for each file of a program -----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/FileSettings.h"

namespace holdfast::tool {

FileSettings::FileSettings(Configuration &Config, llvm::ArrayRef<Unit> Units)
    : Config(Config), Elsewhere(&Config.unconfigured()) {
  const Unit *First = nullptr;
  for (const Unit &U : Units) {
    if (!U.Config)
      continue;
    Known.try_emplace(U.File, U.Config);
    if (!First || U.File < First->File)
      First = &U;
  }
  if (First)
    Elsewhere = First->Config;
}

const Settings &FileSettings::of(llvm::StringRef File) {
  auto [It, New] = Known.try_emplace(File, Elsewhere);
  if (!New)
    return *It->second;
  llvm::Expected<const Settings *> Own = Config.settingsFor(File);
  if (!Own)
    llvm::consumeError(Own.takeError()); // Shown once for all, see Configuration::errors.
  else if (*Own != &Config.unconfigured())
    It->second = *Own;
  return *It->second;
}

} // namespace holdfast::tool
