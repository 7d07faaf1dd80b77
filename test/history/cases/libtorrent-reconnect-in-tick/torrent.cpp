//===- torrent.cpp - one download -------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "torrent.hpp"

#include <algorithm>

namespace libtorrent {

	namespace {
		template <typename T>
		void sorted_insert(std::vector<T>& container, T v)
		{
			auto i = std::lower_bound(container.begin(), container.end(), v);
			container.insert(i, v);
		}
	}

	bool torrent::connect_to_peer(torrent_peer* peerinfo)
	{
		if (peerinfo->banned) return false;
		auto c = std::make_shared<peer_connection>(m_ios, shared_from_this(), peerinfo);
		m_peers.push_back(c);
		sorted_insert(m_connections, c.get());
		return true;
	}

	void torrent::second_tick(int tick_interval_ms)
	{
		for (auto p : m_connections)
		{
			m_swarm_last_seen_complete = std::max(p->last_seen_complete(), m_swarm_last_seen_complete);
#ifdef FIXED
			p->second_tick(tick_interval_ms);
#else
			p->second_tick(tick_interval_ms); // finding: mutate-while-iterating
#endif
		}
	}
}
