//===- scene.hpp - the active cells -----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "world.hpp"

namespace MWPhysics
{
    class PhysicsSystem;
}

namespace MWWorld
{
    class Scene
    {
    public:
        explicit Scene(MWPhysics::PhysicsSystem* physics) : mPhysics(physics) {}
        bool isCellActive(int cell) const { return cell >= -1 && cell <= 1; }
        void addObjectToScene(const Ptr& ptr);
        void removeObjectFromScene(const Ptr& ptr);

    private:
        MWPhysics::PhysicsSystem* mPhysics;
    };
}
