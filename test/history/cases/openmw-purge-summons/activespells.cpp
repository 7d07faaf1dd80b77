//===- activespells.cpp - spells that last ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "spelleffects.hpp"

namespace MWMechanics
{
    void ActiveSpells::purge(EffectPredicate predicate, CreatureStats& creature)
    {
        for (auto it = mEffects.begin(); it != mEffects.end();)
        {
            if (predicate(*it))
            {
                ActiveEffect effect = *it;
                it = mEffects.erase(it);
                removeMagicEffect(creature, effect);
            }
            else
                ++it;
        }
    }
}
