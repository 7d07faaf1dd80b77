//===- mpegts_packetizer.h - packs frames -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "media_packet.h"

#include <memory>
#include <mutex>
#include <vector>

namespace mpegts
{
	class Packetizer
	{
	public:
		bool AppendFrame(const std::shared_ptr<MediaPacket> &media_packet);
		size_t GetFrameCount();

	private:
		std::mutex _frames_lock;
		std::vector<std::shared_ptr<MediaPacket>> _frames;
	};
}
