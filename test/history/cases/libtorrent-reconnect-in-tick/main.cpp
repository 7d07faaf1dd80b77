//===- main.cpp - peers that do not answer ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: arvidn/libtorrent
// Fix: 3f09d16e3cfd "defer reconnecting peers to after the second_tick loop (to avoid mutating..." (2017)
// Class: other file
// A torrent ticks all its connections; one whose attempt to connect has timed out disconnects and makes the
// torrent connect again over TCP, which inserts the new connection into the vector that is being iterated.

#include "torrent.hpp"

int main()
{
	libtorrent::io_service ios;
	auto t = std::make_shared<libtorrent::torrent>(ios);
	libtorrent::torrent_peer peers[3];
	for (auto& p : peers) t->connect_to_peer(&p);
	for (int i = 0; i < 10; ++i)
	{
		t->second_tick(500);
		ios.poll();
	}
	return t->num_peers() == 6 ? 0 : 1;
}
