//===- physicssystem.hpp - moves actors -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "world.hpp"

#include <memory>
#include <unordered_map>

namespace MWPhysics
{
    class Actor
    {
    public:
        explicit Actor(const MWWorld::Ptr& ptr) : mPtr(ptr), mSimulationPosition(*ptr.mPosition) {}
        const MWWorld::Ptr& getPtr() const { return mPtr; }
        float getSimulationPosition() const { return mSimulationPosition; }
        void step(float velocity) { mSimulationPosition += velocity; }

    private:
        MWWorld::Ptr mPtr;
        float mSimulationPosition;
    };

    class PhysicsSystem
    {
    public:
        void addActor(const MWWorld::Ptr& ptr);
        void remove(const MWWorld::Ptr& ptr);
        void step(float velocity);
        void moveActors();

    private:
        std::unordered_map<int, std::shared_ptr<Actor>> mActors;
    };
}
