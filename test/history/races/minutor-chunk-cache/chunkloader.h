//===- chunkloader.h - loads a part of the world ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

class ChunkCache;

class ChunkLoader {
 public:
  ChunkLoader(ChunkCache &cache, int cx, int cz) : cache(cache), cx(cx), cz(cz) {}
  void run();

 private:
  ChunkCache &cache;
  int cx, cz;
};
