//===- basic_keyboard_handler.cpp - the window's keyboard -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "basic_keyboard_handler.h"

bool basic_keyboard_handler::eventFilter(event_type type)
{
	switch (type)
	{
	case event_type::focus_out:
		ReleaseAllKeys();
		break;
	case event_type::focus_in:
		break;
	}
	return false;
}
