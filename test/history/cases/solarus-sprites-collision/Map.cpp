//===- Map.cpp - the entities of a place ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Map.h"

#include "Entity.h"

void Map::check_collision_with_detectors(Entity& entity, Sprite& sprite) {

  for (Entity* detector: detectors) {
    if (detector == &entity) {
      continue;
    }
    detector->notify_collision(entity, sprite);
  }
}
