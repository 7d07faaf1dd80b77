//===- SynchronousRequestListener.cpp - waits for a request -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SynchronousRequestListener.h"

void SynchronousRequestListener::onRequestFinish(MegaApi* api, MegaRequest* request, int error)
{
    finished = error == 0;
    api->removeRequestListener(this);
}
