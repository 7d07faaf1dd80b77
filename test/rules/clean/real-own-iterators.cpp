//===- real-own-iterators.cpp - lists that bring their iterators -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Who is deleted leaves the list, and front() makes a new iterator in each round. Found in Fcitx.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <cstddef>
#include <iterator>
#include <memory>

struct Context {
  virtual ~Context();
};
struct Node {
  Node *next;
};
struct Getter {
  Context &of(Node &node) const;
};
class Contexts {
  struct iterator {
    using iterator_category = std::forward_iterator_tag;
    using value_type = Context;
    using difference_type = std::ptrdiff_t;
    using pointer = Context *;
    using reference = Context &;
    iterator(Node *node, const Getter &getter) : node_(node), getter_(&getter) {}
    bool operator==(const iterator &other) const { return node_ == other.node_; }
    bool operator!=(const iterator &other) const { return node_ != other.node_; }
    iterator &operator++() {
      node_ = node_->next;
      return *this;
    }
    reference operator*() { return getter_->of(*node_); }
    pointer operator->() { return &getter_->of(*node_); }
    Node *node_;
    const Getter *getter_;
  };
  Node root_;
  Getter getter_;

public:
  bool empty() const { return root_.next == &root_; }
  iterator begin() { return {root_.next, getter_}; }
  Context &front() { return *begin(); }
};

struct Private {
  Contexts contexts;
  bool done = false;
};
class Manager {
  std::unique_ptr<Private> d_ptr;
  Private *d_func() { return d_ptr.get(); }

public:
  void finish() {
    auto *d = d_func();
    d->done = true;
    while (!d->contexts.empty())
      delete &d->contexts.front();
  }
};
