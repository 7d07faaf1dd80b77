//===- EventHandler.cpp - tells of events -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EventHandler.h"

CEventHandler eventHandler;

CEventHandler::CEventHandler()
{
	eventMap["GamePaused"] = &listGamePaused;
	eventMap["GameFrame"] = &listGameFrame;
}

void CEventHandler::AddClient(CEventClient* ec)
{
	ListInsert(handles, ec);
	for (auto& event : eventMap) {
		if (ec->WantsEvent(event.first))
			InsertEvent(ec, event.first);
	}
}

void CEventHandler::RemoveClient(CEventClient* ec)
{
	ListRemove(handles, ec);
	for (auto& event : eventMap)
		RemoveEvent(ec, event.first);
}

bool CEventHandler::InsertEvent(CEventClient* ec, const std::string& ciName)
{
	auto it = eventMap.find(ciName);
	if (it == eventMap.end())
		return false;
	ListInsert(*it->second, ec);
	return true;
}

bool CEventHandler::RemoveEvent(CEventClient* ec, const std::string& ciName)
{
	auto it = eventMap.find(ciName);
	if (it == eventMap.end())
		return false;
	ListRemove(*it->second, ec);
	return true;
}

void CEventHandler::ListInsert(EventClientList& ecList, CEventClient* ec)
{
	for (EventClientList::iterator it = ecList.begin(); it != ecList.end(); ++it) {
		if (ec == *it)
			return;
		if (ec->GetOrder() < (*it)->GetOrder()) {
			ecList.insert(it, ec);
			return;
		}
	}
	ecList.push_back(ec);
}

void CEventHandler::ListRemove(EventClientList& ecList, CEventClient* ec)
{
	EventClientList newList;
	for (CEventClient* other : ecList) {
		if (other != ec)
			newList.push_back(other);
	}
	ecList = newList;
}

#ifdef FIXED
// A client that is gone after the call has left its place to the next one.
#define CALL_EVENTCLIENTS(clients, call) \
	for (size_t place = 0; place < clients.size(); ) { \
		CEventClient* client = clients[place]; \
		client->call; \
		if (place < clients.size() && clients[place] == client) \
			place++; \
	}

void CEventHandler::GamePaused(int playerID, bool paused)
{
	CALL_EVENTCLIENTS(listGamePaused, GamePaused(playerID, paused));
}

void CEventHandler::GameFrame(int gameFrame)
{
	CALL_EVENTCLIENTS(listGameFrame, GameFrame(gameFrame));
}
#else
void CEventHandler::GamePaused(int playerID, bool paused)
{
	const size_t count = listGamePaused.size();
	for (size_t i = 0; i < count; i++) {
		CEventClient* ec = listGamePaused[i];
		ec->GamePaused(playerID, paused);
	}
}

void CEventHandler::GameFrame(int gameFrame)
{
	const size_t count = listGameFrame.size();
	for (size_t i = 0; i < count; i++) {
		CEventClient* ec = listGameFrame[i];
		ec->GameFrame(gameFrame); // known-miss: mutate-while-iterating issue "The whole program"
	}
}
#endif
