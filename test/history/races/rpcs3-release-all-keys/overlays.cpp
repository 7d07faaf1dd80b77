//===- overlays.cpp - a dialog over the game --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "overlays.h"

namespace rsx
{
	namespace overlays
	{
		void run_input_loop(KeyboardHandlerBase& kb_handler)
		{
			{
				std::lock_guard<std::mutex> lock(kb_handler.m_mutex);
				kb_handler.AddConsumer(keyboard_consumer::identifier::overlays, 1);
			}
			{
				std::lock_guard<std::mutex> lock(kb_handler.m_mutex);
				kb_handler.RemoveConsumer(keyboard_consumer::identifier::overlays);
			}
		}
	}
}
