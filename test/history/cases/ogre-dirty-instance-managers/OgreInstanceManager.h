//===- OgreInstanceManager.h - batches of instances -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <vector>

namespace Ogre
{
class SceneManager;
class InstanceManager;
class InstanceBatch;

class SceneNode
{
public:
    void attachObject(InstanceBatch* batch) { mObjects.push_back(batch); }
    void _getFullTransform();
    void needUpdate() { mOutOfDate = true; }

private:
    std::vector<InstanceBatch*> mObjects;
    bool mOutOfDate = true;
};

class InstanceBatch
{
public:
    InstanceBatch(InstanceManager* creator, SceneNode* node) : mCreator(creator), mNode(node)
    {
        node->attachObject(this);
    }
    void _updateBounds();
    void _boundsDirty();

private:
    InstanceManager* mCreator;
    SceneNode* mNode;
    bool mBoundsDirty = false;
};

class InstanceManager
{
public:
    explicit InstanceManager(SceneManager* sceneManager) : m_sceneManager(sceneManager) {}
    void _addDirtyBatch(InstanceBatch* dirtyBatch);
    void _updateDirtyBatches();

private:
    typedef std::vector<InstanceBatch*> InstanceBatchVec;
    SceneManager* m_sceneManager;
    InstanceBatchVec m_dirtyBatches;
};
}
