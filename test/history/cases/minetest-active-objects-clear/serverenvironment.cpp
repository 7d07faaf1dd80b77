//===- serverenvironment.cpp - the world of the server ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "serverenvironment.h"

#include <utility>

void ScriptApiEntity::registerEntity(const std::string &name, Callback on_deactivate)
{
	m_on_deactivate[name] = std::move(on_deactivate);
}

void ScriptApiEntity::luaentity_Deactivate(const std::string &name, LuaEntitySAO &entity)
{
	auto it = m_on_deactivate.find(name);
	if (it != m_on_deactivate.end())
		it->second(entity);
}

void LuaEntitySAO::markForDeactivation()
{
	ServerActiveObject::markForDeactivation();
	m_env->getScriptIface()->luaentity_Deactivate(m_init_name, *this);
}

u16 ServerEnvironment::addActiveObject(ServerActiveObject *object)
{
	if (!m_ao_manager.registerObject(object))
		return 0;
	return object->getId();
}

void ServerEnvironment::deactivateObjects(bool force_delete)
{
	auto cb_deactivate = [force_delete](ServerActiveObject *obj, u16 id) {
		obj->markForDeactivation();
		if (!force_delete)
			return false;
		delete obj;
		return true;
	};

#ifdef FIXED
	m_ao_manager.clear(cb_deactivate);
#else
	m_ao_manager.clear(cb_deactivate); // known-miss: mutate-while-iterating issue "The whole program"
#endif
}
