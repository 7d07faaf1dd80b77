//===- sortfilterproxymodel.h - a model that leaves out rows ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SORTFILTERPROXYMODEL_H
#define SORTFILTERPROXYMODEL_H

#include <map>
#include <string>
#include <vector>

using QModelIndex = int;  // -1: not valid

class QAbstractItemModel {
 public:
  virtual ~QAbstractItemModel() = default;
  virtual int rowCount(const QModelIndex& parent) const = 0;
};

class PlaylistListModel : public QAbstractItemModel {
 public:
  QModelIndex AddItem(const std::string& name, const QModelIndex& parent);
  int rowCount(const QModelIndex& parent) const override;
  QModelIndex index(int row, const QModelIndex& parent) const;
  QModelIndex parent(const QModelIndex& index) const;
  const std::string& data(const QModelIndex& index) const;

 private:
  std::vector<std::pair<std::string, QModelIndex>> items_;
};

class QSortFilterProxyModel : public QAbstractItemModel {
 public:
  explicit QSortFilterProxyModel(PlaylistListModel* source) : source_(source) {}

  void setFilterRegExp(const std::string& regExp);
  int rowCount(const QModelIndex& parent) const override;
  QModelIndex mapFromSource(const QModelIndex& sourceIndex) const { return sourceIndex; }
  PlaylistListModel* sourceModel() const { return source_; }

 protected:
  virtual bool filterAcceptsRow(int source_row, const QModelIndex& source_parent) const;

 private:
  const std::vector<int>& createMapping(const QModelIndex& source_parent) const;

  PlaylistListModel* source_;
  std::string regExp_;
  mutable std::map<QModelIndex, std::vector<int>> mapping_;
};

#endif
