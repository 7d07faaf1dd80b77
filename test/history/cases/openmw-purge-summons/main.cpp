//===- main.cpp - a summoned scamp dies -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: OpenMW/openmw
// Fix: 161e042e2ac7 "Prevent iterator invalidation when cleaning up summons" (2021)
// Class: kept reference
// An entry of the map of summoned creatures is handed by reference to a function that ends the spell; the end of the
// effect erases the entry, which is then read again, and its iterator erased again.

#include "summoning.hpp"

int main()
{
    MWMechanics::World world;
    MWMechanics::CreatureStats mage;
    const int scamp = MWMechanics::summonCreature(world, 102, mage);
    MWMechanics::summonCreature(world, 105, mage);
    world.mAlive.erase(scamp);
    MWMechanics::updateSummons(world, mage);
    return mage.getSummonedCreatureMap().size() == 1 ? 0 : 1;
}
