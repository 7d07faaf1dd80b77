//===- ParticipantImpl.cpp - a participant of a domain ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParticipantImpl.h"

#include "RTPSReader.h"

#include <chrono>
#include <thread>

namespace eprosima {
namespace fastrtps {
namespace rtps {

RTPSParticipantImpl::RTPSParticipantImpl()
    : mp_event([this]()
            {
                mp_builtinProtocols.mp_WLP->sub_liveliness_changed(-1);
            })
{
}

RTPSReader* RTPSParticipantImpl::createReader()
{
    RTPSReader* reader = new RTPSReader();
    mp_builtinProtocols.mp_WLP->add_local_reader(reader);
    return reader;
}

void RTPSParticipantImpl::deleteReader(
        RTPSReader* reader)
{
    mp_builtinProtocols.mp_WLP->remove_local_reader(reader);
    delete reader;

    // The other participants are told of it.
    std::this_thread::sleep_for(std::chrono::microseconds(50));
}

} // namespace rtps
} // namespace fastrtps
} // namespace eprosima
