//===- media_packet.h - a packet of a track ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <cstdint>

struct MediaPacket
{
	uint32_t GetTrackId() const { return track_id; }

	uint32_t track_id;
};
