//===- mutex.h - the mutex of all of rpcs3 ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <mutex>
#include <shared_mutex>

// The project's own is small and can be shared; here, the standard's does.
class shared_mutex final
{
	std::shared_mutex m_mutex;

public:
	void lock() { m_mutex.lock(); }
	void unlock() { m_mutex.unlock(); }
	void lock_shared() { m_mutex.lock_shared(); }
	void unlock_shared() { m_mutex.unlock_shared(); }
};
