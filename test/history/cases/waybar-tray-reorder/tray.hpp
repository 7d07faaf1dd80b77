//===- tray.hpp - shows the items -------------------------------*- C++ -*-===//
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
  explicit Tray(const std::vector<std::string>& ignore_list);

  Host& host() { return host_; }
  int size() const { return static_cast<int>(items_.size()); }

 private:
  void onAdd(std::unique_ptr<Item>& item);
  void onRemove(std::unique_ptr<Item>& item);
  void reorderBox();

  std::vector<std::string> ignore_list_;
  Host host_;
  std::vector<Item*> items_;
};

}  // namespace waybar::modules::SNI
