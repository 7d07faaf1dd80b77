//===- categoryfilterwidget.h - the list of categories ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef CATEGORYFILTERWIDGET_H
#define CATEGORYFILTERWIDGET_H

#include <set>
#include <string>

namespace BitTorrent
{
    class Session;
}

class CategoryFilterModel
{
public:
    explicit CategoryFilterModel(BitTorrent::Session *session);

    int data(const std::string &category) const;

private:
    void categoryRemoved(const std::string &categoryName);

    BitTorrent::Session *m_session;
    std::set<std::string> m_removed;
};

class CategoryFilterWidget
{
public:
    explicit CategoryFilterWidget(CategoryFilterModel *model);

    void removeUnusedCategories();

private:
    void updateGeometry();

    CategoryFilterModel *m_model;
};

#endif
