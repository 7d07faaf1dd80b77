//===- Window.h - windows of the game ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <functional>
#include <memory>
#include <vector>

namespace OpenRCT2
{
    struct WindowBase
    {
        int number = 0;
        bool dead = false;

        virtual ~WindowBase() = default;
        virtual void onUpdate() {}
        virtual void onResize() {}
    };

    extern std::vector<std::unique_ptr<WindowBase>> gWindowList;

    void WindowVisitEach(std::function<void(WindowBase*)> func);
    void WindowUpdateAll();
    void WindowResizeAll();
}
