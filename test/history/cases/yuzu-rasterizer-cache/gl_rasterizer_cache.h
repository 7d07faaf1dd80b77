//===- gl_rasterizer_cache.h - surfaces by their address --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <unordered_map>

using u64 = std::uint64_t;
using GPUVAddr = u64;

struct SurfaceParams {
    bool IsOverlappingRegion(GPUVAddr region_addr, std::size_t region_size) const {
        return addr < region_addr + region_size && region_addr < addr + size_in_bytes;
    }

    GPUVAddr addr;
    std::size_t size_in_bytes;
};

class CachedSurface final {
public:
    explicit CachedSurface(const SurfaceParams& params) : params(params) {}

    const SurfaceParams& GetSurfaceParams() const {
        return params;
    }

private:
    SurfaceParams params;
};

using Surface = std::shared_ptr<CachedSurface>;

class RasterizerCacheOpenGL final {
public:
    /// Mark the specified region as being invalidated
    void InvalidateRegion(GPUVAddr addr, std::size_t size);

    /// Register surface into the cache
    void RegisterSurface(const Surface& surface);

    std::size_t Size() const {
        return surface_cache.size();
    }

private:
    /// Remove surface from the cache
    void UnregisterSurface(const Surface& surface);

    /// Increase/decrease the number of surface in pages touching the specified region
    void UpdatePagesCachedCount(GPUVAddr addr, u64 size, int delta);

    std::unordered_map<GPUVAddr, Surface> surface_cache;
    std::map<u64, int> cached_pages;
};
