//===- game_list_frame.cpp - the list of games in the window ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "game_list_frame.h"

#include "System.h"

#include <chrono>

void game_list_frame::AddGamesFromDir(const std::string& path, unsigned found)
{
	m_parsing_watcher = std::async(std::launch::async, [path, found] { Emu.AddGamesFromDir(path, found); });
}

unsigned game_list_frame::Refresh()
{
	m_path_list.clear();
	for (const auto& [serial, path] : Emu.GetGamesConfig().get_games())
	{
		if (!path.empty())
		{
			m_path_list.push_back(path + " (" + serial + ")");
		}
	}
	return m_path_list.size();
}

bool game_list_frame::IsParsed() const
{
	return m_parsing_watcher.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}
