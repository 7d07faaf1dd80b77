//===- Screen.hh - what happens on a screen ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SCREEN_HH
#define SCREEN_HH

#include "Signal.hh"

class BScreen {
public:
    FbTk::Signal& currentWorkspaceSig() { return m_currentworkspace_sig; }
    FbTk::Signal& workspaceCountSig() { return m_workspacecount_sig; }
    FbTk::Signal& focusedWindowSig() { return m_focusedwindow_sig; }

private:
    FbTk::Signal m_currentworkspace_sig, m_workspacecount_sig, m_focusedwindow_sig;
};

#endif
