//===- megaclient.h - the client and who uses it ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "file.h"

#include <set>

struct MegaApp
{
    virtual ~MegaApp() {}
    virtual void file_removed(File*, int) {}
};

struct MegaClient
{
    void filecachedel(File* f) { cached.erase(f->localname); }

    MegaApp* app = nullptr;
    std::set<std::string> cached;
};
