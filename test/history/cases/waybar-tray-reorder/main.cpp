//===- main.cpp - an item is ignored late -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: Alexays/Waybar
// Fix: 66139e4440b6 "fix(tray): stop reorderItems from re-adding items (iterator UAF + double add)" (2026)
// Class: callback
// To reorder the tray, the host calls its add function for each of its items; the tray's function checks the
// list of ignored items, and that erases from the vector of items.

#include "tray.hpp"

int main() {
  waybar::modules::SNI::Tray tray({"update-notifier"});
  auto& host = tray.host();
  waybar::modules::SNI::Item* late = nullptr;
  for (int order = 3; order > 0; --order) {
    auto& item = host.addRegisteredItem("org.kde.StatusNotifierItem-" + std::to_string(order), order);
    host.itemReady(item);
    if (order == 2) {
      late = &item;
    }
  }
  late->title = "update-notifier";
  host.reorderItems();
  return tray.size() > 0 ? 0 : 1;
}
