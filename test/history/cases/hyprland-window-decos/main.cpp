//===- main.cpp - a group bar removes itself --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: hyprwm/Hyprland
// Fix: 0c28d4e33453 "window: prevent vector modification segfault while iterating" (2024)
// Class: virtual
// The window tells each decoration to update itself; the group bar of a window that is in no group any more removes
// itself from the window instead, and removal updates the decorations of the window, too.

#include "CHyprBorderDecoration.hpp"
#include "CHyprGroupBarDecoration.hpp"
#include "Window.hpp"

int main() {
  CWindow window, other;
  window.m_bIsMapped               = true;
  window.m_sGroupData.pNextWindow  = &other;
  other.m_sGroupData.pNextWindow   = &window;

  window.addWindowDeco(std::make_unique<CHyprGroupBarDecoration>(&window));
  window.addWindowDeco(std::make_unique<CHyprBorderDecoration>(&window));

  window.m_sGroupData.pNextWindow = nullptr;
  window.updateWindowDecos();
  return window.m_dWindowDecorations.size() == 1 ? 0 : 1;
}
