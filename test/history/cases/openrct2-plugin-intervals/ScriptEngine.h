//===- ScriptEngine.h - runs scripts ----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "Plugin.h"

namespace OpenRCT2::Scripting
{
    class ScriptEngine
    {
    private:
        std::map<IntervalHandle, ScriptInterval> _intervals;
        IntervalHandle _nextIntervalHandle = 1;
        uint32_t _lastIntervalTimestamp{};
        std::shared_ptr<Plugin> _executing;

    public:
        IntervalHandle AddInterval(
            const std::shared_ptr<Plugin>& plugin, uint32_t delay, bool repeat, ScriptFunction&& callback);
        void RemoveInterval(const std::shared_ptr<Plugin>& plugin, IntervalHandle handle);
        void UpdateIntervals(uint32_t timestamp);

    private:
        void ExecutePluginCall(const std::shared_ptr<Plugin>& plugin, const ScriptFunction& func);
    };
}
