//===- MapTileSource.cpp - tiles of one layer -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MapTileSource.h"

#include "MapGraphicsNetwork.h"

void MapTileSource::run()
{
    for (int x = 0; x < 20; ++x)
    {
        for (int y = 0; y < 10; ++y)
            fetchTile(x, y);
    }
}

void MapTileSource::fetchTile(int x, int y)
{
    MapGraphicsNetwork *network = MapGraphicsNetwork::getInstance();
    const std::string reply = network->get(_host + std::to_string(x) + "/" + std::to_string(y));
    if (!reply.empty())
        ++_tiles;
}
