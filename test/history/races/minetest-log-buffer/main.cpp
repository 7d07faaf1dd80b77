//===- main.cpp - the server logs while a frame is drawn --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: minetest/minetest
// Fix: 367a2d4b29a4 "Add missing concurrency protection in logger" (2022)
// Class: thread
// The chat shows what is logged: an output keeps the lines until a frame of the game takes them. The logger has a mutex
// and holds it while it calls its outputs, but the game takes the lines from the output without asking the logger.

#include "game.h"
#include "log.h"

#include <thread>

int main()
{
	const unsigned lines = 1000;
	Game game;
	std::thread server([] {
		for (unsigned i = 0; i < lines; i++)
			g_logger.log(LL_INFO, "active block modifiers took 3ms");
	});
	for (unsigned frame = 0; frame < 1000; frame++)
		game.updateChat();
	server.join();
	game.updateChat();
	return game.messageCount() == lines ? 0 : 1;
}
