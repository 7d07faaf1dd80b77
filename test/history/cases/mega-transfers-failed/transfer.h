//===- transfer.h - a transfer and its files --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "types.h"

struct File
{
    explicit File(bool retry) : retry(retry) {}
    virtual ~File() {}
    // true: try again
    virtual bool failed(error) { return retry; }

    bool retry;
};

struct TransferSlot
{
    int connections = 1;
};

struct Transfer
{
    Transfer(MegaClient* client, direction_t type) : client(client), type(type) {}
    ~Transfer();

    // either the slot or the transfer, including the slot, is deleted
    void failed(error e);

    MegaClient* client;
    direction_t type;
    file_list files;
    TransferSlot* slot = nullptr;
    int failcount = 0;
    transfer_map::iterator transfers_it;
};
