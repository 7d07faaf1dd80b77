//===- tray.cpp - shows the items -------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tray.hpp"

#include <algorithm>

namespace waybar::modules::SNI {

Tray::Tray(const std::vector<std::string>& ignore_list)
    : ignore_list_(ignore_list),
      host_(std::bind(&Tray::onAdd, this, std::placeholders::_1),
            std::bind(&Tray::onRemove, this, std::placeholders::_1), std::bind(&Tray::reorderBox, this)) {}

void Tray::onAdd(std::unique_ptr<Item>& item) {
  if (std::find(items_.begin(), items_.end(), item.get()) != items_.end()) {
    return;
  }
  items_.push_back(item.get());

  // After this `item` may be gone.
  host_.checkIgnoreList(ignore_list_, std::bind(&Tray::onRemove, this, std::placeholders::_1));
}

void Tray::onRemove(std::unique_ptr<Item>& item) {
  items_.erase(std::remove(items_.begin(), items_.end(), item.get()), items_.end());
}

void Tray::reorderBox() {
  std::stable_sort(items_.begin(), items_.end(), [](const Item* a, const Item* b) { return a->order_ < b->order_; });
}

}  // namespace waybar::modules::SNI
