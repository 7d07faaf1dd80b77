//===- world.hpp - what the parts know of the world -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

namespace MWWorld
{
    struct Ptr
    {
        int mRef = 0;
        float* mPosition = nullptr;
    };
}

namespace MWBase
{
    class World
    {
    public:
        virtual ~World() = default;
        virtual void moveObject(const MWWorld::Ptr& ptr, float position) = 0;
    };

    class Environment
    {
    public:
        static Environment& get();
        void setWorld(World* world) { mWorld = world; }
        World* getWorld() const { return mWorld; }

    private:
        World* mWorld = nullptr;
    };
}
