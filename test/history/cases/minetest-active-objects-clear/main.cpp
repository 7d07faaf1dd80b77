//===- main.cpp - a mod whose entity leaves others behind -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: minetest/minetest
// Fix: b35aa105792b "Guarantee ActiveObjectMgr::m_active_object is not modified while iterating (#13468)" (2023)
// Class: callback
// clear() runs a caller's function for every active object; the function deactivates the object, whose Lua
// on_deactivate may add new objects to the map that is being iterated.

#include "serverenvironment.h"

int main()
{
	ServerEnvironment env;
	env.getScriptIface()->registerEntity("mobs:slime", [&env](LuaEntitySAO &) {
		for (int i = 0; i < 20; i++)
			env.addActiveObject(new LuaEntitySAO(&env, "mobs:little_slime"));
	});
	for (const char *name : {"mobs:sheep", "mobs:slime", "mobs:sheep"})
		env.addActiveObject(new LuaEntitySAO(&env, name));
#ifdef FIXED
	env.deactivateObjects(true);
#else
	env.deactivateObjects(true); // finding: mutate-while-iterating
#endif
	return env.hasObjects() ? 0 : 1;
}
