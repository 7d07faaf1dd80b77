//===- real-reserved.cpp - not enough was reserved -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// A range is stored in parts, so more is pushed than was reserved: the second part may move the
// first one's text, which the third part copies. Found in aMule.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <string>
#include <utility>
#include <vector>

struct Range {
  unsigned first, last;
  std::string text;
};

void store(std::vector<Range> &ranges, std::vector<std::string> &names) {
  names.reserve(ranges.size() + 1000);
  for (Range &range : ranges) {
    unsigned length = range.last - range.first + 1;
    std::string *text = nullptr;
    while (length) {
      unsigned part = length > 0x8000 ? length & 0x07FFF000 : length;
      if (text) {
        names.push_back(*text); // known-miss: invalidated-reference issue "Quality on real code"
      } else {
        names.push_back(std::string());
        text = &*names.rbegin();
        std::swap(*text, range.text);
      }
      length -= part;
    }
  }
}

void storeUnreserved(std::vector<Range> &ranges, std::vector<std::string> &names) {
  for (Range &range : ranges) {
    std::string *text = nullptr;
    for (unsigned length = range.last - range.first + 1; length; length /= 2) {
      if (text) {
        names.push_back(*text); // finding: invalidated-reference "pointer 'text' is used after
                                // inserting into 'names'"
      } else {
        names.push_back(std::string());
        text = &*names.rbegin();
        std::swap(*text, range.text);
      }
    }
  }
}
