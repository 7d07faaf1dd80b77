//===- unit_sao.cpp - objects that can be attached to others ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "unit_sao.h"

#include "serverenvironment.h"

void UnitSAO::setAttachment(int parent_id, const std::string &bone)
{
	const int previous = m_attachment_parent_id;
	m_attachment_parent_id = parent_id;
	m_attachment_bone = bone;
	if (previous == parent_id)
		return;
	onDetach(previous);
	onAttach(parent_id);
}

void UnitSAO::clearChildAttachments()
{
#ifdef FIXED
	while (!m_attachment_child_ids.empty()) {
		int child_id = *m_attachment_child_ids.begin();

		if (ServerActiveObject *child = m_env->getActiveObject(child_id))
			child->setAttachment(0, "");

		removeAttachmentChild(child_id);
	}
#else
	for (int child_id : m_attachment_child_ids) {
		if (ServerActiveObject *child = m_env->getActiveObject(child_id))
			child->setAttachment(0, ""); // known-miss: mutate-while-iterating issue "The whole program"
	}
	m_attachment_child_ids.clear();
#endif
}

void UnitSAO::addAttachmentChild(int child_id)
{
	m_attachment_child_ids.insert(child_id);
}

void UnitSAO::removeAttachmentChild(int child_id)
{
	m_attachment_child_ids.erase(child_id);
}

void UnitSAO::onAttach(int parent_id)
{
	if (!parent_id)
		return;
	if (ServerActiveObject *parent = m_env->getActiveObject(parent_id))
		parent->addAttachmentChild(m_id);
}

void UnitSAO::onDetach(int parent_id)
{
	if (!parent_id)
		return;
	if (ServerActiveObject *parent = m_env->getActiveObject(parent_id))
		parent->removeAttachmentChild(m_id);
}
