//===- gl_rasterizer_cache.cpp - surfaces by their address ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "gl_rasterizer_cache.h"

constexpr u64 PAGE_BITS = 12;

void RasterizerCacheOpenGL::InvalidateRegion(GPUVAddr addr, std::size_t size) {
#ifdef FIXED
    for (auto iter = surface_cache.cbegin(); iter != surface_cache.cend();) {
        const auto& surface{iter->second};
        const auto& params{surface->GetSurfaceParams()};

        ++iter;

        if (params.IsOverlappingRegion(addr, size)) {
            UnregisterSurface(surface);
        }
    }
#else
    for (const auto& pair : surface_cache) {
        const auto& surface{pair.second};
        const auto& params{surface->GetSurfaceParams()};

        if (params.IsOverlappingRegion(addr, size)) {
            UnregisterSurface(surface); // finding: mutate-while-iterating
        }
    }
#endif
}

void RasterizerCacheOpenGL::RegisterSurface(const Surface& surface) {
    const auto& params{surface->GetSurfaceParams()};
    const auto& search{surface_cache.find(params.addr)};

    if (search != surface_cache.end()) {
        // Registered already
        return;
    }

    surface_cache[params.addr] = surface;
    UpdatePagesCachedCount(params.addr, params.size_in_bytes, 1);
}

void RasterizerCacheOpenGL::UnregisterSurface(const Surface& surface) {
    const auto& params{surface->GetSurfaceParams()};
    const auto& search{surface_cache.find(params.addr)};

    if (search == surface_cache.end()) {
        // Unregistered already
        return;
    }

    UpdatePagesCachedCount(params.addr, params.size_in_bytes, -1);
    surface_cache.erase(search);
}

void RasterizerCacheOpenGL::UpdatePagesCachedCount(GPUVAddr addr, u64 size, int delta) {
    for (u64 page = addr >> PAGE_BITS; page < (addr + size) >> PAGE_BITS; ++page) {
        cached_pages[page] += delta;
    }
}
