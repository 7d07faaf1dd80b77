//===- main.cpp - two threads open the same files ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: arvidn/libtorrent
// Fix: 3c13cf8d3a95 "improve file_view pool in case two threads race to open the same file" (2020)
// Class: check then act
// The pool looks for an open file under its mutex, gives the mutex back to open one, and inserts it under the mutex
// again. Another thread may have inserted the same file by then: each has a mapping of its own, and one is in the pool.

#include "file_view_pool.hpp"

#include <memory>
#include <thread>
#include <vector>

using namespace libtorrent::aux;

int main()
{
	file_view_pool pool(40);
	std::vector<std::shared_ptr<file_mapping>> hashed, read;
	const auto open_all = [&pool](std::vector<std::shared_ptr<file_mapping>>& views) {
		for (int file = 0; file < 10; ++file)
			views.push_back(pool.open_file(0, file));
	};
	std::thread disk_thread([&] { open_all(hashed); });
	open_all(read);
	disk_thread.join();
	return hashed == read && pool.size() == 10 ? 0 : 1;
}
