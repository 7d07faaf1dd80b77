//===- status.h - the result of an operation --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <string>
#include <utility>

namespace kudu {

class Status {
 public:
  static Status OK() { return Status(""); }
  static Status NotFound(std::string message) { return Status(std::move(message)); }
  static Status NetworkError(std::string message) { return Status(std::move(message)); }

  bool ok() const { return message_.empty(); }
  Status CloneAndPrepend(const std::string& message) const { return Status(message + ": " + message_); }

 private:
  explicit Status(std::string message) : message_(std::move(message)) {}

  std::string message_;
};

}  // namespace kudu
