//===- main.cpp - values of the configuration are bound again ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: hyprwm/Hyprland
// Fix: 4d26628276de "config: fix duplicate config value crash (#15708)" (2026)
// Class: callee
// All values that are bound to an option register themselves. When the configuration is read again each of the registry
// is bound again, which put it into the registry a second time while that was walked.

#include "ConfigManager.hpp"
#include "ConfigValue.hpp"

int main() {
  CConfigManager::get().setInt("general:border_size", 2);
  CConfigManager::get().setInt("general:gaps_in", 5);

  CConfigValue borderSize("general:border_size"), gapsIn;
  gapsIn.bind("general:gaps_in");

  CConfigManager::get().reset();
  CConfigManager::get().setInt("general:border_size", 3);
  CConfigManager::get().setInt("general:gaps_in", 6);
  CConfigValueBase::flushCaches();
  return *borderSize + *gapsIn == 9 ? 0 : 1;
}
