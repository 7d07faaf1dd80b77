//===- file_view_pool.hpp - a number of open files --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "file_mapping.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

namespace libtorrent { namespace aux {

	// this is an internal cache of open file mappings.
	struct file_view_pool
	{
		// ``size`` specifies the number of allowed files handles
		// to hold open at any given time.
		explicit file_view_pool(int size) : m_size(size) {}

		// return an open file handle to file at ``file_index`` in storage ``st``.
		std::shared_ptr<file_mapping> open_file(int st, int file_index);

		std::size_t size() const;

	private:
		std::shared_ptr<file_mapping> remove_oldest(std::unique_lock<std::mutex>& l);

		typedef std::pair<int, int> file_id;

		struct file_entry
		{
			std::shared_ptr<file_mapping> mapping;
			int last_use;
		};

		int m_size;
		int m_clock = 0;
		std::map<file_id, file_entry> m_files;
		mutable std::mutex m_mutex;
	};
}}
