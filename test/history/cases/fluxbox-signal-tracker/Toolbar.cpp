//===- Toolbar.cpp - shows what happens on a screen -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Toolbar.hh"
#include "Screen.hh"

Toolbar::Toolbar(BScreen& screen): m_value(0) {
    m_signal_tracker.join(screen.currentWorkspaceSig(), [this](int value) { update(value); });
    m_signal_tracker.join(screen.workspaceCountSig(), [this](int value) { update(value); });
    m_signal_tracker.join(screen.focusedWindowSig(), [this](int value) { update(value); });
}

void Toolbar::update(int value) {
    m_value = value;
}
