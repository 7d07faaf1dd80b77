//===- scene.cpp - the active cells -----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "scene.hpp"

#include "physicssystem.hpp"

namespace MWWorld
{
    void Scene::addObjectToScene(const Ptr& ptr)
    {
        mPhysics->addActor(ptr);
    }

    void Scene::removeObjectFromScene(const Ptr& ptr)
    {
        mPhysics->remove(ptr);
    }
}
