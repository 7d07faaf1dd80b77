//===- main.cpp - two that wait ---------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: meganz/sdk
// Fix: ae0fe0d3f815 "Allow to remove the called listener within the callback" (2016)
// Class: observer
// All listeners are told that a request has ended, by iterating the set of them; a listener that wants to hear
// of one request only removes itself in the call.

#include "SynchronousRequestListener.h"

int main()
{
    MegaApi api;
    SynchronousRequestListener first, second;
    api.addRequestListener(&first);
    api.addRequestListener(&second);
    api.fetchNodes();
    return first.isFinished() && second.isFinished() ? 0 : 1;
}
