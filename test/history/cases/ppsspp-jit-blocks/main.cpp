//===- main.cpp - code is overwritten ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: hrydgard/ppsspp
// Fix: 0c1dcfeacfa6 "Avoid comparing invalidated iterators." (2014)
// Class: callee
// The cache knows that destroying a block erases it from the map and leaves the loop to start over; but first it
// compares the iterator to the erased block with the end of the range.

#include "JitBlockCache.h"

int main() {
	JitBlockCache cache;
	cache.AllocateBlock(0x1000, 4);
	int root = cache.AllocateBlock(0x2000, 4);
	cache.AllocateBlock(0x3000, 4);
	cache.ProxyBlock(root, 0x2040, 4);
	cache.InvalidateICache(0x2000, 0x100);
	return cache.GetNumLive() == 2 ? 0 : 1;
}
