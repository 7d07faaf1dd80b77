//===- MapGraphicsNetwork.cpp - the requests of a thread --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MapGraphicsNetwork.h"

//static
std::unordered_map<QThread *, MapGraphicsNetwork *> MapGraphicsNetwork::_instances;
#ifdef FIXED
QMutex MapGraphicsNetwork::_mutex;
#endif

//static
MapGraphicsNetwork *MapGraphicsNetwork::getInstance()
{
#ifdef FIXED
    QMutexLocker lock(&_mutex);
    QThread *current = QThread::currentThread();
    if (!MapGraphicsNetwork::_instances.count(current))
        MapGraphicsNetwork::_instances.emplace(current, new MapGraphicsNetwork());
#else
    QThread *current = QThread::currentThread();
    if (!MapGraphicsNetwork::_instances.count(current))
        MapGraphicsNetwork::_instances.emplace(current, new MapGraphicsNetwork()); // finding: unsynchronized-mutation
#endif
    return MapGraphicsNetwork::_instances.at(current);
}

std::string MapGraphicsNetwork::get(const std::string &request)
{
    return _userAgent + ": " + request;
}
