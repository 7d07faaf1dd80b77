//===- modules.h - the modules of the server --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <string>
#include <vector>

class Module
{
public:
	const std::string name;

	explicit Module(const std::string& mname) : name(mname) {}
	virtual ~Module() = default;
	virtual void OnUnloadModule(Module* mod) {}
};

class ModuleManager
{
	std::vector<Module*> Modules;

	void DoSafeUnload(Module* mod);
	friend class UnloadAction;

public:
	void Attach(Module* mod) { Modules.push_back(mod); }
	void Unload(Module* mod);
};
