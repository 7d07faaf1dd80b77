//===- main.cpp - a file is wanted after all --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: arvidn/libtorrent
// Fix: dff0e7b0cd8b "fix concurrency issue in part_file::export_file" (2016)
// Class: forgotten lock
// Pieces of files that nobody wants are in one file, with a map of which piece is where. The disk threads write to it
// and look into the map under a mutex. When a file is wanted after all, it is copied out and its pieces are erased from
// the map, without.

#include "part_file.hpp"

#include <thread>
#include <vector>

using namespace libtorrent;

int main()
{
	const int piece_size = 16, num_pieces = 1000;
	part_file pf(num_pieces, piece_size);
	const std::vector<char> piece(piece_size, 'x');
	for (int i = 0; i < num_pieces / 2; ++i)
		pf.writev(piece.data(), piece_size, i, 0);

	std::thread disk_thread([&] {
		for (int i = num_pieces / 2; i < num_pieces; ++i)
			pf.writev(piece.data(), piece_size, i, 0);
	});
	file exported(piece_size * num_pieces);
	pf.export_file(exported, 0, piece_size * num_pieces / 2);
	disk_thread.join();

	std::vector<char> last(piece_size);
	exported.readv(piece_size * (num_pieces / 2 - 1), last.data(), piece_size);
	return last == piece && pf.num_pieces() == num_pieces / 2 ? 0 : 1;
}
