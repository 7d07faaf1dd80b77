//===- session.h - torrents and their categories ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef BITTORRENT_SESSION_H
#define BITTORRENT_SESSION_H

#include <functional>
#include <map>
#include <string>
#include <vector>

using QStringMap = std::map<std::string, std::string>;

namespace BitTorrent
{
    struct TorrentHandle
    {
        std::string hash;
        std::string category;
    };

    class Session
    {
    public:
        static Session *instance();

        const QStringMap &categories() const;
        bool addCategory(const std::string &name, const std::string &savePath);
        bool removeCategory(const std::string &name);
        void addTorrent(const std::string &hash, const std::string &category);
        const std::vector<TorrentHandle> &torrents() const;

        void onCategoryRemoved(std::function<void (const std::string &)> slot);

    private:
        void categoryRemoved(const std::string &name);

        QStringMap m_categories;
        QStringMap m_storedCategories;
        std::vector<TorrentHandle> m_torrents;
        std::vector<std::function<void (const std::string &)>> m_categoryRemovedSlots;
    };
}

#endif
