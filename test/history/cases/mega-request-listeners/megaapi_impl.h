//===- megaapi_impl.h - behind what programs see ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "megaapi.h"

#include <mutex>
#include <set>

class MegaApiImpl
{
public:
    explicit MegaApiImpl(MegaApi* api) : api(api) {}
    void addRequestListener(MegaRequestListener* listener);
    void removeRequestListener(MegaRequestListener* listener);
    void fetchNodes();

private:
    void fireOnRequestStart(MegaRequest* request);
    void fireOnRequestFinish(MegaRequest* request, int error);

    MegaApi* api;
    std::recursive_mutex sdkMutex;
    std::set<MegaRequestListener*> requestListeners;
    MegaRequest* activeRequest = nullptr;
};
