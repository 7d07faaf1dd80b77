//===- main.cpp - two modules are unloaded ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: inspircd/inspircd
// Fix: 1cf51aae8005 "Avoid iterator invalidation issues in ActionList::Run." (2023)
// Class: virtual
// Actions are run after the command that queued them; the action that unloads a module tells all modules, one of
// which queues another action in the vector that is being iterated.

#include "core_info.h"
#include "inspircd.h"

InspIRCd* ServerInstance = nullptr;

int main()
{
	InspIRCd server;
	ServerInstance = &server;
	CoreModInfo info;
	info.isupport = {"watch", "silence"};
	Module* watch = new Module("watch");
	Module* silence = new Module("silence");
	for (Module* mod : {watch, silence, static_cast<Module*>(&info)})
		server.Modules.Attach(mod);
	server.Modules.Unload(watch);
	server.Modules.Unload(silence);
	server.DoOneIteration();
	return info.isupport.empty() ? 0 : 1;
}
