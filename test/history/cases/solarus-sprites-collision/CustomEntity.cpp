//===- CustomEntity.cpp - an entity that a script controls ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CustomEntity.h"

void CustomEntity::notify_collision(Entity& other, Sprite& other_sprite) {

  for (std::size_t i = 0; i < collision_tests.size(); ++i) {
    lua_context.do_custom_entity_collision_callback(collision_tests[i], other, other_sprite);
  }
}
