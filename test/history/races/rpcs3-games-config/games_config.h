//===- games_config.h - where the games are ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "mutex.h"

#include <map>
#include <string>

class games_config
{
public:
	void set_save_on_dirty(bool enabled) { m_save_on_dirty = enabled; }

#ifdef FIXED
	const std::map<std::string, std::string> get_games() const;
#else
	const std::map<std::string, std::string>& get_games() const { return m_games; }
#endif
	bool is_dirty() const { return m_dirty; }

	std::string get_path(const std::string& title_id) const;

	bool add_game(const std::string& key, const std::string& path);
	bool save();

private:
	std::map<std::string, std::string> m_games;
#ifdef FIXED
	mutable shared_mutex m_mutex;
#endif

	bool m_dirty = false;
	bool m_save_on_dirty = true;
};
