//===- megaclient.cpp - all transfers ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "megaclient.h"

#include "transfer.h"

MegaClient::~MegaClient()
{
    for (direction_t d : {GET, PUT})
    {
        while (!transfers[d].empty())
        {
            delete transfers[d].begin()->second;
        }
    }
}

void MegaClient::startxfer(direction_t d, const std::string& path, File* f)
{
    Transfer* t = new Transfer(this, d);
    t->files.push_back(f);
    t->transfers_it = transfers[d].insert(std::make_pair(path, t)).first;
}

void MegaClient::dispatch()
{
    for (direction_t d : {GET, PUT})
    {
        for (auto& transfer : transfers[d])
        {
            if (!transfer.second->slot)
            {
                transfer.second->slot = new TransferSlot;
            }
        }
    }
}
