//===- BuiltinProtocols.h - discovery and liveliness ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "PDP.h"
#include "WLP.h"

namespace eprosima {
namespace fastrtps {
namespace rtps {

class BuiltinProtocols
{
public:

    BuiltinProtocols()
        : mp_PDP(new PDP())
        , mp_WLP(new WLP(this))
    {
    }

    ~BuiltinProtocols()
    {
        delete mp_WLP;
        delete mp_PDP;
    }

    BuiltinProtocols(
            const BuiltinProtocols&) = delete;
    BuiltinProtocols& operator =(
            const BuiltinProtocols&) = delete;

    PDP* mp_PDP;
    WLP* mp_WLP;
};

} // namespace rtps
} // namespace fastrtps
} // namespace eprosima
