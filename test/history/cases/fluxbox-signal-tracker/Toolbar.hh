//===- Toolbar.hh - shows what happens on a screen --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef TOOLBAR_HH
#define TOOLBAR_HH

#include "Signal.hh"

class BScreen;

class Toolbar {
public:
    explicit Toolbar(BScreen& screen);

private:
    void update(int value);

    int m_value;
    FbTk::SignalTracker m_signal_tracker;
};

#endif
