//===- JitBlockCache.h - compiled code by its address -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <utility>
#include <vector>

typedef uint32_t u32;

struct JitBlock {
	u32 originalAddress = 0;
	u32 originalSize = 0;
	bool invalid = false;
	std::unique_ptr<std::vector<u32>> proxyFor;
};

class JitBlockCache {
public:
	int AllocateBlock(u32 startAddress, u32 size);
	void ProxyBlock(u32 rootBlock, u32 startAddress, u32 size);
	void InvalidateICache(u32 address, const u32 length);
	int GetNumLive() const;

private:
	int GetBlockNumberFromStartAddress(u32 addr) const;
	void DestroyBlock(int block_num, bool invalidate);
	void AddBlockMap(int block_num);
	void RemoveBlockMap(int block_num);

	std::vector<JitBlock> blocks_;
	std::map<std::pair<u32, u32>, u32> block_map_;
};
