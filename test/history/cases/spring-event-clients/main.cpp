//===- main.cpp - two scripts, one of which stops listening -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: spring/spring
// Fix: 6515f69ca8d0 "Fix a bug where the call-in removes itself from the EventClientList leading to a..." (2012)
// Class: observer
// The handler calls all clients that listen to an event, with the number of them taken before; a client that
// removes itself in the call makes the list shorter.

#include "EventHandler.h"
#include "LuaHandle.h"

int main()
{
	CLuaHandle rules("LuaRules", 1, 2), gaia("LuaGaia", 2, 100);
	for (int frame = 0; frame < 5; frame++)
		eventHandler.GameFrame(frame);
	return rules.GetFrames() == 3 && gaia.GetFrames() == 5 ? 0 : 1;
}
