//===- sceKernelMemory.h - pools of thread-local memory ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "sceKernelThread.h"

void __KernelMemoryInit();
SceUID sceKernelCreateTlspl(unsigned int count);
int sceKernelGetTlsAddr(SceUID uid, SceUID threadID);
unsigned int sceKernelGetTlsFreeBlocks(SceUID uid);
