//===- nvapi_table.h - the functions of the library -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "nvapi_interface.h"

struct NvApiInterfaceEntry {
    const char* func;
    NvU32 id;
    void* address;
};

extern const NvApiInterfaceEntry nvapi_interface_table[4];
