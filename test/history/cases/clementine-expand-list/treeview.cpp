//===- treeview.cpp - shows a model -----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "treeview.h"

void QTreeView::collapseAll() {
  expanded_.clear();
  itemCount_ = 0;
}

void QTreeView::setExpanded(const QModelIndex& index, bool expand) {
  if (!expand) {
    expanded_.erase(index);
    return;
  }
  if (expanded_.insert(index).second) layout(index);
}

void QTreeView::layout(const QModelIndex& parent) { itemCount_ += model_->rowCount(parent); }
