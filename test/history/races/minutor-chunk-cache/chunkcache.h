//===- chunkcache.h - the parts of the world in memory ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "chunk.h"
#include "qcache.h"
#include "qmutex.h"

#include <memory>
#include <string>
#include <utility>

typedef std::pair<int, int> ChunkID;

class ChunkCache {
 public:
  explicit ChunkCache(std::size_t maxcache) : cache(maxcache) {}

  void clear();
  void setPath(const std::string &path);

  std::shared_ptr<Chunk> fetchCached(int cx, int cz);  // fetch Chunk only if cached
  std::shared_ptr<Chunk> fetch(int cx, int cz);        // fetch Chunk and load when not found

 private:
  QCache<ChunkID, std::shared_ptr<Chunk>> cache;
  QMutex mutex;
  std::string path;
};
