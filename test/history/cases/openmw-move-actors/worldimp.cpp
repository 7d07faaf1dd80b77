//===- worldimp.cpp - the world ---------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "worldimp.hpp"

MWBase::Environment& MWBase::Environment::get()
{
    static Environment sThis;
    return sThis;
}

namespace MWWorld
{
    World::World()
        : mPhysics(std::make_unique<MWPhysics::PhysicsSystem>())
        , mWorldScene(std::make_unique<Scene>(mPhysics.get()))
    {
        MWBase::Environment::get().setWorld(this);
    }

    void World::moveObject(const Ptr& ptr, float position)
    {
        const int currCell = static_cast<int>(*ptr.mPosition / 100), newCell = static_cast<int>(position / 100);
        *ptr.mPosition = position;
        if (currCell != newCell && mWorldScene->isCellActive(currCell) && !mWorldScene->isCellActive(newCell))
            mWorldScene->removeObjectFromScene(ptr);
    }

    void World::updatePhysics(float duration)
    {
        mPhysics->step(duration * 10);
        mPhysics->moveActors();
    }
}
