//===- Plugin.h - a script and its intervals --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace OpenRCT2::Scripting
{
    class Plugin
    {
        std::string _name;

    public:
        explicit Plugin(const std::string& name) : _name(name) {}
        const std::string& GetName() const { return _name; }
    };

    // Stands for a function of the script (DukValue).
    using ScriptFunction = std::function<void()>;
    using IntervalHandle = uint32_t;

    struct ScriptInterval
    {
        std::shared_ptr<Plugin> Owner;
        uint32_t Delay{};
        int64_t LastTimestamp{};
        ScriptFunction Callback;
        bool Repeat{};
#ifdef FIXED
        bool Deleted{};
#endif
    };
}
