//===- playlistlistcontainer.cpp - the list of playlists --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "playlistlistcontainer.h"

#include "treeview.h"

void PlaylistListFilterProxyModel::setFilterRegExp(const std::string& regExp) {
  expandList.clear();
  QSortFilterProxyModel::setFilterRegExp(regExp);
}

void PlaylistListFilterProxyModel::refreshExpanded(QTreeView* tree) {
  tree->collapseAll();
#ifdef FIXED
  for (std::size_t i = 0; i < expandList.size(); i++) {
    const QModelIndex& sourceIndex = expandList[i];
    QModelIndex mappedIndex = mapFromSource(sourceIndex);
    tree->setExpanded(mappedIndex, true);
  }
#else
  for (QModelIndex sourceIndex : expandList) {
    QModelIndex mappedIndex = mapFromSource(sourceIndex);
    tree->setExpanded(mappedIndex, true); // finding: mutate-while-iterating
  }
#endif
}

// Depth first search of all the items
bool PlaylistListFilterProxyModel::hasAcceptedChildren(int source_row, const QModelIndex& source_parent) const {
  QModelIndex item = sourceModel()->index(source_row, source_parent);
  if (item < 0) return false;

  const int childCount = sourceModel()->rowCount(item);
  for (int i = 0; i < childCount; ++i) {
    if (filterAcceptsRowItself(i, item)) return true;
    if (hasAcceptedChildren(i, item)) return true;
  }
  return false;
}

bool PlaylistListFilterProxyModel::filterAcceptsRowItself(int source_row, const QModelIndex& source_parent) const {
  bool rv = QSortFilterProxyModel::filterAcceptsRow(source_row, source_parent);
  if (rv) {
    QModelIndex idx = sourceModel()->index(source_row, source_parent);

    // Bit of a hack to get around the const in this function
    auto* me = const_cast<PlaylistListFilterProxyModel*>(this);

    QModelIndex pidx = sourceModel()->parent(idx);
    while (pidx >= 0) {
      me->expandList.push_back(pidx);
      pidx = sourceModel()->parent(pidx);
    }
  }
  return rv;
}

bool PlaylistListFilterProxyModel::filterAcceptsRow(int source_row, const QModelIndex& source_parent) const {
  if (filterAcceptsRowItself(source_row, source_parent)) return true;

  // accept if any of the children is accepted on it's own merits
  return hasAcceptedChildren(source_row, source_parent);
}
