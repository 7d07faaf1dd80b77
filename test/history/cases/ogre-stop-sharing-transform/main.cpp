//===- main.cpp - a crowd gets skeletons of its own -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: OGRECave/ogre
// Fix: 92c3ca2f48ff "Stopping instancing's transform sharing could trigger an iterator invalidation (crash)" (2012)
// Class: recursion
// A master entity tells all that share its skeleton to stop; the same function, run for a partner, unlinks it, and
// that takes it out of the master's vector.

#include "OgreInstancedEntity.h"

int main()
{
    Ogre::InstancedEntity leader, left, right;
    leader.shareTransformWith(&left);
    leader.shareTransformWith(&right);
    leader.stopSharingTransform();
    return leader.isSharing() || left.isSharing() || right.isSharing();
}
