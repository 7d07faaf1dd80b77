//===- real-ordered-lists.cpp - one list in the order of another -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// The window is removed and inserted before another one, which the iterator is at: 'if (*our ==
// &window)' has returned. Found in Fluxbox. RUN: %check %s --std=c++17,c++20
// --stdlib=libstdc++,libc++
#include <list>

struct Window {};
struct Client : Window {};
struct Frame : Window {
  std::list<Client *> clients;
};
struct Pattern {
  bool match(const Window &window) const;
  void add();
};

class Ordered {
public:
  const std::list<Window *> &all() const { return list_; }
  bool contains(const Window &window) const {
    for (std::list<Window *>::const_iterator it = list_.begin(); it != list_.end(); ++it)
      if (*it == &window)
        return true;
    return false;
  }
  void updated(Frame &frame) {
    const std::list<Client *> &list = frame.clients;
    for (std::list<Client *>::const_iterator it = list.begin(); it != list.end(); ++it)
      if (parent_->contains(**it))
        check(**it);
  }

private:
  void check(Window &window) {
    if (contains(window)) {
      if (!pattern_->match(window)) {
        list_.remove(&window);
        pattern_->add();
      }
    } else if (pattern_->match(window)) {
      insert(window);
      pattern_->add();
    }
  }
  bool insert(Window &window) {
    const std::list<Window *> list = parent_->all();
    std::list<Window *>::const_iterator their = list.begin();
    std::list<Window *>::iterator our = list_.begin();
    for (; our != list_.end() && their != list.end(); ++their) {
      if (*their == &window) {
        if (*our == &window)
          return false;
        list_.remove(&window);
        list_.insert(our, &window);
        return true;
      }
      if (*their == *our)
        ++our;
    }
    list_.remove(&window);
    list_.push_back(&window);
    return true;
  }

  Pattern *pattern_;
  const Ordered *parent_;
  std::list<Window *> list_;
};
