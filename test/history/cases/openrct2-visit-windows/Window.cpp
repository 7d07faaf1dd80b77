//===- Window.cpp - windows of the game -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Window.h"

namespace OpenRCT2
{
    std::vector<std::unique_ptr<WindowBase>> gWindowList;

    void WindowVisitEach(std::function<void(WindowBase*)> func)
    {
#ifdef FIXED
        for (size_t i = 0; i < gWindowList.size(); i++)
        {
            auto& w = gWindowList[i];
            if (w->dead)
                continue;
            func(w.get());
        }
#else
        for (auto& w : gWindowList)
        {
            if (w->dead)
                continue;
            func(w.get());
        }
#endif
    }

    void WindowUpdateAll()
    {
#ifdef FIXED
        WindowVisitEach([&](WindowBase* w) { w->onUpdate(); });
#else
        WindowVisitEach([&](WindowBase* w) { w->onUpdate(); }); // finding: mutate-while-iterating
#endif
    }

    void WindowResizeAll()
    {
        WindowVisitEach([](WindowBase* w) { w->onResize(); });
    }
}
