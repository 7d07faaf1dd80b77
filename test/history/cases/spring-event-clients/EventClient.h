//===- EventClient.h - who wants to know of events --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <string>

class CEventClient
{
public:
	CEventClient(const std::string& name, int order) : name(name), order(order) {}
	virtual ~CEventClient() {}

	const std::string& GetName() const { return name; }
	int GetOrder() const { return order; }

	virtual bool WantsEvent(const std::string& eventName) { return false; }
	virtual void GamePaused(int playerID, bool paused) {}
	virtual void GameFrame(int gameFrame) {}

private:
	const std::string name;
	const int order;
};
