//===- EventHandler.h - tells of events -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "EventClient.h"

#include <map>
#include <vector>

class CEventHandler
{
public:
	CEventHandler();
	void AddClient(CEventClient* ec);
	void RemoveClient(CEventClient* ec);
	bool InsertEvent(CEventClient* ec, const std::string& ciName);
	bool RemoveEvent(CEventClient* ec, const std::string& ciName);

	void GamePaused(int playerID, bool paused);
	void GameFrame(int gameFrame);

private:
	typedef std::vector<CEventClient*> EventClientList;

	void ListInsert(EventClientList& ecList, CEventClient* ec);
	void ListRemove(EventClientList& ecList, CEventClient* ec);

	std::map<std::string, EventClientList*> eventMap;
	EventClientList handles;
	EventClientList listGamePaused;
	EventClientList listGameFrame;
};

extern CEventHandler eventHandler;
