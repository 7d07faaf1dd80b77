//===- sortfilterproxymodel.cpp - a model that leaves out rows --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "sortfilterproxymodel.h"

QModelIndex PlaylistListModel::AddItem(const std::string& name, const QModelIndex& parent) {
  items_.emplace_back(name, parent);
  return static_cast<QModelIndex>(items_.size()) - 1;
}

int PlaylistListModel::rowCount(const QModelIndex& parent) const {
  int count = 0;
  for (const auto& item : items_) count += item.second == parent;
  return count;
}

QModelIndex PlaylistListModel::index(int row, const QModelIndex& parent) const {
  for (std::size_t i = 0; i < items_.size(); ++i)
    if (items_[i].second == parent && row-- == 0) return static_cast<QModelIndex>(i);
  return -1;
}

QModelIndex PlaylistListModel::parent(const QModelIndex& index) const { return items_[index].second; }

const std::string& PlaylistListModel::data(const QModelIndex& index) const { return items_[index].first; }

void QSortFilterProxyModel::setFilterRegExp(const std::string& regExp) {
  regExp_ = regExp;
  mapping_.clear();
}

int QSortFilterProxyModel::rowCount(const QModelIndex& parent) const {
  return static_cast<int>(createMapping(parent).size());
}

bool QSortFilterProxyModel::filterAcceptsRow(int source_row, const QModelIndex& source_parent) const {
  return source_->data(source_->index(source_row, source_parent)) == regExp_;
}

const std::vector<int>& QSortFilterProxyModel::createMapping(const QModelIndex& source_parent) const {
  auto it = mapping_.find(source_parent);
  if (it != mapping_.end()) return it->second;

  std::vector<int> rows;
  const int source_rows = source_->rowCount(source_parent);
  for (int i = 0; i < source_rows; ++i)
    if (filterAcceptsRow(i, source_parent)) rows.push_back(i);
  return mapping_[source_parent] = rows;
}
