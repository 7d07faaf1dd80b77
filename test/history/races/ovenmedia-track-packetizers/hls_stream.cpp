//===- hls_stream.cpp - a stream for players of HLS -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "hls_stream.h"

#include <mutex>

void HlsStream::CreatePackagers(const std::vector<uint32_t> &track_ids)
{
	for (uint32_t track_id : track_ids)
	{
		auto packetizer = std::make_shared<mpegts::Packetizer>();
		std::lock_guard<std::shared_mutex> lock(_ts_packetizers_guard);
		_track_packetizers[track_id].emplace_back(packetizer);
	}
}

bool HlsStream::Stop()
{
	std::lock_guard<std::shared_mutex> lock(_ts_packetizers_guard);
	_track_packetizers.clear();
	return true;
}

bool HlsStream::AppendMediaPacket(const std::shared_ptr<MediaPacket> &media_packet)
{
	std::shared_lock<std::shared_mutex> lock(_ts_packetizers_guard);
#ifdef FIXED
	auto it = _track_packetizers.find(media_packet->GetTrackId());
	if (it == _track_packetizers.end())
	{
		return true;
	}

	for (auto &packetizer : it->second)
#else
	auto &packetizers = _track_packetizers[media_packet->GetTrackId()]; // finding: unsynchronized-mutation
	for (auto &packetizer : packetizers)
#endif
	{
		packetizer->AppendFrame(media_packet);
	}

	return true;
}

void HlsStream::SendVideoFrame(const std::shared_ptr<MediaPacket> &media_packet)
{
	AppendMediaPacket(media_packet);
}

void HlsStream::SendDataFrame(const std::shared_ptr<MediaPacket> &media_packet)
{
	AppendMediaPacket(media_packet);
}

size_t HlsStream::GetFrameCount()
{
	std::shared_lock<std::shared_mutex> lock(_ts_packetizers_guard);
	size_t frames = 0;
	for (auto &[track_id, packetizers] : _track_packetizers)
	{
		for (auto &packetizer : packetizers)
		{
			frames += packetizer->GetFrameCount();
		}
	}
	return frames;
}
