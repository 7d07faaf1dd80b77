//===- Entity.h - things on the map -----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <memory>
#include <string>
#include <vector>

class Map;

class Sprite {
  public:
    explicit Sprite(const std::string& animation_set_id): animation_set_id(animation_set_id) {}
    const std::string& get_animation_set_id() const { return animation_set_id; }

  private:
    std::string animation_set_id;
};
using SpritePtr = std::shared_ptr<Sprite>;

class Entity {
  public:
    explicit Entity(Map& map): map(map) {}
    virtual ~Entity() = default;

    SpritePtr create_sprite(const std::string& animation_set_id);
    void clear_old_sprites();
    void check_collision_with_detectors();
    int get_num_sprites() const { return static_cast<int>(sprites.size()); }

    /** Called on a detector when a sprite of another entity touches it. */
    virtual void notify_collision(Entity& other, Sprite& other_sprite) {}

  private:
    struct NamedSprite {
      SpritePtr sprite;
      bool removed;
    };

    Map& map;
    std::vector<NamedSprite> sprites;
};
