//===- file_mapping.hpp - a file in memory ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

namespace libtorrent { namespace aux {

	struct file_mapping
	{
		explicit file_mapping(int file_index);
		int file() const { return m_file; }

	private:
		int m_file;
	};
}}
