//===- item_list.hpp - what a cursor has read -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_ITEM_LIST_HPP
#define HOLDFAST_DETAIL_ITEM_LIST_HPP

#include <cstddef>
#include <vector>

namespace holdfast::detail {

/// A vector that only grows: nothing is constructed again for the next group.
template <class Item> class item_list {
public:
  std::size_t size() const noexcept { return size_; }
  Item &operator[](std::size_t i) noexcept { return all_[i]; }
  const Item &operator[](std::size_t i) const noexcept { return all_[i]; }
  /// n items to write to; resize() says how many of them are.
  Item *room(std::size_t n) {
    if (all_.size() < n)
      all_.resize(n);
    return all_.data();
  }
  void resize(std::size_t n) noexcept { size_ = n; }
  void push_back(const Item &i) {
    room(size_ < 16 ? 16 : size_ + 1)[size_] = i;
    ++size_;
  }

private:
  std::vector<Item> all_;
  std::size_t size_ = 0;
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_ITEM_LIST_HPP
