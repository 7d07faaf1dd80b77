//===- activeobjectmgr.h - the objects by their ids -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>

using u16 = std::uint16_t;

class ServerActiveObject
{
public:
	virtual ~ServerActiveObject() = default;
	virtual void markForDeactivation() { m_pending_deactivation = true; }
	bool isGone() const { return m_pending_deactivation; }
	u16 getId() const { return m_id; }
	void setId(u16 id) { m_id = id; }

private:
	u16 m_id = 0;
	bool m_pending_deactivation = false;
};

class ActiveObjectMgr
{
public:
	void clear(const std::function<bool(ServerActiveObject *, u16)> &cb);
	bool registerObject(ServerActiveObject *obj);
	bool empty() const { return m_active_objects.empty(); }

private:
	std::unordered_map<u16, ServerActiveObject *> m_active_objects;
	u16 m_last_used_id = 0;
};
