//===- System.cpp - the emulator --------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "System.h"

Emulator Emu;

bool Emulator::AddGame(const std::string& path)
{
	const std::string title_id = path.substr(path.rfind('/') + 1);
	return m_games_config.add_game(title_id, path);
}

void Emulator::AddGamesFromDir(const std::string& path, unsigned found)
{
	m_games_config.set_save_on_dirty(false);

	for (unsigned i = 0; i < found; i++)
	{
		AddGame(path + "/BLES0" + std::to_string(100000 + i));
	}

	m_games_config.set_save_on_dirty(true);

	if (m_games_config.is_dirty())
	{
		m_games_config.save();
	}
}
