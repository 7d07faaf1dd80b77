//===- creaturestats.hpp - what is known of a creature ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace MWMechanics
{
    class CreatureStats;

    struct ActiveEffect
    {
        int mEffectId;
        int mArg;
    };

    class ActiveSpells
    {
    public:
        using EffectPredicate = std::function<bool(const ActiveEffect&)>;

        void addEffect(const ActiveEffect& effect) { mEffects.push_back(effect); }
        void purge(EffectPredicate predicate, CreatureStats& creature);

    private:
        std::vector<ActiveEffect> mEffects;
    };

    class CreatureStats
    {
    public:
        ActiveSpells& getActiveSpells() { return mActiveSpells; }
        std::multimap<int, int>& getSummonedCreatureMap() { return mSummonedCreatures; }

    private:
        ActiveSpells mActiveSpells;
        std::multimap<int, int> mSummonedCreatures; // <Effect, ActorId of summoned creature>
    };
}
