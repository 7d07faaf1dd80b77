//===- playlistlistcontainer.h - the list of playlists ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PLAYLISTLISTCONTAINER_H
#define PLAYLISTLISTCONTAINER_H

#include "sortfilterproxymodel.h"

class QTreeView;

class PlaylistListFilterProxyModel : public QSortFilterProxyModel {
 public:
  explicit PlaylistListFilterProxyModel(PlaylistListModel* source) : QSortFilterProxyModel(source) {}

  std::vector<QModelIndex> expandList;

  void setFilterRegExp(const std::string& regExp);
  void refreshExpanded(QTreeView* tree);

 protected:
  bool filterAcceptsRow(int source_row, const QModelIndex& source_parent) const override;

 private:
  bool hasAcceptedChildren(int source_row, const QModelIndex& source_parent) const;
  bool filterAcceptsRowItself(int source_row, const QModelIndex& source_parent) const;
};

#endif
