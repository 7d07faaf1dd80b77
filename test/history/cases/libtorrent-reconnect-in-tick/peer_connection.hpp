//===- peer_connection.hpp - a connection to a peer -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "io_service.hpp"

#include <memory>

namespace libtorrent {

	struct torrent;

	struct torrent_peer
	{
		int address = 0;
		bool supports_utp = true;
		bool banned = false;
	};

	struct peer_connection : std::enable_shared_from_this<peer_connection>
	{
		peer_connection(io_service& ios, std::weak_ptr<torrent> t, torrent_peer* pi);
		void second_tick(int tick_interval_ms);
		torrent_peer* peer_info_struct() const { return m_peer_info; }
		bool is_disconnecting() const { return m_disconnecting; }
		int last_seen_complete() const { return m_last_seen_complete; }

	private:
		void on_timeout();
		void connect_failed();
		void disconnect();

		io_service& m_ios;
		std::weak_ptr<torrent> m_torrent;
		torrent_peer* m_peer_info;
		int m_waited = 0;
		int m_last_seen_complete = 0;
		bool m_utp;
		bool m_disconnecting = false;
	};
}
