//===- mpegts_packetizer.cpp - packs frames ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mpegts_packetizer.h"

namespace mpegts
{
	bool Packetizer::AppendFrame(const std::shared_ptr<MediaPacket> &media_packet)
	{
		std::lock_guard<std::mutex> lock(_frames_lock);
		_frames.push_back(media_packet);
		return true;
	}

	size_t Packetizer::GetFrameCount()
	{
		std::lock_guard<std::mutex> lock(_frames_lock);
		return _frames.size();
	}
}
