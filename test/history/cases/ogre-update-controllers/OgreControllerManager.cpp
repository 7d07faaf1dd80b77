//===- OgreControllerManager.cpp - all controllers --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OgreControllerManager.h"

#include <algorithm>

namespace Ogre
{
ControllerManager::~ControllerManager()
{
    clearControllers();
}

Controller* ControllerManager::createController(const ControllerValueRealPtr& src, const ControllerValueRealPtr& dest)
{
    Controller* c = new Controller(src, dest);
    mControllers.push_back(c);
    return c;
}

void ControllerManager::updateAllControllers(unsigned long thisFrameNumber)
{
    if (thisFrameNumber != mLastFrameNumber)
    {
#ifdef FIXED
        auto controllersCopy = mControllers;
        for (auto* ci : controllersCopy)
            ci->update();
#else
        for (auto* ci : mControllers)
            ci->update(); // finding: mutate-while-iterating
#endif
        mLastFrameNumber = thisFrameNumber;
    }
}

void ControllerManager::clearControllers()
{
    for (auto* ci : mControllers)
        delete ci;
    mControllers.clear();
}

void ControllerManager::destroyController(Controller* controller)
{
    auto i = std::find(mControllers.begin(), mControllers.end(), controller);
    if (i != mControllers.end())
    {
        mControllers.erase(i);
        delete controller;
    }
}
}
