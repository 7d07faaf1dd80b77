//===- WindowManager.cpp - opens and closes windows -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WindowManager.h"

#include <algorithm>

namespace OpenRCT2::Ui
{
    WindowBase* WindowManager::create(std::unique_ptr<WindowBase>&& wp)
    {
        auto itDestPos = std::find_if(gWindowList.begin(), gWindowList.end(), [](auto& w) { return w->dead; });
        auto itNew = gWindowList.insert(itDestPos, std::move(wp));
        return itNew->get();
    }

    void WindowManager::close(WindowBase& w)
    {
        w.dead = true;
    }

    void WindowManager::flushDead()
    {
        gWindowList.erase(
            std::remove_if(gWindowList.begin(), gWindowList.end(), [](auto& w) { return w->dead; }), gWindowList.end());
    }

    WindowManager& GetWindowManager()
    {
        static WindowManager windowManager;
        return windowManager;
    }
}
