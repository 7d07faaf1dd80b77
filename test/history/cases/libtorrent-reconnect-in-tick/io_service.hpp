//===- io_service.hpp - what is to be done later ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <deque>
#include <functional>

namespace libtorrent {

	struct io_service
	{
		void post(std::function<void()> handler) { m_handlers.push_back(handler); }
		void poll()
		{
			std::deque<std::function<void()>> handlers;
			handlers.swap(m_handlers);
			for (auto const& handler : handlers) handler();
		}
	private:
		std::deque<std::function<void()>> m_handlers;
	};
}
