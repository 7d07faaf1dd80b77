//===- spelleffects.cpp - what the effects of spells do ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "spelleffects.hpp"

#include <algorithm>

namespace MWMechanics
{
    void removeMagicEffect(CreatureStats& target, const ActiveEffect& effect)
    {
        auto& summons = target.getSummonedCreatureMap();
        auto [begin, end] = summons.equal_range(effect.mEffectId);
        auto it = std::find_if(begin, end, [&](const auto& summon) { return summon.second == effect.mArg; });
        if (it != end)
            summons.erase(it);
    }
}
