//===- modules.cpp - the modules of the server ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "inspircd.h"

#include <algorithm>

class UnloadAction final : public ActionBase
{
	Module* const mod;

public:
	explicit UnloadAction(Module* m) : mod(m) {}
	void Call() override
	{
		ServerInstance->Modules.DoSafeUnload(mod);
		delete this;
	}
};

void ModuleManager::DoSafeUnload(Module* mod)
{
	Modules.erase(std::remove(Modules.begin(), Modules.end(), mod), Modules.end());
	for (Module* other : Modules)
		other->OnUnloadModule(mod);
	delete mod;
}

void ModuleManager::Unload(Module* mod)
{
	ServerInstance->AtomicActions.AddAction(new UnloadAction(mod));
}
