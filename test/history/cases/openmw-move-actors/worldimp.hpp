//===- worldimp.hpp - the world ---------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "physicssystem.hpp"
#include "scene.hpp"

namespace MWWorld
{
    class World : public MWBase::World
    {
    public:
        World();
        void placeObject(const Ptr& ptr) { mWorldScene->addObjectToScene(ptr); }
        void moveObject(const Ptr& ptr, float position) override;
        void updatePhysics(float duration);

    private:
        std::unique_ptr<MWPhysics::PhysicsSystem> mPhysics;
        std::unique_ptr<Scene> mWorldScene;
    };
}
