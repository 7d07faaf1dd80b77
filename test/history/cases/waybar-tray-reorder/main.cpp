//===- main.cpp - icons in the wanted order ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: Alexays/Waybar
// Fix: 66139e4440b6 "fix(tray): stop reorderItems from re-adding items (iterator UAF + double add)" (2026)
// Class: callback
// The host hands all its items to the callback that it was given for new ones. The tray, which gave it, asks the
// host to drop ignored items each time one is added.

#include "tray.hpp"

int main() {
  waybar::modules::SNI::Tray tray({"spam"}, {{"clock", 2}, {"spam", 1}, {"mail", 0}});
  tray.host().addRegisteredItem("clock");
  tray.host().addRegisteredItem("mail");
  tray.host().addRegisteredItem("pas");
  tray.host().itemReady("clock");
  tray.host().itemReady("mail");
  tray.host().rename("pas", "spam");
  tray.host().reorderItems();
  return tray.shown() == 2 ? 0 : 1;
}
