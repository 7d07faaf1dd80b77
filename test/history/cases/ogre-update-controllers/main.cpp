//===- main.cpp - an explosion starts its smoke -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: OGRECave/ogre
// Fix: 68fd612fe14e "Main: fix crash in the ControllerManager::updateAllControllerswhen mControllers is..." (2024)
// Class: virtual
// Every controller hands its value to a virtual setValue(); a program's own value object creates or destroys
// controllers there, in the vector that the manager iterates.

#include "OgreControllerManager.h"

using namespace Ogre;

namespace
{
class FrameTime : public ControllerValue
{
public:
    Real getValue() const override { return 1; }
    void setValue(Real) override {}
};

class Fade : public ControllerValue
{
public:
    Real getValue() const override { return mAlpha; }
    void setValue(Real value) override { mAlpha -= value; }

private:
    Real mAlpha = 10;
};

class Explosion : public ControllerValue
{
public:
    explicit Explosion(ControllerManager& manager) : mManager(manager) {}
    Real getValue() const override { return 0; }
    void setValue(Real) override
    {
        mManager.createController(std::make_shared<FrameTime>(), std::make_shared<Fade>());
    }

private:
    ControllerManager& mManager;
};
}

int main()
{
    ControllerManager manager;
    auto time = std::make_shared<FrameTime>();
    manager.createController(time, std::make_shared<Explosion>(manager));
    manager.createController(time, std::make_shared<Fade>());
    for (unsigned long frame = 1; frame < 5; ++frame)
        manager.updateAllControllers(frame);
    return 0;
}
