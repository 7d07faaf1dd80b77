//===- main.cpp - a thread that holds memory ends ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: hrydgard/ppsspp
// Fix: 8a0f854dc677 "Fix an iterator corruption on tls thread autofree." (2015)
// Class: callee
// When a thread ends, the blocks it holds in all pools are freed in a loop over its entries of a multimap;
// freeing a block erases the entry of the pool from this multimap.

#include "sceKernelMemory.h"

int main() {
	__KernelMemoryInit();
	SceUID pool = sceKernelCreateTlspl(2);
	sceKernelGetTlsAddr(pool, 100);
	sceKernelGetTlsAddr(pool, 101);
	__KernelThreadEnded(100);
	return sceKernelGetTlsFreeBlocks(pool) == 1 ? 0 : 1;
}
