//===- nvapi_interface.cpp - the entry of the library -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nvapi_interface.h"

#include "nvapi_table.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <mutex>
#include <string>
#include <unordered_map>

extern "C" {
    static std::once_flag readDisabledOnceFlag;
    static std::string disabled;

    static void readDisabled() {
        if (const char* names = std::getenv("DXVK_NVAPI_DISABLE_ENTRYPOINTS"))
            disabled = names;
    }

#ifndef FIXED
    static std::unordered_map<NvU32, void*> registry;
#endif

    void* nvapi_QueryInterface(NvU32 id) {
#ifdef FIXED
        static std::unordered_map<NvU32, void*> registry;
        static std::mutex registryMutex;
        std::scoped_lock lock(registryMutex);
#endif

        auto entry = registry.find(id);
        if (entry != registry.end())
            return entry->second;

        std::call_once(readDisabledOnceFlag, readDisabled);

        auto it = std::find_if(
            std::begin(nvapi_interface_table),
            std::end(nvapi_interface_table),
            [id](const auto& item) { return item.id == id; });

        if (it == std::end(nvapi_interface_table) || disabled.find(it->func) != std::string::npos)
#ifdef FIXED
            return registry.insert({id, nullptr}).first->second;
#else
            return registry.insert({id, nullptr}).first->second; // finding: unsynchronized-mutation
#endif

#ifdef FIXED
        return registry.insert({id, it->address}).first->second;
#else
        return registry.insert({id, it->address}).first->second;
#endif
    }
}
