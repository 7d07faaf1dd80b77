//===- main.cpp - a compiler could not be packed ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: icecc/icecream
// Fix: 36f24d84dbf1 "Fix crash in Daemon::answer_client_requests" (2016)
// Class: callee
// The daemon walks its environments and finishes those whose pipe has something to say; the function that finishes one
// erases it when nothing came out of it.

#include "daemon.h"

int main()
{
    Daemon d;
    d.native_environments["gcc"].create_env_pipe = 3;
    d.native_environments["clang"].create_env_pipe = 4;
    d.native_environments["tcc"].create_env_pipe = 5;
    d.installed_sizes[4] = 1000;
    Client client{"clang", Client::WAITCREATEENV};
    d.clients[1] = &client;
    d.answer_client_requests({3, 4, 5});
    return d.native_environments.size() == 1 && client.status == Client::GOTNATIVE ? 0 : 1;
}
