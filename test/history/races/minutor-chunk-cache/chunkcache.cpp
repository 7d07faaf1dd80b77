//===- chunkcache.cpp - the parts of the world in memory --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "chunkcache.h"

void ChunkCache::clear() {
#ifdef FIXED
  QMutexLocker guard(&mutex);
  cache.clear();
#else
  mutex.lock();
  cache.clear();
  mutex.unlock();
#endif
}

void ChunkCache::setPath(const std::string &path) {
  if (this->path != path)
    clear();
  this->path = path;
}

std::shared_ptr<Chunk> ChunkCache::fetchCached(int cx, int cz) {
  // try to get Chunk from Cache
  ChunkID id(cx, cz);

#ifdef FIXED
  QMutexLocker guard(&mutex);
  std::shared_ptr<Chunk> *p_chunk(cache[id]);  // const operation

  if (p_chunk != NULL)
    return std::shared_ptr<Chunk>(*p_chunk);
#else
  mutex.lock();
  std::shared_ptr<Chunk> *p_chunk(cache[id]);  // const operation
  mutex.unlock();

  if (p_chunk != NULL)
    return std::shared_ptr<Chunk>(*p_chunk);  // known-miss: escaping-guarded-reference issue "What elements point at"
#endif
  else
    return std::shared_ptr<Chunk>(nullptr);  // we're loading this chunk, or it's blank.
}

std::shared_ptr<Chunk> ChunkCache::fetch(int cx, int cz) {
  // try to get Chunk from Cache
  ChunkID id(cx, cz);
#ifdef FIXED
  {
    QMutexLocker guard(&mutex);
    std::shared_ptr<Chunk> *p_chunk(cache[id]);  // const operation
    if (p_chunk != NULL) {
      std::shared_ptr<Chunk> chunk(*p_chunk);
      if (chunk->loaded)
        return chunk;
      return std::shared_ptr<Chunk>(nullptr);  // we're loading this chunk, or it's blank.
    }
  }

  // launch background process to load this chunk
  std::shared_ptr<Chunk> *p_chunk = new std::shared_ptr<Chunk>(new Chunk());

  {
    QMutexLocker guard(&mutex);
    cache.insert(id, p_chunk);  // non-const operation !
  }
#else
  mutex.lock();
  std::shared_ptr<Chunk> *p_chunk(cache[id]);  // const operation
  mutex.unlock();
  if (p_chunk != NULL) {
    std::shared_ptr<Chunk> chunk(*p_chunk);  // known-miss: escaping-guarded-reference issue "What elements point at"
    if (chunk->loaded)
      return chunk;
    return std::shared_ptr<Chunk>(nullptr);  // we're loading this chunk, or it's blank.
  }
  // launch background process to load this chunk
  p_chunk = new std::shared_ptr<Chunk>(new Chunk());
  mutex.lock();
  cache.insert(id, p_chunk);  // non-const operation !
  mutex.unlock();
#endif
  return std::shared_ptr<Chunk>(nullptr);
}
