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
	for (size_t i = 0; i < ecList.size(); i++) {
		if (ec != ecList[i])
			newList.push_back(ecList[i]);
	}
	ecList = newList;
}

#ifdef FIXED
#define ITERATE_EVENTCLIENTLIST(name, ...) \
	for (size_t i = 0; i < list##name.size(); ) { \
		CEventClient* ec = list##name[i]; \
		ec->name(__VA_ARGS__); \
		if (i < list##name.size() && ec == list##name[i]) \
			++i; \
	}

void CEventHandler::GamePaused(int playerID, bool paused)
{
	ITERATE_EVENTCLIENTLIST(GamePaused, playerID, paused);
}

void CEventHandler::GameFrame(int gameFrame)
{
	ITERATE_EVENTCLIENTLIST(GameFrame, gameFrame);
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
