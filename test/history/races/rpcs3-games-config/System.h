//===- System.h - the emulator ----------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "games_config.h"

#include <string>

class Emulator final
{
	games_config m_games_config;

public:
	const games_config& GetGamesConfig() const
	{
		return m_games_config;
	}

	bool AddGame(const std::string& path);
	void AddGamesFromDir(const std::string& path, unsigned found);
};

extern Emulator Emu;
