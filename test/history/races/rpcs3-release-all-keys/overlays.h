//===- overlays.h - a dialog over the game ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "KeyboardHandler.h"

namespace rsx
{
	namespace overlays
	{
		void run_input_loop(KeyboardHandlerBase& kb_handler);
	}
}
