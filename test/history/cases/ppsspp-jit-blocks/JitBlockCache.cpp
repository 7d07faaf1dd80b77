//===- JitBlockCache.cpp - compiled code by its address ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JitBlockCache.h"

int JitBlockCache::AllocateBlock(u32 startAddress, u32 size) {
	blocks_.emplace_back();
	JitBlock &b = blocks_.back();
	b.originalAddress = startAddress;
	b.originalSize = size;
	AddBlockMap((int)blocks_.size() - 1);
	return (int)blocks_.size() - 1;
}

void JitBlockCache::ProxyBlock(u32 rootBlock, u32 startAddress, u32 size) {
	int num = AllocateBlock(startAddress, size);
	blocks_[num].proxyFor.reset(new std::vector<u32>());
	blocks_[num].proxyFor->push_back(blocks_[rootBlock].originalAddress);
}

int JitBlockCache::GetNumLive() const {
	return (int)block_map_.size();
}

void JitBlockCache::AddBlockMap(int block_num) {
	const JitBlock &b = blocks_[block_num];
	const u32 pAddr = b.originalAddress & 0x1FFFFFFF;
	block_map_[std::make_pair(pAddr + 4 * b.originalSize, pAddr)] = block_num;
}

void JitBlockCache::RemoveBlockMap(int block_num) {
	const JitBlock &b = blocks_[block_num];
	if (b.invalid) {
		return;
	}

	const u32 pAddr = b.originalAddress & 0x1FFFFFFF;
	auto it = block_map_.find(std::make_pair(pAddr + 4 * b.originalSize, pAddr));
	if (it != block_map_.end() && it->second == (u32)block_num) {
		block_map_.erase(it);
	} else {
		// It wasn't in there, or it has the wrong key.  Let's search...
		for (auto it = block_map_.begin(); it != block_map_.end(); ++it) {
			if (it->second == (u32)block_num) {
				block_map_.erase(it);
				break;
			}
		}
	}
}

int JitBlockCache::GetBlockNumberFromStartAddress(u32 addr) const {
	for (size_t i = 0; i < blocks_.size(); ++i) {
		if (blocks_[i].originalAddress == addr && !blocks_[i].invalid)
			return (int)i;
	}
	return -1;
}

void JitBlockCache::DestroyBlock(int block_num, bool invalidate) {
	if (block_num < 0 || block_num >= (int)blocks_.size()) {
		return;
	}
	JitBlock *b = &blocks_[block_num];
	// No point it being in there anymore.
	RemoveBlockMap(block_num);

	// Destroy the block that transitively has this as a proxy.
	if (b->proxyFor) {
		for (size_t i = 0; i < b->proxyFor->size(); i++) {
			int proxied_blocknum = GetBlockNumberFromStartAddress((*b->proxyFor)[i]);
			// If it was already cleared, we don't know which to destroy.
			if (proxied_blocknum != -1) {
				DestroyBlock(proxied_blocknum, invalidate);
			}
		}
		b->proxyFor.reset();
	}
	b->invalid = true;
}

void JitBlockCache::InvalidateICache(u32 address, const u32 length) {
	// Convert the logical address to a physical address for the block map
	const u32 pAddr = address & 0x1FFFFFFF;
	const u32 pEnd = pAddr + length;

	// Blocks may start and end in overlapping ways, and destroying one invalidates iterators.
	// So after destroying one, we start over.
#ifdef FIXED
	do {
	restart:
		auto next = block_map_.lower_bound(std::make_pair(pAddr, 0));
		auto last = block_map_.upper_bound(std::make_pair(pEnd, 0));
		for (; next != last; ++next) {
			const u32 blockStart = next->first.second;
			const u32 blockEnd = next->first.first;
			if (blockStart < pEnd && blockEnd > pAddr) {
				DestroyBlock(next->second, true);
				// Our iterator is now invalid.  Break and search again.
				goto restart;
			}
		}
		// We got here - it wasn't in the map at all (or anymore.)
	} while (false);
#else
	while (true) {
		auto next = block_map_.lower_bound(std::make_pair(pAddr, 0));
		auto last = block_map_.upper_bound(std::make_pair(pEnd, 0));
		if (next == last) {
			// It wasn't in the map at all (or anymore.)
			break;
		}
		for (; next != last; ++next) {
			const u32 blockStart = next->first.second;
			const u32 blockEnd = next->first.first;
			if (blockStart < pEnd && blockEnd > pAddr) {
				DestroyBlock(next->second, true); // finding: mutate-while-iterating
				// Our iterator is now invalid.  Break and search again.
				break;
			}
		}
		if (next == last) {
			break;
		}
	}
#endif
}
