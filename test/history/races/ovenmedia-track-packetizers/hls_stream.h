//===- hls_stream.h - a stream for players of HLS ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "media_packet.h"
#include "mpegts_packetizer.h"

#include <map>
#include <memory>
#include <shared_mutex>
#include <vector>

class HlsStream
{
public:
	void CreatePackagers(const std::vector<uint32_t> &track_ids);
	bool Stop();

	void SendVideoFrame(const std::shared_ptr<MediaPacket> &media_packet);
	void SendDataFrame(const std::shared_ptr<MediaPacket> &media_packet);

	size_t GetFrameCount();

private:
	bool AppendMediaPacket(const std::shared_ptr<MediaPacket> &media_packet);

	// Track ID : Packetizers
	std::map<uint32_t, std::vector<std::shared_ptr<mpegts::Packetizer>>> _track_packetizers;
	std::shared_mutex _ts_packetizers_guard;
};
