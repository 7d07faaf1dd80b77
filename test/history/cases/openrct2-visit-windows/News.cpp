//===- News.cpp - a window that opens another -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "News.h"

#include "WindowManager.h"

namespace OpenRCT2::Ui::Windows
{
    class ErrorWindow final : public WindowBase
    {
        int _staleCount = 0;

    public:
        void onUpdate() override
        {
            if (++_staleCount >= 3)
                GetWindowManager().close(*this);
        }
    };

    class NewsWindow final : public WindowBase
    {
        bool _shown = false;

    public:
        void onUpdate() override
        {
            if (_shown)
                return;
            _shown = true;
            GetWindowManager().create(std::make_unique<ErrorWindow>());
        }
    };

    WindowBase* NewsOpen()
    {
        return GetWindowManager().create(std::make_unique<NewsWindow>());
    }
}
