//===- spelleffects.hpp - what the effects of spells do ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "creaturestats.hpp"

namespace MWMechanics
{
    void removeMagicEffect(CreatureStats& target, const ActiveEffect& effect);
}
