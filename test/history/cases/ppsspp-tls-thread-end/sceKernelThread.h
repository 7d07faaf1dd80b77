//===- sceKernelThread.h - what happens when threads end --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

typedef int SceUID;
typedef void (*ThreadCallback)(SceUID threadID);

void __KernelListenThreadEnd(ThreadCallback callback);
void __KernelThreadEnded(SceUID threadID);
