//===- MapTileSource.h - tiles of one layer ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "QThread.h"

#include <string>

class MapTileSource : public QThread
{
public:
    explicit MapTileSource(const std::string &host) : _host(host) {}
    int tiles() const { return _tiles; }

protected:
    void run() override;

private:
    void fetchTile(int x, int y);

    std::string _host;
    int _tiles = 0;
};
