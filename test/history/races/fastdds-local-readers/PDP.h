//===- PDP.h - discovery of participants ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <mutex>

namespace eprosima {
namespace fastrtps {
namespace rtps {

class PDP
{
public:

    //! Get the mutex.
    std::recursive_mutex* getMutex() const
    {
        return mp_mutex;
    }

    PDP()
        : mp_mutex(new std::recursive_mutex())
    {
    }

    ~PDP()
    {
        delete mp_mutex;
    }

    PDP(
            const PDP&) = delete;
    PDP& operator =(
            const PDP&) = delete;

private:

    std::recursive_mutex* mp_mutex;
};

} // namespace rtps
} // namespace fastrtps
} // namespace eprosima
