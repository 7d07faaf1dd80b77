//===- peer_connection.cpp - a connection to a peer -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "peer_connection.hpp"

#include "torrent.hpp"

namespace libtorrent {

	peer_connection::peer_connection(io_service& ios, std::weak_ptr<torrent> t, torrent_peer* pi)
		: m_ios(ios)
		, m_torrent(t)
		, m_peer_info(pi)
		, m_utp(pi->supports_utp)
	{}

	void peer_connection::second_tick(int tick_interval_ms)
	{
		if (m_disconnecting) return;
		m_waited += tick_interval_ms;
		if (m_waited > 1000) on_timeout();
	}

	void peer_connection::on_timeout()
	{
		connect_failed();
	}

	void peer_connection::connect_failed()
	{
		std::shared_ptr<torrent> t = m_torrent.lock();
		if (m_utp && m_peer_info && m_peer_info->supports_utp)
		{
			m_peer_info->supports_utp = false;
#ifdef FIXED
			disconnect();
			if (t && m_peer_info)
			{
				std::weak_ptr<torrent> weak_t = t;
				std::weak_ptr<peer_connection> weak_self = shared_from_this();
				m_ios.post([weak_t, weak_self]()
				{
					std::shared_ptr<torrent> tor = weak_t.lock();
					std::shared_ptr<peer_connection> p = weak_self.lock();
					if (tor && p) tor->connect_to_peer(p->peer_info_struct());
				});
			}
#else
			torrent_peer* pi = peer_info_struct();
			disconnect();
			if (t && pi) t->connect_to_peer(pi);
#endif
			return;
		}
		disconnect();
	}

	void peer_connection::disconnect()
	{
		m_disconnecting = true;
	}
}
