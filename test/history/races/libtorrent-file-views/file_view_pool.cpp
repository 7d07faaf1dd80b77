//===- file_view_pool.cpp - a number of open files --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "file_view_pool.hpp"

#include <algorithm>

namespace libtorrent { namespace aux {

	std::shared_ptr<file_mapping> file_view_pool::open_file(int const st, int const file_index)
	{
		// potentially used to hold a reference to a file object that's
		// about to be destructed. If we have such object we assign it to
		// this member to be destructed after we release the std::mutex.
		std::shared_ptr<file_mapping> defer_destruction;

		std::unique_lock<std::mutex> l(m_mutex);

		auto const i = m_files.find(file_id{st, file_index});
		if (i != m_files.end())
		{
			i->second.last_use = ++m_clock;
			return i->second.mapping;
		}

		if (int(m_files.size()) >= m_size - 1)
		{
			// the file cache is at its maximum size, close
			// the least recently used file
			defer_destruction = remove_oldest(l);
		}

		l.unlock();

		auto mapping = std::make_shared<file_mapping>(file_index);

		l.lock();
#ifdef FIXED
		auto it = m_files.emplace(file_id{st, file_index}, file_entry{mapping, ++m_clock});
		auto f = it.first->second.mapping;
		l.unlock();
		return f;
#else
		m_files.emplace(file_id{st, file_index}, file_entry{mapping, ++m_clock}); // finding: check-then-act
		return mapping;
#endif
	}

	std::size_t file_view_pool::size() const
	{
		std::unique_lock<std::mutex> l(m_mutex);
		return m_files.size();
	}

	std::shared_ptr<file_mapping> file_view_pool::remove_oldest(std::unique_lock<std::mutex>&)
	{
		auto const oldest = std::min_element(m_files.begin(), m_files.end(),
			[](auto const& a, auto const& b) { return a.second.last_use < b.second.last_use; });
		if (oldest == m_files.end()) return {};

		auto mapping = std::move(oldest->second.mapping);
		m_files.erase(oldest);

		// closing a file may be long running operation (mac os x)
		// let the caller destruct it once it has released the mutex
		return mapping;
	}
}}
