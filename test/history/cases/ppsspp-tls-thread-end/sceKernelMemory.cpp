//===- sceKernelMemory.cpp - pools of thread-local memory -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "sceKernelMemory.h"

#include <cstddef>
#include <map>
#include <vector>

struct TLSPL {
	SceUID uid;
	unsigned int freeBlocks;
	std::vector<SceUID> usage;
	std::vector<SceUID> waitingThreads;
};

typedef std::multimap<SceUID, SceUID> TlsplMap;
static TlsplMap tlsplThreadEndChecks;
static std::map<SceUID, TLSPL> kernelObjects;

static void __KernelTlsplThreadEnd(SceUID threadID);

static TLSPL *GetTls(SceUID uid) {
	auto iter = kernelObjects.find(uid);
	return iter == kernelObjects.end() ? nullptr : &iter->second;
}

void __KernelMemoryInit() {
	__KernelListenThreadEnd(&__KernelTlsplThreadEnd);
}

static int __KernelFreeTls(TLSPL *tls, SceUID threadID) {
	int freeBlock = -1;
	for (size_t i = 0; i < tls->usage.size(); ++i) {
		if (tls->usage[i] == threadID) {
			freeBlock = (int)i;
			break;
		}
	}
	if (freeBlock == -1)
		return 0;

	auto freeingLocked = tlsplThreadEndChecks.equal_range(threadID);
	for (TlsplMap::iterator iter = freeingLocked.first; iter != freeingLocked.second; ++iter) {
		if (iter->second == tls->uid) {
			tlsplThreadEndChecks.erase(iter);
			break;
		}
	}

	if (!tls->waitingThreads.empty()) {
		SceUID waitingThreadID = tls->waitingThreads[0];
		tls->waitingThreads.erase(tls->waitingThreads.begin());
		tls->usage[freeBlock] = waitingThreadID;
		tlsplThreadEndChecks.insert(std::make_pair(waitingThreadID, tls->uid));
		return 0;
	}

	tls->usage[freeBlock] = 0;
	++tls->freeBlocks;
	return 0;
}

static void __KernelTlsplThreadEnd(SceUID threadID) {
	auto locked = tlsplThreadEndChecks.equal_range(threadID);
	for (TlsplMap::iterator iter = locked.first; iter != locked.second; ++iter) {
		SceUID tlsID = iter->second;
		TLSPL *tls = GetTls(tlsID);

#ifdef FIXED
		if (tls) {
			__KernelFreeTls(tls, threadID);

			locked = tlsplThreadEndChecks.equal_range(threadID);
			iter = locked.first;
			if (locked.first == locked.second)
				break;
		}
#else
		if (tls)
			__KernelFreeTls(tls, threadID); // finding: mutate-while-iterating
#endif
	}
#ifdef FIXED
	tlsplThreadEndChecks.erase(locked.first, locked.second);
#else
	tlsplThreadEndChecks.erase(locked.first, locked.second); // finding: invalidated-iterator
#endif
}

SceUID sceKernelCreateTlspl(unsigned int count) {
	SceUID uid = (SceUID)kernelObjects.size() + 1;
	TLSPL &tls = kernelObjects[uid];
	tls.uid = uid;
	tls.freeBlocks = count;
	tls.usage.resize(count);
	return uid;
}

int sceKernelGetTlsAddr(SceUID uid, SceUID threadID) {
	TLSPL *tls = GetTls(uid);
	for (size_t i = 0; i < tls->usage.size(); ++i) {
		if (tls->usage[i] == 0) {
			tls->usage[i] = threadID;
			--tls->freeBlocks;
			tlsplThreadEndChecks.insert(std::make_pair(threadID, uid));
			return (int)i;
		}
	}
	tls->waitingThreads.push_back(threadID);
	return -1;
}

unsigned int sceKernelGetTlsFreeBlocks(SceUID uid) {
	return GetTls(uid)->freeBlocks;
}
