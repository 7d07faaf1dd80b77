//===- serverenvironment.h - finds objects ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "serveractiveobject.h"

#include <map>

class ServerEnvironment
{
public:
	void addActiveObject(ServerActiveObject *obj) { m_objects[obj->getId()] = obj; }

	ServerActiveObject *getActiveObject(int id)
	{
		auto n = m_objects.find(id);
		return n == m_objects.end() ? nullptr : n->second;
	}

private:
	std::map<int, ServerActiveObject *> m_objects;
};
