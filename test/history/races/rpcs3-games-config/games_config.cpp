//===- games_config.cpp - where the games are -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "games_config.h"

#include <sstream>

#ifdef FIXED
const std::map<std::string, std::string> games_config::get_games() const
{
	std::lock_guard lock(m_mutex);
	return m_games;
}
#endif

std::string games_config::get_path(const std::string& title_id) const
{
	if (title_id.empty())
	{
		return {};
	}

#ifdef FIXED
	std::lock_guard lock(m_mutex);
#endif

	if (const auto it = m_games.find(title_id); it != m_games.cend())
	{
		return it->second;
	}

	return {};
}

bool games_config::add_game(const std::string& key, const std::string& path)
{
#ifdef FIXED
	std::lock_guard lock(m_mutex);
#endif

	// Access or create node if does not exist
	if (auto it = m_games.find(key); it != m_games.end())
	{
		if (it->second == path)
		{
			// Nothing to do
			return true;
		}

		it->second = path;
	}
	else
	{
#ifdef FIXED
		m_games.emplace(key, path);
#else
		m_games.emplace(key, path); // finding: unsynchronized-mutation
#endif
	}

	m_dirty = true;

	if (m_save_on_dirty)
	{
		return save();
	}

	return true;
}

bool games_config::save()
{
#ifdef FIXED
	std::lock_guard lock(m_mutex);
#endif

	std::ostringstream out;
	for (const auto& [key, path] : m_games)
	{
		out << key << ": " << path << '\n';
	}

	m_dirty = !out;
	return !m_dirty;
}
