//===- RTPSReader.h - a reader ----------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

namespace eprosima {
namespace fastrtps {
namespace rtps {

class RTPSReader
{
public:

    void update_liveliness_changed_status(int alive_change)
    {
        liveliness_changed_status_ += alive_change;
    }

private:

    int liveliness_changed_status_ = 0;
};

} // namespace rtps
} // namespace fastrtps
} // namespace eprosima
