//===- main.cpp - the window goes out of focus ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: RPCS3/rpcs3
// Fix: 11ee80a070ce "input: add missing lock to keyboard handler ReleaseAllKeys" (2024)
// Class: forgotten lock
// The game and the overlays enter the keyboard's table of consumers and leave it, each on a thread of its own. They
// take the mutex of the handler themselves, as the handler's functions expect it. When the window goes out of focus,
// its thread walks the table, without.

#include "basic_keyboard_handler.h"
#include "cellKb.h"
#include "overlays.h"

#include <thread>

int main()
{
	basic_keyboard_handler handler;
	std::thread game([&handler]
	{
		for (int i = 0; i < 500; i++)
		{
			cellKbInit(handler, 1);
			cellKbEnd(handler);
		}
	});
	std::thread overlay([&handler]
	{
		for (int i = 0; i < 500; i++)
		{
			rsx::overlays::run_input_loop(handler);
		}
	});
	for (int i = 0; i < 2000; i++)
	{
		handler.eventFilter(event_type::focus_out);
	}
	game.join();
	overlay.join();
	return handler.GetConsumerCount() == 0 ? 0 : 1;
}
