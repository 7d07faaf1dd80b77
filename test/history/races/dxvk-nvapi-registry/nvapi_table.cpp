//===- nvapi_table.cpp - the functions of the library -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "nvapi_table.h"

static int NvAPI_Initialize() { return 0; }
static int NvAPI_Unload() { return 0; }
static int NvAPI_EnumPhysicalGPUs() { return 1; }
static int NvAPI_D3D_SetSleepMode() { return 2; }

#define ENTRY(func, id) {#func, id, reinterpret_cast<void*>(func)}

const NvApiInterfaceEntry nvapi_interface_table[4] = {
    ENTRY(NvAPI_Initialize, 0x1000),
    ENTRY(NvAPI_Unload, 0x1001),
    ENTRY(NvAPI_EnumPhysicalGPUs, 0x1007),
    ENTRY(NvAPI_D3D_SetSleepMode, 0x1010),
};
