//===- ScContext.h - what scripts see ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "ScriptEngine.h"

namespace OpenRCT2::Scripting
{
    class ScContext
    {
        ScriptEngine& _scriptEngine;
        std::shared_ptr<Plugin> _plugin;

    public:
        ScContext(ScriptEngine& scriptEngine, const std::shared_ptr<Plugin>& plugin)
            : _scriptEngine(scriptEngine), _plugin(plugin)
        {
        }

        IntervalHandle setInterval(ScriptFunction callback, uint32_t delay)
        {
            return _scriptEngine.AddInterval(_plugin, delay, true, std::move(callback));
        }

        void clearInterval(IntervalHandle handle)
        {
            _scriptEngine.RemoveInterval(_plugin, handle);
        }
    };
}
