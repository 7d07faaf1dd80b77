//===- OgreInstanceManager.cpp - batches of instances -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OgreInstanceManager.h"

#include "OgreSceneManager.h"

namespace Ogre
{
void SceneNode::_getFullTransform()
{
    if (!mOutOfDate)
        return;
    mOutOfDate = false;
    for (InstanceBatch* object : mObjects)
        object->_boundsDirty();
}

void InstanceBatch::_updateBounds()
{
    mNode->_getFullTransform();
    mBoundsDirty = false;
}

void InstanceBatch::_boundsDirty()
{
    if (!mBoundsDirty)
        mCreator->_addDirtyBatch(this);
    mBoundsDirty = true;
}

void InstanceManager::_addDirtyBatch(InstanceBatch* dirtyBatch)
{
    if (m_dirtyBatches.empty())
        m_sceneManager->_addDirtyInstanceManager(this);

    m_dirtyBatches.push_back(dirtyBatch);
}

void InstanceManager::_updateDirtyBatches()
{
    for (std::size_t i = 0; i < m_dirtyBatches.size(); ++i)
        m_dirtyBatches[i]->_updateBounds();

    m_dirtyBatches.clear();
}
}
