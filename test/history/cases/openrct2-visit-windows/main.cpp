//===- main.cpp - some ticks of the game ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: OpenRCT2/OpenRCT2
// Fix: 4764cc5769f2 "Use primitive for loop for window iterations, iterators can invalidate" (2025)
// Class: callback
// All windows are visited by a function that gets a std::function; what it calls in a window may open another
// one, which is inserted into the global list.

#include "News.h"
#include "WindowManager.h"

using namespace OpenRCT2;

int main()
{
    Ui::Windows::NewsOpen();
    Ui::Windows::NewsOpen();
    WindowResizeAll();
    for (int tick = 0; tick < 5; tick++)
    {
        WindowUpdateAll();
        Ui::GetWindowManager().flushDead();
    }
    return gWindowList.size() == 2 ? 0 : 1;
}
