//===- megaapi.h - what programs see of the service -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

class MegaApi;
class MegaApiImpl;

class MegaRequest
{
public:
    explicit MegaRequest(int type) : type(type) {}
    int getType() const { return type; }

private:
    int type;
};

class MegaRequestListener
{
public:
    virtual ~MegaRequestListener() {}
    virtual void onRequestStart(MegaApi* api, MegaRequest* request) {}
    virtual void onRequestFinish(MegaApi* api, MegaRequest* request, int error) {}
};

class MegaApi
{
public:
    MegaApi();
    ~MegaApi();
    void addRequestListener(MegaRequestListener* listener);
    void removeRequestListener(MegaRequestListener* listener);
    void fetchNodes();

private:
    MegaApiImpl* pImpl;
};
