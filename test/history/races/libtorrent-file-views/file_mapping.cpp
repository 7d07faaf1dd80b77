//===- file_mapping.cpp - a file in memory ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "file_mapping.hpp"

#include <chrono>
#include <thread>

namespace libtorrent { namespace aux {

	file_mapping::file_mapping(int const file_index)
		: m_file(file_index)
	{
		// The file is opened and mapped.
		std::this_thread::sleep_for(std::chrono::milliseconds(10));
	}
}}
