//===- main.cpp - surfaces of a region are dropped --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: yuzu-emu/yuzu
// Fix: 59ea37daa7b8 "gl_rasterizer_cache: Avoid iterator invalidation issues within InvalidateRegion()" (2018)
// Class: callee
// The cache walks its surfaces and unregisters those that lie in the region; unregistering one erases it from the map.

#include "gl_rasterizer_cache.h"

int main() {
    RasterizerCacheOpenGL cache;
    for (u64 page = 1; page <= 8; ++page) {
        cache.RegisterSurface(std::make_shared<CachedSurface>(SurfaceParams{page * 0x1000, 0x1000}));
    }
    cache.InvalidateRegion(0x2000, 0x3000);
    return cache.Size() == 5 ? 0 : 1;
}
