//===- main.cpp - a file was edited while it was sent -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: meganz/sdk
// Fix: 844088b4406e "Fix a crash from an invalid file loop iterator when the uploaded file was already..." (2020)
// Class: callee
// When an upload is complete its files are checked in a loop over the list of them; one that was changed
// meanwhile is removed by a function that erases it from the list by the iterator that the file keeps.

#include "megaclient.h"
#include "transfer.h"

int main()
{
    MegaApp app;
    MegaClient client;
    client.app = &app;
    Transfer transfer(&client, 100);
    File same("a.txt", 100), edited("b.txt", 123), other("c.txt", 100);
    for (File* f : {&same, &edited, &other})
    {
        client.cached.insert(f->localname);
        transfer.addFile(f);
    }
    return transfer.complete() && transfer.files.size() == 2 ? 0 : 1;
}
