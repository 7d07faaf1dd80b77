//===- main.cpp - a playlist is looked for ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: clementine-player/Clementine
// Fix: 90cf4988ea16 "Fix crash when searching playlist." (2020)
// Class: virtual
// The filter collects the folders to open while it is asked for rows, and it is asked for rows by the view when the
// first of these folders is opened.

#include "playlistlistcontainer.h"
#include "treeview.h"

int main() {
  PlaylistListModel model;
  int folder = model.AddItem("rock", -1);
  int other = model.AddItem("jazz", -1);
  for (int i = 0; i < 20; ++i) model.AddItem("best", model.AddItem("year", i % 2 ? folder : other));

  PlaylistListFilterProxyModel proxy(&model);
  QTreeView tree(&proxy);
  proxy.setFilterRegExp("best");
  proxy.rowCount(folder);
  proxy.rowCount(model.index(0, folder));
  proxy.refreshExpanded(&tree);
  return tree.isExpanded(folder) ? 0 : 1;
}
