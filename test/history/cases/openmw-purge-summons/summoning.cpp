//===- summoning.cpp - creatures that a spell brings ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "summoning.hpp"

namespace MWMechanics
{
    int summonCreature(World& world, int effectId, CreatureStats& summoner)
    {
        static int sNextActorId = 0;
        const int creatureActorId = ++sNextActorId;
        world.mAlive.insert(creatureActorId);
        summoner.getSummonedCreatureMap().emplace(effectId, creatureActorId);
        summoner.getActiveSpells().addEffect({ effectId, creatureActorId });
        return creatureActorId;
    }

    void updateSummons(World& world, CreatureStats& summoner)
    {
        auto& creatureMap = summoner.getSummonedCreatureMap();
        for (auto it = creatureMap.begin(); it != creatureMap.end();)
        {
            if (world.mAlive.count(it->second) == 0)
            {
#ifdef FIXED
                auto summon = *it;
                creatureMap.erase(it++);
                purgeSummonEffect(world, summoner, summon);
#else
                purgeSummonEffect(world, summoner, *it); // finding: mutate-while-iterating
                creatureMap.erase(it++);
#endif
            }
            else
                ++it;
        }
    }

    void purgeSummonEffect(World& world, CreatureStats& summoner, const std::pair<int, int>& summon)
    {
        summoner.getActiveSpells().purge(
            [summon](const auto& effect) { return effect.mEffectId == summon.first && effect.mArg == summon.second; },
            summoner);
        world.mAlive.erase(summon.second);
    }
}
