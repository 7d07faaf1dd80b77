//===- part_file.cpp - pieces of unwanted files -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "part_file.hpp"

#include <algorithm>

namespace libtorrent
{
	part_file::part_file(int num_pieces, int piece_size)
		: m_num_allocated(0)
		, m_piece_size(piece_size)
		, m_file(num_pieces * piece_size)
	{
	}

	int part_file::allocate_slot(int piece)
	{
		// the mutex is assumed to be held here, since this is a private function

		int slot = -1;
		if (!m_free_slots.empty())
		{
			slot = m_free_slots.front();
			m_free_slots.erase(m_free_slots.begin());
		}
		else
		{
			slot = m_num_allocated;
			++m_num_allocated;
		}

		m_piece_map[piece] = slot;
		return slot;
	}

	int part_file::writev(char const* buf, int size, int piece, int offset)
	{
		std::unique_lock<std::mutex> l(m_mutex);

		int slot = -1;
		std::unordered_map<int, int>::iterator i = m_piece_map.find(piece);
		if (i == m_piece_map.end())
			slot = allocate_slot(piece);
		else
			slot = i->second;

		l.unlock();

		return m_file.writev(slot * m_piece_size + offset, buf, size);
	}

	int part_file::readv(char* buf, int size, int piece, int offset)
	{
		std::unique_lock<std::mutex> l(m_mutex);

		std::unordered_map<int, int>::iterator i = m_piece_map.find(piece);
		if (i == m_piece_map.end())
			return -1;

		int slot = i->second;
		l.unlock();

		return m_file.readv(slot * m_piece_size + offset, buf, size);
	}

	void part_file::free_piece(int piece)
	{
		std::lock_guard<std::mutex> l(m_mutex);

		std::unordered_map<int, int>::iterator i = m_piece_map.find(piece);
		if (i == m_piece_map.end()) return;

		m_free_slots.push_back(i->second);
		m_piece_map.erase(i);
	}

	int part_file::num_pieces()
	{
		std::lock_guard<std::mutex> l(m_mutex);
		return int(m_piece_map.size());
	}

	void part_file::export_file(file& f, int offset, int size)
	{
#ifdef FIXED
		std::unique_lock<std::mutex> l(m_mutex);
#endif

		int piece = offset / m_piece_size;
		int const end = ((offset + size) + m_piece_size - 1) / m_piece_size;

		std::vector<char> buf(m_piece_size);

		int piece_offset = offset - piece * m_piece_size;
		int file_offset = 0;
		for (; piece < end; ++piece)
		{
			std::unordered_map<int, int>::iterator i = m_piece_map.find(piece);
			int const block_to_copy = (std::min)(m_piece_size - piece_offset, size);
			if (i != m_piece_map.end())
			{
				int const slot = i->second;
#ifdef FIXED
				// don't hold the lock during disk I/O
				l.unlock();
#endif
				m_file.readv(slot * m_piece_size + piece_offset, buf.data(), block_to_copy);
				f.writev(file_offset, buf.data(), block_to_copy);
#ifdef FIXED
				// we're done with the disk I/O, grab the lock again to update
				// the slot map
				l.lock();
#endif

				if (block_to_copy == m_piece_size)
				{
#ifdef FIXED
					// since we released the lock, it's technically possible that
					// another thread removed this slot map entry, and invalidated
					// our iterator. Perform another lookup to be sure.
					std::unordered_map<int, int>::iterator j = m_piece_map.find(piece);
					if (j != m_piece_map.end())
					{
						m_free_slots.push_back(j->second);
						m_piece_map.erase(j);
					}
#else
					m_free_slots.push_back(i->second); // finding: inconsistent-lock
					m_piece_map.erase(i); // finding: inconsistent-lock
#endif
				}
			}
			file_offset += block_to_copy;
			piece_offset = 0;
			size -= block_to_copy;
		}
	}
}
