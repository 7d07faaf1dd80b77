//===- main.cpp - two layers of a map load tiles ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: raptorswing/MapGraphics
// Fix: d4a87a5f8596 "MapGraphicsNetwork: use mutex to protect QHash list" (2015)
// Class: thread
// Each source of tiles has a thread of its own, and each thread an object for its requests. The objects are in a table
// of the class, which the threads look into and add to as they start.

#include "MapTileSource.h"

int main()
{
    MapTileSource streets("http://a/"), satellite("http://b/"), labels("http://c/");
    streets.start();
    satellite.start();
    labels.start();
    streets.wait();
    satellite.wait();
    labels.wait();
    return streets.tiles() + satellite.tiles() + labels.tiles() == 600 ? 0 : 1;
}
