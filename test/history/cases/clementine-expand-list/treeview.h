//===- treeview.h - shows a model -------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef TREEVIEW_H
#define TREEVIEW_H

#include <set>

#include "sortfilterproxymodel.h"

class QTreeView {
 public:
  explicit QTreeView(QAbstractItemModel* model) : model_(model) {}

  void collapseAll();
  void setExpanded(const QModelIndex& index, bool expand);
  bool isExpanded(const QModelIndex& index) const { return expanded_.count(index) != 0; }

 private:
  void layout(const QModelIndex& parent);

  QAbstractItemModel* model_;
  std::set<QModelIndex> expanded_;
  int itemCount_ = 0;
};

#endif
