//===- ParticipantImpl.h - a participant of a domain ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "BuiltinProtocols.h"
#include "TimedEvent.h"

namespace eprosima {
namespace fastrtps {
namespace rtps {

class RTPSParticipantImpl
{
public:

    RTPSParticipantImpl();

    RTPSReader* createReader();
    void deleteReader(
            RTPSReader* reader);

    BuiltinProtocols& builtinProtocols()
    {
        return mp_builtinProtocols;
    }

private:

    BuiltinProtocols mp_builtinProtocols;
    TimedEvent mp_event;
};

} // namespace rtps
} // namespace fastrtps
} // namespace eprosima
