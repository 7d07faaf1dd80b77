//===- real-skips.cpp - elements left out on purpose -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Right code, reduced from llvm::DOT::EscapeString; nothing may be said about this file.
// RUN: %check %s --std=c++17
#include <string>

// An escaped bar loses its backslash and is then stepped over.
void unescapeBars(std::string &s) {
  for (unsigned i = 0; i != s.length(); ++i)
    switch (s[i]) {
    case '\\':
      if (i + 1 != s.length())
        switch (s[i + 1]) {
        case '|':
          s.erase(s.begin() + i);
          continue;
        default:
          break;
        }
      break;
    default:
      break;
    }
}
