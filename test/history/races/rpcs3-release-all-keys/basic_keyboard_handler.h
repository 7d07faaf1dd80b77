//===- basic_keyboard_handler.h - the window's keyboard ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "KeyboardHandler.h"

enum class event_type
{
	focus_in,
	focus_out,
};

class basic_keyboard_handler final : public KeyboardHandlerBase
{
public:
	bool eventFilter(event_type type);
};
