//===- OgreControllerManager.h - all controllers ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "OgreController.h"

#include <vector>

namespace Ogre
{
class ControllerManager
{
public:
    ~ControllerManager();
    Controller* createController(const ControllerValueRealPtr& src, const ControllerValueRealPtr& dest);
    void destroyController(Controller* controller);
    void updateAllControllers(unsigned long thisFrameNumber);
    void clearControllers();

private:
    typedef std::vector<Controller*> ControllerList;
    ControllerList mControllers;
    unsigned long mLastFrameNumber = 0;
};
}
