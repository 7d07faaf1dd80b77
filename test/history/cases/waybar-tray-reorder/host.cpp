//===- host.cpp - the programs that have icons ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "host.hpp"

#include <algorithm>

namespace waybar::modules::SNI {

Host::Host(const std::map<std::string, int>& orders, const std::function<void(std::unique_ptr<Item>&)>& on_add,
           const std::function<void(std::unique_ptr<Item>&)>& on_remove, const std::function<void()>& on_reorder)
    : orders_(orders), on_add_(on_add), on_remove_(on_remove), on_reorder_(on_reorder) {}

void Host::addRegisteredItem(const std::string& service) {
  items_.emplace_back(std::make_unique<Item>());
  items_.back()->bus_name = service;
}

void Host::itemReady(const std::string& service) {
  auto it = std::find_if(items_.begin(), items_.end(),
                         [&service](const auto& candidate) { return candidate->bus_name == service; });
  if (it != items_.end()) {
    (*it)->ready = true;
    on_add_(*it);
  }
}

void Host::rename(const std::string& service, const std::string& id) {
  for (auto& item : items_) {
    if (item->bus_name == service) {
      item->bus_name = id;
    }
    auto order = orders_.find(item->bus_name);
    item->order_ = order == orders_.end() ? 0 : order->second;
  }
}

void Host::checkIgnoreList(const std::vector<std::string>& ignore_list,
                           const std::function<void(std::unique_ptr<Item>&)>& on_remove) {
  for (auto it = items_.begin(); it != items_.end();) {
    if (std::find(ignore_list.begin(), ignore_list.end(), (*it)->bus_name) != ignore_list.end()) {
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
  std::for_each(items_.begin(), items_.end(), on_add_); // finding: mutate-while-iterating // finding: invalidated-iterator
#endif
}

}  // namespace waybar::modules::SNI
