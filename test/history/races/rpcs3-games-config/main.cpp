//===- main.cpp - games are added while the list refreshes ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: RPCS3/rpcs3
// Fix: eb5ea82bb1ff "Qt: Fix data race and undefined behaviour in games_config" (2023)
// Class: thread
// The table of all games has no lock of its own. A directory is searched in the background, and what is found is added,
// while the list of games walks the table, of which it gets a reference.

#include "System.h"
#include "game_list_frame.h"

int main()
{
	game_list_frame frame;
	frame.AddGamesFromDir("/games", 20000);
	while (!frame.IsParsed())
	{
		frame.Refresh();
	}
	return frame.Refresh() == 20000 && !Emu.GetGamesConfig().is_dirty() ? 0 : 1;
}
