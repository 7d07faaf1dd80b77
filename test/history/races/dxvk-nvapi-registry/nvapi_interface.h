//===- nvapi_interface.h - the entry of the library -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

typedef unsigned NvU32;

extern "C" {
void* nvapi_QueryInterface(NvU32 id);
}
