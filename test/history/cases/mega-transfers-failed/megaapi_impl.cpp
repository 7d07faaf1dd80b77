//===- megaapi_impl.cpp - runs requests -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "megaapi_impl.h"

#include "megaclient.h"
#include "transfer.h"

void MegaApiImpl::useHttpsOnly(bool usehttps)
{
    if (client->usehttps != usehttps)
    {
        client->usehttps = usehttps;
        for (int d = GET; d == GET || d == PUT; d += PUT - GET)
        {
#ifdef FIXED
            for (transfer_map::iterator it = client->transfers[d].begin(); it != client->transfers[d].end();)
            {
                Transfer* t = it->second;
                it++;
                if (t->slot)
                {
                    t->failed(-3);
                }
            }
#else
            for (transfer_map::iterator it = client->transfers[d].begin(); it != client->transfers[d].end(); it++)
            {
                Transfer* t = it->second;
                if (t->slot)
                {
                    t->failed(-3); // finding: mutate-while-iterating
                }
            }
#endif
        }
    }
}
