//===- main.cpp - a game asks for functions by number -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: jp7677/dxvk-nvapi
// Fix: c4f243d81884 "nvapi: Guard interface registry lookups with a mutex" (2025)
// Class: thread
// The one function that the library exports finds all others by their number. What it found, or did not find, it keeps
// in a table of its own, whichever thread of the game asks.

#include "nvapi_interface.h"

#include <thread>

static unsigned queryAll() {
    unsigned found = 0;
    for (unsigned round = 0; round < 50; round++)
        for (NvU32 id = 0x1000; id < 0x1020; id++)
            if (nvapi_QueryInterface(id))
                found++;
    return found;
}

int main() {
    unsigned rendered = 0;
    std::thread renderer([&rendered] { rendered = queryAll(); });
    const unsigned updated = queryAll();
    renderer.join();
    return rendered == 200 && updated == 200 ? 0 : 1;
}
