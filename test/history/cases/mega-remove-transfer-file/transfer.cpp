//===- transfer.cpp - a transfer and its files ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "transfer.h"

#include "megaclient.h"

void Transfer::addFile(File* f)
{
    f->transfer = this;
    f->file_it = files.insert(files.end(), f);
}

bool Transfer::complete()
{
    for (file_list::iterator it = files.begin(); it != files.end();)
    {
        File* f = (*it);
        if (f->mtime != mtime)
        {
#ifdef FIXED
            it++;
            removeTransferFile(-21, f);
#else
            removeTransferFile(-21, f); // finding: mutate-while-iterating
#endif
        }
        else
        {
            it++;
        }
    }
    return !files.empty();
}

void Transfer::removeTransferFile(int e, File* f)
{
    Transfer* transfer = f->transfer;
    client->filecachedel(f);
    transfer->files.erase(f->file_it);
    client->app->file_removed(f, e);
    f->transfer = nullptr;
    f->terminated();
}
