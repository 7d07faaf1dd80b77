//===- transfer.cpp - a transfer and its files ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "transfer.h"

#include "megaclient.h"

Transfer::~Transfer()
{
    if (transfers_it != client->transfers[type].end())
    {
        client->transfers[type].erase(transfers_it);
    }
    delete slot;
}

void Transfer::failed(error e)
{
    bool defer = false;
    for (file_list::iterator it = files.begin(); it != files.end(); it++)
    {
        if ((*it)->failed(e))
        {
            defer = true;
        }
    }

    if (defer)
    {
        failcount++;
        delete slot;
        slot = nullptr;
    }
    else
    {
        delete this;
    }
}
