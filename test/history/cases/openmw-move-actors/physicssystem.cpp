//===- physicssystem.cpp - moves actors -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "physicssystem.hpp"

#ifdef FIXED
#include <utility>
#include <vector>
#endif

namespace MWPhysics
{
    void PhysicsSystem::addActor(const MWWorld::Ptr& ptr)
    {
        mActors.emplace(ptr.mRef, std::make_shared<Actor>(ptr));
    }

    void PhysicsSystem::remove(const MWWorld::Ptr& ptr)
    {
        mActors.erase(ptr.mRef);
    }

    void PhysicsSystem::step(float velocity)
    {
        for (auto& [ref, physicActor] : mActors)
            physicActor->step(velocity);
    }

    void PhysicsSystem::moveActors()
    {
        auto* world = MWBase::Environment::get().getWorld();
#ifdef FIXED
        std::vector<std::pair<MWWorld::Ptr, float>> newPositions;
        newPositions.reserve(mActors.size());
        for (const auto& [ref, physicActor] : mActors)
            newPositions.emplace_back(physicActor->getPtr(), physicActor->getSimulationPosition());

        for (auto& [ptr, pos] : newPositions)
            world->moveObject(ptr, pos);
#else
        for (auto& [ref, physicActor] : mActors)
            // finding@+1: mutate-while-iterating
            world->moveObject(physicActor->getPtr(), physicActor->getSimulationPosition());
#endif
    }
}
