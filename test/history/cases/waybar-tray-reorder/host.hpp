//===- host.hpp - knows the items -------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "item.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace waybar::modules::SNI {

class Host {
 public:
  using ItemFunction = std::function<void(std::unique_ptr<Item>&)>;

  Host(const ItemFunction& on_add, const ItemFunction& on_remove, const std::function<void()>& on_reorder);

  Item& addRegisteredItem(const std::string& service, int order);
  void itemReady(Item& item);
  void checkIgnoreList(const std::vector<std::string>& ignore_list, const ItemFunction& on_remove);
  void reorderItems();

 private:
  std::vector<std::unique_ptr<Item>> items_;
  const ItemFunction on_add_;
  const ItemFunction on_remove_;
  const std::function<void()> on_reorder_;
};

}  // namespace waybar::modules::SNI
