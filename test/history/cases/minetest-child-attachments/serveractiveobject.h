//===- serveractiveobject.h - an object of the server -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <string>

class ServerActiveObject
{
public:
	explicit ServerActiveObject(int id) : m_id(id) {}
	virtual ~ServerActiveObject() = default;
	int getId() const { return m_id; }

	virtual void setAttachment(int parent_id, const std::string &bone) {}
	virtual void clearChildAttachments() {}
	virtual void addAttachmentChild(int child_id) {}
	virtual void removeAttachmentChild(int child_id) {}

protected:
	int m_id;
};
