//===- main.cpp - the hero catches fire -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: solarus-games/solarus
// Fix: c2dcd81c0ade "Fix crash when removing sprites while traversing them" (2016)
// Class: callback
// An entity tests each of its sprites for collisions on the map; the Lua function that a detector calls when it is hit
// may give the entity another sprite.

#include "CustomEntity.h"
#include "Map.h"

int main() {

  Map map;
  LuaContext lua_context;
  CustomEntity torch(map, lua_context);
  torch.add_collision_test(lua_context.create_ref([](Entity& other, Sprite& other_sprite) {
    if (other_sprite.get_animation_set_id() == "hero/tunic") {
      other.create_sprite("entities/fire");
    }
  }));
  map.add_detector(&torch);
  Entity hero(map);
  hero.create_sprite("hero/tunic");
  hero.create_sprite("hero/shadow");
#ifdef FIXED
  hero.check_collision_with_detectors();
#else
  hero.check_collision_with_detectors();
#endif
  return hero.get_num_sprites() == 3 ? 0 : 1;
}
