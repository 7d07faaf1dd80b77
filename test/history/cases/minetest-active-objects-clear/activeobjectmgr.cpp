//===- activeobjectmgr.cpp - the objects by their ids -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "activeobjectmgr.h"

#include <vector>

void ActiveObjectMgr::clear(const std::function<bool(ServerActiveObject *, u16)> &cb)
{
#ifdef FIXED
	auto cloned_map(m_active_objects);

	for (auto &it : cloned_map) {
		if (cb(it.second, it.first))
			m_active_objects.erase(it.first);
	}
#else
	std::vector<u16> objects_to_remove;
	for (auto &it : m_active_objects) {
		if (cb(it.second, it.first))
			objects_to_remove.push_back(it.first);
	}

	for (u16 i : objects_to_remove)
		m_active_objects.erase(i);
#endif
}

bool ActiveObjectMgr::registerObject(ServerActiveObject *obj)
{
	if (obj->getId() == 0)
		obj->setId(++m_last_used_id);
	if (m_active_objects.find(obj->getId()) != m_active_objects.end())
		return false;
	m_active_objects[obj->getId()] = obj;
	return true;
}
