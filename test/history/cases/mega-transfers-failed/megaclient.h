//===- megaclient.h - all transfers -----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "types.h"

struct MegaClient
{
    ~MegaClient();
    void startxfer(direction_t d, const std::string& path, File* f);
    void dispatch();

    transfer_map transfers[2];
    bool usehttps = false;
};
