//===- main.cpp - readers go while their writers are watched ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: eProsima/Fast-DDS
// Fix: f992fabe16db "Refs #17267: Added missing mutex to WLP::remove_local_reader" (2023)
// Class: forgotten lock
// The liveliness of writers is reported to all readers by the thread of the timed events. The list of readers belongs
// to the mutex of the discovery protocol, an object two pointers away; removing a reader did not take it.

#include "ParticipantImpl.h"

#include <vector>

int main()
{
    using namespace eprosima::fastrtps::rtps;

    RTPSParticipantImpl participant;
    std::vector<RTPSReader*> readers;
    for (unsigned i = 0; i < 300; ++i)
    {
        readers.push_back(participant.createReader());
    }
    for (RTPSReader* reader : readers)
    {
        participant.deleteReader(reader);
    }
    return participant.builtinProtocols().mp_WLP->readers() == 0 ? 0 : 1;
}
