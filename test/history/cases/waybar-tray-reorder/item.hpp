//===- item.hpp - an icon of another program --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <string>

namespace waybar::modules::SNI {

struct Item {
  std::string bus_name;
  int order_ = 0;
  bool ready = false;
};

}  // namespace waybar::modules::SNI
