//===- megaapi_impl.cpp - behind what programs see --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "megaapi_impl.h"

void MegaApiImpl::addRequestListener(MegaRequestListener* listener)
{
    if (!listener) return;

    sdkMutex.lock();
    requestListeners.insert(listener);
    sdkMutex.unlock();
}

void MegaApiImpl::removeRequestListener(MegaRequestListener* listener)
{
    if (!listener) return;

    sdkMutex.lock();
    requestListeners.erase(listener);
    sdkMutex.unlock();
}

void MegaApiImpl::fireOnRequestStart(MegaRequest* request)
{
    activeRequest = request;
    for (std::set<MegaRequestListener*>::iterator it = requestListeners.begin(); it != requestListeners.end();)
    {
        (*it++)->onRequestStart(api, request);
    }
    activeRequest = nullptr;
}

void MegaApiImpl::fireOnRequestFinish(MegaRequest* request, int error)
{
    activeRequest = request;
#ifdef FIXED
    for (std::set<MegaRequestListener*>::iterator it = requestListeners.begin(); it != requestListeners.end();)
    {
        (*it++)->onRequestFinish(api, request, error);
    }
#else
    for (std::set<MegaRequestListener*>::iterator it = requestListeners.begin(); it != requestListeners.end(); it++)
        (*it)->onRequestFinish(api, request, error); // finding: mutate-while-iterating
#endif
    activeRequest = nullptr;
}

void MegaApiImpl::fetchNodes()
{
    MegaRequest request(9);
    fireOnRequestStart(&request);
    fireOnRequestFinish(&request, 0);
}
