//===- chunkloader.cpp - loads a part of the world --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "chunkloader.h"

#include "chunkcache.h"

void ChunkLoader::run() {
  // get existing Chunk entry from Cache
  std::shared_ptr<Chunk> chunk(cache.fetchCached(cx, cz));
  // parse Chunk data
  // Chunk will be flagged "loaded" in a thread save way
  if (chunk)
    chunk->loaded = true;
}
