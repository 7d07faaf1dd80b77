//===- main.cpp - a setting is changed --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: meganz/sdk
// Fix: 652c61598555 "When transfer->failure() is called, the slot calling it is deleted" (2020)
// Class: destructor
// All running transfers are made to fail and so to start again; a transfer that nobody wants to repeat deletes
// itself, and its destructor takes it out of the map that is being iterated.

#include "megaapi_impl.h"
#include "megaclient.h"
#include "transfer.h"

int main()
{
    MegaClient client;
    File wanted(true), unwanted(false);
    client.startxfer(GET, "/a", &wanted);
    client.startxfer(GET, "/b", &unwanted);
    client.startxfer(GET, "/c", &wanted);
    client.dispatch();
    MegaApiImpl(&client).useHttpsOnly(true);
    return client.transfers[GET].size() == 2 ? 0 : 1;
}
