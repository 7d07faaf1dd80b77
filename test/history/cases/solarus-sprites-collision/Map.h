//===- Map.h - the entities of a place --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <vector>

class Entity;
class Sprite;

class Map {
  public:
    void add_detector(Entity* detector) { detectors.push_back(detector); }
    void check_collision_with_detectors(Entity& entity, Sprite& sprite);

  private:
    std::vector<Entity*> detectors;
};
