//===- chosen_error.h - which of the errors happens -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Included before everything else by the compiler's command line, for the headers of mutate.py.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_RUNTIME_CHOSEN_ERROR_H
#define HOLDFAST_TEST_RUNTIME_CHOSEN_ERROR_H

#include <cstdlib>

namespace holdfast::test {

/// Its number in errors.py; none if HOLDFAST_ERROR is not set.
inline const int chosen_error = [] {
  const char *number = std::getenv("HOLDFAST_ERROR");
  return number ? std::atoi(number) : -1;
}();
inline bool has_error(int number) noexcept { return number == chosen_error; }

} // namespace holdfast::test

#endif // HOLDFAST_TEST_RUNTIME_CHOSEN_ERROR_H
