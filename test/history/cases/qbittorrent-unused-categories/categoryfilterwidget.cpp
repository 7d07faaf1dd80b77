//===- categoryfilterwidget.cpp - the list of categories --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "categoryfilterwidget.h"

#include "session.h"

CategoryFilterModel::CategoryFilterModel(BitTorrent::Session *session)
    : m_session(session)
{
    session->onCategoryRemoved([this](const std::string &name) { categoryRemoved(name); });
}

int CategoryFilterModel::data(const std::string &category) const
{
    int count = 0;
    for (const BitTorrent::TorrentHandle &torrent : m_session->torrents())
        if (torrent.category == category)
            ++count;
    return count;
}

void CategoryFilterModel::categoryRemoved(const std::string &categoryName)
{
    m_removed.insert(categoryName);
}

CategoryFilterWidget::CategoryFilterWidget(CategoryFilterModel *model)
    : m_model(model)
{
}

void CategoryFilterWidget::removeUnusedCategories()
{
    auto session = BitTorrent::Session::instance();
#ifdef FIXED
    std::vector<std::string> keys;
    for (const auto &entry : session->categories())
        keys.push_back(entry.first);
    for (const std::string &category : keys) {
        if (m_model->data(category) == 0)
            session->removeCategory(category);
    }
#else
    for (auto i = session->categories().cbegin(); i != session->categories().cend(); ++i) {
        const std::string &category = i->first;
        if (m_model->data(category) == 0)
            session->removeCategory(category); // finding: mutate-while-iterating // finding: invalidated-reference
    }
#endif
    updateGeometry();
}

void CategoryFilterWidget::updateGeometry()
{
}
