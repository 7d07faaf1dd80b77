//===- main.cpp - a toolbar that follows its screen -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: fluxbox/fluxbox
// Fix: 769130f51a8f "bugfix: do not use invalid iterators while looping thru a container which gets destroyed" (2010)
// Class: callee
// A tracker that dies leaves all signals that it has joined: it walks its connections and gives its iterator to
// leave(), which erases that connection.

#include "Screen.hh"
#include "Toolbar.hh"

int main() {
    BScreen screen;
    {
        Toolbar toolbar(screen);
        screen.currentWorkspaceSig().emit(2);
        screen.workspaceCountSig().emit(4);
    }
    screen.focusedWindowSig().emit(1);
    return screen.focusedWindowSig().slots() == 0 ? 0 : 1;
}
