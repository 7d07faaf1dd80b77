//===- ScriptEngine.cpp - runs scripts --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ScriptEngine.h"

namespace OpenRCT2::Scripting
{
    IntervalHandle ScriptEngine::AddInterval(
        const std::shared_ptr<Plugin>& plugin, uint32_t delay, bool repeat, ScriptFunction&& callback)
    {
        auto handle = _nextIntervalHandle++;
        auto& interval = _intervals[handle];
        interval.Owner = plugin;
        interval.Delay = delay;
        interval.LastTimestamp = _lastIntervalTimestamp;
        interval.Callback = std::move(callback);
        interval.Repeat = repeat;
        return handle;
    }

    void ScriptEngine::RemoveInterval(const std::shared_ptr<Plugin>& plugin, IntervalHandle handle)
    {
        auto it = _intervals.find(handle);
        if (it == _intervals.end())
            return;

        auto& interval = it->second;
        if (plugin == nullptr || interval.Owner == plugin)
        {
#ifdef FIXED
            interval.Deleted = true;
#else
            _intervals.erase(it);
#endif
        }
    }

    void ScriptEngine::UpdateIntervals(uint32_t timestamp)
    {
        _lastIntervalTimestamp = timestamp;

#ifdef FIXED
        for (auto it = _intervals.begin(); it != _intervals.end();)
        {
            if (it->second.Deleted)
                it = _intervals.erase(it);
            else
                it++;
        }

        for (auto it = _intervals.begin(); it != _intervals.end(); it++)
        {
            auto& interval = it->second;
            if (timestamp < interval.LastTimestamp + interval.Delay)
                continue;

            ExecutePluginCall(interval.Owner, interval.Callback);
            interval.LastTimestamp = timestamp;
            if (!interval.Repeat)
                interval.Deleted = true;
        }
#else
        for (auto it = _intervals.begin(), itNext = it; it != _intervals.end(); it = itNext)
        {
            itNext++;

            auto& interval = it->second;
            if (timestamp >= interval.LastTimestamp + interval.Delay)
            {
                ExecutePluginCall(interval.Owner, interval.Callback); // finding: mutate-while-iterating

                interval.LastTimestamp = timestamp;
                if (!interval.Repeat)
                    _intervals.erase(it);
            }
        }
#endif
    }

    void ScriptEngine::ExecutePluginCall(const std::shared_ptr<Plugin>& plugin, const ScriptFunction& func)
    {
        // The script's stack keeps the function and its plugin alive.
        auto pushed = func;
        _executing = plugin;
        pushed();
        _executing = nullptr;
    }
}
