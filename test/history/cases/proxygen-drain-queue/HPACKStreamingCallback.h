//===- HPACKStreamingCallback.h - gets headers ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <string>

class HPACKStreamingCallback {
 public:
  virtual ~HPACKStreamingCallback() {}
  virtual void onHeader(const std::string& name, const std::string& value) = 0;
  virtual void onHeadersComplete() = 0;
};
