//===- cellKb.cpp - the keyboard of the game --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cellKb.h"

int cellKbInit(KeyboardHandlerBase& handler, unsigned max_connect)
{
	std::lock_guard<std::mutex> lock(handler.m_mutex);
	handler.AddConsumer(keyboard_consumer::identifier::cellKb, max_connect);
	return 0;
}

int cellKbEnd(KeyboardHandlerBase& handler)
{
	std::lock_guard<std::mutex> lock(handler.m_mutex);
	handler.RemoveConsumer(keyboard_consumer::identifier::cellKb);
	return 0;
}
