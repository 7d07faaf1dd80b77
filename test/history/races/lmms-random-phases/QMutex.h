//===- QMutex.h - as far as it is needed here -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <mutex>

class QMutex
{
public:
	void lock() { m_mutex.lock(); }
	void unlock() { m_mutex.unlock(); }

private:
	std::mutex m_mutex;
};
