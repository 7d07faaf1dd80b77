//===- WLP.h - liveliness of writers ----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <cstddef>
#include <vector>

namespace eprosima {
namespace fastrtps {
namespace rtps {

class BuiltinProtocols;
class RTPSReader;

class WLP
{
public:

    explicit WLP(
            BuiltinProtocols* builtin)
        : mp_builtinProtocols(builtin)
    {
    }

    bool add_local_reader(
            RTPSReader* reader);
    bool remove_local_reader(
            RTPSReader* reader);

    //! A writer was lost or has come back.
    void sub_liveliness_changed(
            int alive_change);

    std::size_t readers() const;

private:

    BuiltinProtocols* mp_builtinProtocols;
    std::vector<RTPSReader*> readers_;
};

} // namespace rtps
} // namespace fastrtps
} // namespace eprosima
