//===- unit_sao.h - objects that can be attached to others ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "serveractiveobject.h"

#include <unordered_set>

class ServerEnvironment;

class UnitSAO : public ServerActiveObject
{
public:
	UnitSAO(ServerEnvironment *env, int id) : ServerActiveObject(id), m_env(env) {}

	void setAttachment(int parent_id, const std::string &bone) override;
	void clearChildAttachments() override;
	void addAttachmentChild(int child_id) override;
	void removeAttachmentChild(int child_id) override;
	const std::unordered_set<int> &getAttachmentChildIds() const { return m_attachment_child_ids; }

private:
	void onAttach(int parent_id);
	void onDetach(int parent_id);

	ServerEnvironment *m_env;
	std::unordered_set<int> m_attachment_child_ids;
	int m_attachment_parent_id = 0;
	std::string m_attachment_bone;
};
