//===- tray.hpp - the icons in the bar --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "host.hpp"

namespace waybar::modules::SNI {

class Tray {
 public:
  Tray(const std::vector<std::string>& ignore_list, const std::map<std::string, int>& orders);

  Host& host() { return host_; }
  std::size_t shown() const { return items_.size(); }

 private:
  void onAdd(std::unique_ptr<Item>& item);
  void onRemove(std::unique_ptr<Item>& item);
  void reorderBox();

  std::vector<Item*> items_;
  std::vector<std::string> ignore_list_;
  Host host_;
};

}  // namespace waybar::modules::SNI
