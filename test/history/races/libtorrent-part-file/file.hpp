//===- file.hpp - a file, in memory here ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <atomic>
#include <vector>

namespace libtorrent
{
	// As with a file of the system, any threads may read and write.
	class file
	{
	public:
		explicit file(int size) : m_content(size) {}

		int readv(int offset, char* buf, int size) const
		{
			for (int i = 0; i < size; ++i)
				buf[i] = m_content[offset + i].load(std::memory_order_relaxed);
			return size;
		}

		int writev(int offset, char const* buf, int size)
		{
			for (int i = 0; i < size; ++i)
				m_content[offset + i].store(buf[i], std::memory_order_relaxed);
			return size;
		}

	private:
		std::vector<std::atomic<char>> m_content;
	};
}
