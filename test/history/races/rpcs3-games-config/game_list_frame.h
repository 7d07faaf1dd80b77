//===- game_list_frame.h - the list of games in the window ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <future>
#include <string>
#include <vector>

class game_list_frame
{
public:
	void AddGamesFromDir(const std::string& path, unsigned found);
	unsigned Refresh();
	bool IsParsed() const;

private:
	std::vector<std::string> m_path_list;
	std::future<void> m_parsing_watcher;
};
