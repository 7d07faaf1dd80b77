//===- WLP.cpp - liveliness of writers --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WLP.h"

#include "BuiltinProtocols.h"
#include "RTPSReader.h"

#include <algorithm>
#include <mutex>

namespace eprosima {
namespace fastrtps {
namespace rtps {

bool WLP::add_local_reader(
        RTPSReader* reader)
{
    std::lock_guard<std::recursive_mutex> guard(*mp_builtinProtocols->mp_PDP->getMutex());

    readers_.push_back(reader);

    return true;
}

bool WLP::remove_local_reader(
        RTPSReader* reader)
{
#ifdef FIXED
    std::lock_guard<std::recursive_mutex> guard(*mp_builtinProtocols->mp_PDP->getMutex());
#endif

    auto it = std::find(
        readers_.begin(),
        readers_.end(),
        reader);
    if (it != readers_.end())
    {
#ifdef FIXED
        readers_.erase(it);
#else
        readers_.erase(it); // finding: inconsistent-lock
#endif
        return true;
    }

    return false;
}

void WLP::sub_liveliness_changed(
        int alive_change)
{
    std::lock_guard<std::recursive_mutex> guard(*mp_builtinProtocols->mp_PDP->getMutex());

    for (RTPSReader* reader : readers_)
    {
        reader->update_liveliness_changed_status(alive_change);
    }
}

std::size_t WLP::readers() const
{
    std::lock_guard<std::recursive_mutex> guard(*mp_builtinProtocols->mp_PDP->getMutex());

    return readers_.size();
}

} // namespace rtps
} // namespace fastrtps
} // namespace eprosima
