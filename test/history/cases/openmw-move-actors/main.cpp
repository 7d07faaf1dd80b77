//===- main.cpp - a guar runs away ------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: OpenMW/openmw
// Fix: 7b26058fa51f "moveObject() has side effects that might invalidate iterators from mActors. Instead of..." (2021)
// Class: other file
// After a physics step all actors are moved to their new positions in the world; one that leaves the active cells is
// removed from the scene and so from the map of actors that is being iterated.

#include "worldimp.hpp"

int main()
{
    float positions[] = { 10, 199, 50 };
    MWWorld::World world;
    for (int ref = 0; ref < 3; ++ref)
    {
        MWWorld::Ptr ptr;
        ptr.mRef = ref;
        ptr.mPosition = &positions[ref];
        world.placeObject(ptr);
    }
    world.updatePhysics(1);
    world.updatePhysics(1);
    return positions[1] > 205 && positions[1] < 215 ? 0 : 1;
}
