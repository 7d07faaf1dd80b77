//===- LuaHandle.h - a script that listens ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "EventClient.h"

class CLuaHandle : public CEventClient
{
public:
	CLuaHandle(const std::string& name, int order, int lastFrame);

	bool WantsEvent(const std::string& eventName) override { return eventName == "GameFrame"; }
	void GameFrame(int gameFrame) override;
	int GetFrames() const { return frames; }

private:
	int lastFrame;
	int frames = 0;
};
