//===- WindowManager.h - opens and closes windows ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "Window.h"

namespace OpenRCT2::Ui
{
    class WindowManager
    {
    public:
        WindowBase* create(std::unique_ptr<WindowBase>&& wp);
        void close(WindowBase& w);
        void flushDead();
    };

    WindowManager& GetWindowManager();
}
