//===- torrent.hpp - one download -------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "peer_connection.hpp"

#include <vector>

namespace libtorrent {

	struct torrent : std::enable_shared_from_this<torrent>
	{
		explicit torrent(io_service& ios) : m_ios(ios) {}
		bool connect_to_peer(torrent_peer* peerinfo);
		void second_tick(int tick_interval_ms);
		int num_peers() const { return int(m_connections.size()); }

	private:
		io_service& m_ios;
		std::vector<std::shared_ptr<peer_connection>> m_peers;
		// sorted by address
		std::vector<peer_connection*> m_connections;
		int m_swarm_last_seen_complete = 0;
	};
}
