//===- SynchronousRequestListener.h - waits for a request -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "megaapi.h"

class SynchronousRequestListener : public MegaRequestListener
{
public:
    void onRequestFinish(MegaApi* api, MegaRequest* request, int error) override;
    bool isFinished() const { return finished; }

private:
    bool finished = false;
};
