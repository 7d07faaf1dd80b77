//===- host.hpp - the programs that have icons ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "item.hpp"

namespace waybar::modules::SNI {

class Host {
 public:
  Host(const std::map<std::string, int>& orders, const std::function<void(std::unique_ptr<Item>&)>& on_add,
       const std::function<void(std::unique_ptr<Item>&)>& on_remove, const std::function<void()>& on_reorder);

  void addRegisteredItem(const std::string& service);
  void itemReady(const std::string& service);
  void rename(const std::string& service, const std::string& id);
  void checkIgnoreList(const std::vector<std::string>& ignore_list,
                       const std::function<void(std::unique_ptr<Item>&)>& on_remove);
  void reorderItems();

 private:
  std::vector<std::unique_ptr<Item>> items_;
  const std::map<std::string, int> orders_;
  const std::function<void(std::unique_ptr<Item>&)> on_add_;
  const std::function<void(std::unique_ptr<Item>&)> on_remove_;
  const std::function<void()> on_reorder_;
};

}  // namespace waybar::modules::SNI
