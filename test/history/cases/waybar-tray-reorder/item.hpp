//===- item.hpp - an icon of the tray ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <string>

namespace waybar::modules::SNI {

struct Item {
  Item(const std::string& bus_name, int order) : bus_name(bus_name), order_(order) {}

  std::string bus_name;
  std::string title;
  int order_;
};

}  // namespace waybar::modules::SNI
