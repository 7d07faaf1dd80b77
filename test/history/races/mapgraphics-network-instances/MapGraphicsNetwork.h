//===- MapGraphicsNetwork.h - the requests of a thread ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "QThread.h"

#include <string>
#include <unordered_map>

class MapGraphicsNetwork
{
public:
    static MapGraphicsNetwork *getInstance();

    // The body of the reply.
    std::string get(const std::string &request);

protected:
    MapGraphicsNetwork() = default;

private:
    static std::unordered_map<QThread *, MapGraphicsNetwork *> _instances;
#ifdef FIXED
    static QMutex _mutex;
#endif
    std::string _userAgent = "MapGraphics";
};
