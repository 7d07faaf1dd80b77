//===- host.cpp - knows the items -------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "host.hpp"

#include <algorithm>

namespace waybar::modules::SNI {

Host::Host(const ItemFunction& on_add, const ItemFunction& on_remove, const std::function<void()>& on_reorder)
    : on_add_(on_add), on_remove_(on_remove), on_reorder_(on_reorder) {}

Item& Host::addRegisteredItem(const std::string& service, int order) {
  items_.emplace_back(std::make_unique<Item>(service, order));
  return *items_.back();
}

void Host::itemReady(Item& item) {
  auto it = std::find_if(items_.begin(), items_.end(),
                         [&item](const auto& candidate) { return candidate.get() == &item; });
  if (it != items_.end()) {
    on_add_(*it);
  }
}

void Host::checkIgnoreList(const std::vector<std::string>& ignore_list, const ItemFunction& on_remove) {
  for (auto it = items_.begin(); it != items_.end();) {
    if (std::find(ignore_list.begin(), ignore_list.end(), (*it)->title) != ignore_list.end()) {
      on_remove(*it);
      it = items_.erase(it);
    } else {
      ++it;
    }
  }
}

void Host::reorderItems() {
#ifdef FIXED
  on_reorder_();
#else
  std::for_each(items_.begin(), items_.end(), on_remove_);
  std::sort(items_.begin(), items_.end(), [](std::unique_ptr<Item>& item1, std::unique_ptr<Item>& item2) {
    return item1->order_ < item2->order_;
  });
  std::for_each(items_.begin(), items_.end(), on_add_); // known-miss: mutate-while-iterating issue "The whole program"
#endif
}

}  // namespace waybar::modules::SNI
