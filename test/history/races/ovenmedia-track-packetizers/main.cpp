//===- main.cpp - packets of tracks that nobody packs -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: OvenMediaLabs/OvenMediaEngine
// Fix: a87aad4eaf70 "refactor: use find()/iterator instead of map operator[] under shared_lock (#2179)" (2026)
// Class: shared lock
// Packets of all tracks of a stream find who packs them in a map. The look has the lock shared, but it is made with an
// operator that inserts what it does not find, and tracks of data have nobody who packs them.

#include "hls_stream.h"

#include <memory>
#include <thread>

int main()
{
	HlsStream stream;
	stream.CreatePackagers({0, 1});
	std::thread video([&stream] {
		for (uint32_t track_id = 0; track_id < 2000; track_id += 2)
			stream.SendVideoFrame(std::make_shared<MediaPacket>(MediaPacket{track_id}));
	});
	std::thread data([&stream] {
		for (uint32_t track_id = 1; track_id < 2000; track_id += 2)
			stream.SendDataFrame(std::make_shared<MediaPacket>(MediaPacket{track_id}));
	});
	video.join();
	data.join();
	const bool packed = stream.GetFrameCount() == 2;
	stream.Stop();
	return packed ? 0 : 1;
}
