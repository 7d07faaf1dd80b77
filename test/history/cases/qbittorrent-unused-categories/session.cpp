//===- session.cpp - torrents and their categories --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "session.h"

using namespace BitTorrent;

Session *Session::instance()
{
    static Session session;
    return &session;
}

const QStringMap &Session::categories() const
{
    return m_categories;
}

bool Session::addCategory(const std::string &name, const std::string &savePath)
{
    return m_categories.emplace(name, savePath).second;
}

bool Session::removeCategory(const std::string &name)
{
    for (TorrentHandle &torrent : m_torrents)
        if (torrent.category == name)
            torrent.category.clear();

    const bool result = (m_categories.erase(name) > 0);
    if (result) {
        // update stored categories
        m_storedCategories = m_categories;
        categoryRemoved(name);
    }
    return result;
}

void Session::addTorrent(const std::string &hash, const std::string &category)
{
    m_torrents.push_back({hash, category});
}

const std::vector<TorrentHandle> &Session::torrents() const
{
    return m_torrents;
}

void Session::onCategoryRemoved(std::function<void (const std::string &)> slot)
{
    m_categoryRemovedSlots.push_back(slot);
}

void Session::categoryRemoved(const std::string &name)
{
    for (const auto &slot : m_categoryRemovedSlots)
        slot(name);
}
