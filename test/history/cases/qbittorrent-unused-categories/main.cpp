//===- main.cpp - categories without torrents are removed -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: qbittorrent/qBittorrent
// Fix: 758c70283f9d "Fix crashes due to invalid iterator use" (2018)
// Class: other file
// The widget walks the session's map of categories through a reference to const and asks the same session to remove the
// unused ones, by a reference to the key that the session announces after it has erased it.

#include "categoryfilterwidget.h"
#include "session.h"

int main()
{
    BitTorrent::Session *session = BitTorrent::Session::instance();
    CategoryFilterModel model(session);
    session->addCategory("films", "/films");
    session->addCategory("music", "/music");
    session->addCategory("texts", "/texts");
    session->addTorrent("abc", "music");

    CategoryFilterWidget widget(&model);
    widget.removeUnusedCategories();
    return session->categories().size() == 1 ? 0 : 1;
}
