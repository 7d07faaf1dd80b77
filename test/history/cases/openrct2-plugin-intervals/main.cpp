//===- main.cpp - a script that counts to three -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: OpenRCT2/OpenRCT2
// Fix: 84213efde2e8 "Fix using iterators that are deleted by the plugin" (2024)
// Class: kept reference
// The engine keeps a reference to an interval while it calls the interval's script function; clearInterval() in
// that function erases the interval from the map, and then its time is written.

#include "ScContext.h"

using namespace OpenRCT2::Scripting;

int main()
{
    ScriptEngine engine;
    ScContext context(engine, std::make_shared<Plugin>("countdown"));
    int count = 0;
    IntervalHandle handle = 0;
    handle = context.setInterval([&] {
        if (++count == 3)
            context.clearInterval(handle);
    }, 10);
    for (uint32_t timestamp = 0; timestamp < 100; timestamp += 10)
        engine.UpdateIntervals(timestamp);
    return count == 3 ? 0 : 1;
}
