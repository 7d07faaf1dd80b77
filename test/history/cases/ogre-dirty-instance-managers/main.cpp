//===- main.cpp - a node with instances of two meshes -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: OGRECave/ogre
// Fix: dd4833c0c2a6 "Fixed wrong documentation for InstanceManager::createInstancedEntity Having two..." (2011)
// Class: other file
// The scene manager updates all instance managers that are dirty; an update reaches an entity's node, whose other
// entities make another manager dirty, which is appended to the vector that is being iterated.

#include "OgreInstanceManager.h"
#include "OgreSceneManager.h"

int main()
{
    Ogre::SceneManager scene;
    Ogre::InstanceManager trees(&scene), birds(&scene);
    Ogre::SceneNode node;
    Ogre::InstanceBatch tree(&trees, &node), bird(&birds, &node);
    tree._boundsDirty();
    scene.updateDirtyInstanceManagers();
    return 0;
}
