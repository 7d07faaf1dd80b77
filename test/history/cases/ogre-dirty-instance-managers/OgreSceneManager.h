//===- OgreSceneManager.h - the managers to be updated ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <vector>

namespace Ogre
{
class InstanceManager;

class SceneManager
{
public:
    void _addDirtyInstanceManager(InstanceManager* dirtyManager);
    void updateDirtyInstanceManagers();

private:
    typedef std::vector<InstanceManager*> InstanceManagerVec;
    InstanceManagerVec mDirtyInstanceManagers;
#ifdef FIXED
    InstanceManagerVec mDirtyInstanceMgrsTmp;
#endif
};
}
