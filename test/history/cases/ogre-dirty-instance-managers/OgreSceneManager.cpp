//===- OgreSceneManager.cpp - the managers to be updated --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OgreSceneManager.h"

#include "OgreInstanceManager.h"

namespace Ogre
{
void SceneManager::_addDirtyInstanceManager(InstanceManager* dirtyManager)
{
    mDirtyInstanceManagers.push_back(dirtyManager);
}

void SceneManager::updateDirtyInstanceManagers()
{
#ifdef FIXED
    mDirtyInstanceMgrsTmp.insert(mDirtyInstanceMgrsTmp.end(), mDirtyInstanceManagers.begin(),
                                 mDirtyInstanceManagers.end());
    mDirtyInstanceManagers.clear();

    while (!mDirtyInstanceMgrsTmp.empty())
    {
        InstanceManagerVec::const_iterator itor = mDirtyInstanceMgrsTmp.begin();
        InstanceManagerVec::const_iterator end = mDirtyInstanceMgrsTmp.end();
        while (itor != end)
        {
            (*itor)->_updateDirtyBatches();
            ++itor;
        }

        mDirtyInstanceMgrsTmp.clear();
        mDirtyInstanceMgrsTmp.insert(mDirtyInstanceMgrsTmp.end(), mDirtyInstanceManagers.begin(),
                                     mDirtyInstanceManagers.end());
        mDirtyInstanceManagers.clear();
    }
#else
    InstanceManagerVec::const_iterator itor = mDirtyInstanceManagers.begin();
    InstanceManagerVec::const_iterator end = mDirtyInstanceManagers.end();
    while (itor != end)
    {
        (*itor)->_updateDirtyBatches(); // finding: mutate-while-iterating
        ++itor;
    }

    mDirtyInstanceManagers.clear();
#endif
}
}
