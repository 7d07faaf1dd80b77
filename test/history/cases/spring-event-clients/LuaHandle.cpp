//===- LuaHandle.cpp - a script that listens --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LuaHandle.h"

#include "EventHandler.h"

CLuaHandle::CLuaHandle(const std::string& name, int order, int lastFrame)
	: CEventClient(name, order)
	, lastFrame(lastFrame)
{
	eventHandler.AddClient(this);
}

void CLuaHandle::GameFrame(int gameFrame)
{
	frames++;
	if (gameFrame >= lastFrame)
		eventHandler.RemoveEvent(this, "GameFrame");
}
