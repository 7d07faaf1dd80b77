//===- summoning.hpp - creatures that a spell brings ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "creaturestats.hpp"

namespace MWMechanics
{
    class World
    {
    public:
        std::set<int> mAlive;
    };

    int summonCreature(World& world, int effectId, CreatureStats& summoner);
    void updateSummons(World& world, CreatureStats& summoner);
    void purgeSummonEffect(World& world, CreatureStats& summoner, const std::pair<int, int>& summon);
}
