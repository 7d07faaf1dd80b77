//===- part_file.hpp - pieces of unwanted files -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "file.hpp"

#include <cstddef>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace libtorrent
{
	class part_file
	{
	public:
		part_file(int num_pieces, int piece_size);

		int writev(char const* buf, int size, int piece, int offset);
		int readv(char* buf, int size, int piece, int offset);

		// free the slot the given piece is stored in. We no longer need to store
		// this piece in the part file
		void free_piece(int piece);

		// copies the range of the torrent into f and frees its pieces
		void export_file(file& f, int offset, int size);

		int num_pieces();

	private:
		int allocate_slot(int piece);

		std::mutex m_mutex;

		// this is a list of unallocated slots in the part file
		// within the m_num_allocated range
		std::vector<int> m_free_slots;
		int m_num_allocated;
		int m_piece_size;

		// maps a piece index to the part-file slot it is stored in
		std::unordered_map<int, int> m_piece_map;

		file m_file;
	};
}
