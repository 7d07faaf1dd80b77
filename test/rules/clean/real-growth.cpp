//===- real-growth.cpp - what has grown is not empty -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// The iterator is set anew unless the container is empty, and an element was just added to it.
// Code that nobody sees changes no container, so it empties none. Found in Fcitx.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <iterator>
#include <memory>
#include <vector>

struct Buffer {
  int width;
  bool busy();
};
void whenRendered(Buffer &buffer);

class Window {
  std::vector<std::unique_ptr<Buffer>> buffers_;
  void add(int width) {
    if (width == 0)
      return;
    buffers_.emplace_back(std::make_unique<Buffer>());
    whenRendered(*buffers_.back());
  }

public:
  Buffer *prepare(int width) {
    auto at = buffers_.begin();
    while (at != buffers_.end() && (*at)->busy())
      ++at;
    if (at == buffers_.end() && buffers_.size() < 2) {
      add(width);
      if (!buffers_.empty())
        at = std::prev(buffers_.end());
    }
    return at == buffers_.end() ? nullptr : at->get();
  }
};
