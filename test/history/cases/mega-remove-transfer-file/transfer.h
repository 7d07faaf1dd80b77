//===- transfer.h - a transfer and its files --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "file.h"

struct MegaClient;

struct Transfer
{
    Transfer(MegaClient* client, long mtime) : client(client), mtime(mtime) {}
    void addFile(File* f);
    bool complete();
    void removeTransferFile(int e, File* f);

    MegaClient* client;
    long mtime;
    file_list files;
};
