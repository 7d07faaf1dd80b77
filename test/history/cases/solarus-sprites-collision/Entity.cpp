//===- Entity.cpp - things on the map ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Entity.h"

#include "Map.h"

SpritePtr Entity::create_sprite(const std::string& animation_set_id) {

  NamedSprite named_sprite;
  named_sprite.sprite = std::make_shared<Sprite>(animation_set_id);
  named_sprite.removed = false;
  sprites.emplace_back(named_sprite);
  return named_sprite.sprite;
}

void Entity::check_collision_with_detectors() {

#ifdef FIXED
  std::vector<NamedSprite> sprites = this->sprites;
#endif
  for (const NamedSprite& named_sprite: sprites) {
    if (named_sprite.removed) {
      continue;
    }
    Sprite& sprite = *named_sprite.sprite;
#ifdef FIXED
    map.check_collision_with_detectors(*this, sprite);
#else
    map.check_collision_with_detectors(*this, sprite); // finding: mutate-while-iterating
#endif
  }
}
