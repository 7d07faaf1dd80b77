//===- megaapi_impl.h - runs requests ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

struct MegaClient;

class MegaApiImpl
{
public:
    explicit MegaApiImpl(MegaClient* client) : client(client) {}
    void useHttpsOnly(bool usehttps);

private:
    MegaClient* client;
};
