//===- CustomEntity.h - an entity that a script controls --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "Entity.h"

#include <functional>
#include <map>

/** Stands for the Lua world: functions by reference. */
class LuaContext {
  public:
    using Callback = std::function<void(Entity& other, Sprite& other_sprite)>;

    int create_ref(Callback callback) {
      callbacks[++last_ref] = callback;
      return last_ref;
    }
    void do_custom_entity_collision_callback(int ref, Entity& other, Sprite& other_sprite) {
      callbacks.at(ref)(other, other_sprite);
    }

  private:
    std::map<int, Callback> callbacks;
    int last_ref = 0;
};

class CustomEntity: public Entity {
  public:
    CustomEntity(Map& map, LuaContext& lua_context): Entity(map), lua_context(lua_context) {}
    void add_collision_test(int callback_ref) { collision_tests.push_back(callback_ref); }
    void notify_collision(Entity& other, Sprite& other_sprite) override;

  private:
    LuaContext& lua_context;
    std::vector<int> collision_tests;
};
