//===- main.cpp - the map is moved while it is drawn ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: mrkite/minutor
// Fix: f833fb7caac5 "fix potential stability problem shared pointer to cached chunk needs to be _copied_ from cache before unlocking the mutex" (2019)
// Class: escaping reference
// The cache owns shared pointers to chunks and gives a pointer to such a pointer. The mutex is held for the look into
// the cache, but the shared pointer is copied after that: by then the cache may be cleared, as another world is opened.

#include "chunkcache.h"
#include "chunkloader.h"

#include <thread>

int main() {
  ChunkCache cache(16);
  std::thread loader([&cache] {
    for (int round = 0; round < 100000; round++)
      for (int cx = 0; cx < 4; cx++)
        ChunkLoader(cache, cx, 0).run();
  });
  for (int round = 0; round < 50000; round++) {
    cache.setPath(round % 2 ? "world/DIM-1/region" : "world/region");
    for (int cx = 0; cx < 4; cx++)
      cache.fetch(cx, 0);
  }
  loader.join();
  return cache.fetchCached(3, 0) ? 0 : 1;
}
