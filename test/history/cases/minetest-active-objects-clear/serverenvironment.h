//===- serverenvironment.h - the world of the server ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "activeobjectmgr.h"

#include <map>
#include <string>

class LuaEntitySAO;
class ServerEnvironment;

// Stands for the Lua side: what mods register for their entities.
class ScriptApiEntity
{
public:
	using Callback = std::function<void(LuaEntitySAO &)>;

	void registerEntity(const std::string &name, Callback on_deactivate);
	void luaentity_Deactivate(const std::string &name, LuaEntitySAO &entity);

private:
	std::map<std::string, Callback> m_on_deactivate;
};

class LuaEntitySAO : public ServerActiveObject
{
public:
	LuaEntitySAO(ServerEnvironment *env, const std::string &name) : m_env(env), m_init_name(name) {}
	void markForDeactivation() override;

private:
	ServerEnvironment *m_env;
	std::string m_init_name;
};

class ServerEnvironment
{
public:
	ScriptApiEntity *getScriptIface() { return &m_script; }
	u16 addActiveObject(ServerActiveObject *object);
	void deactivateObjects(bool force_delete);
	bool hasObjects() const { return !m_ao_manager.empty(); }

private:
	ScriptApiEntity m_script;
	ActiveObjectMgr m_ao_manager;
};
