//===- signals-sigc.cpp - signals and slots of libsigc++ --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 -- -isystem /usr/include/sigc++-2.0 \
// RUN:   -isystem /usr/lib/x86_64-linux-gnu/sigc++-2.0/include
#include <sigc++/sigc++.h>
#include <vector>

static void plain(int) {}

class Panel {
public:
  Panel() {
    method.connect(sigc::mem_fun(*this, &Panel::append));
    pointer.connect(sigc::mem_fun(this, &Panel::append));
    more.connect(sigc::bind(sigc::mem_fun(*this, &Panel::appendMore), 7));
    less.connect(sigc::hide(sigc::mem_fun(*this, &Panel::clear)));
    lambda.connect([this](int item) { items.push_back(item); });
    classic.connect(sigc::mem_fun(*this, &Panel::append));
    quiet.connect(sigc::mem_fun(*this, &Panel::look));
    quiet.connect(sigc::bind(sigc::mem_fun(*this, &Panel::lookMore), 7));
    quiet.connect(sigc::ptr_fun(&plain));
    quiet.connect([this](int item) { others.push_back(item); });
  }
  void fireMethod() {
    for (int item : items)
      method.emit(item); // finding: mutate-while-iterating
  }
  void firePointer() {
    for (int item : items)
      pointer(item); // finding: mutate-while-iterating
  }
  void fireMore() {
    for (int item : items)
      more.emit(item); // finding: mutate-while-iterating
  }
  void fireLess() {
    for (int item : items)
      less.emit(item); // finding: mutate-while-iterating
  }
  void fireLambda() {
    for (int item : items)
      lambda(item); // finding: mutate-while-iterating
  }
  void fireClassic() {
    for (int item : items)
      classic.emit(item); // finding: mutate-while-iterating
  }
  void fireQuietly() {
    for (int item : items) {
      quiet.emit(item);
      quiet(item);
    }
  }
  void fireCopy() {
    const std::vector<int> copy = items;
    for (int item : copy)
      method.emit(item);
  }
  void fireAfter() {
    int sum = 0;
    for (int item : items)
      sum += item;
    method.emit(sum);
  }
  void fireAndStop() {
    for (int item : items) {
      method.emit(item);
      break;
    }
  }
  void fireThere(Panel &other) {
    for (int item : items)
      other.method.emit(item);
  }

private:
  void append(int item) { items.push_back(item); }
  void appendMore(int item, int more) { items.push_back(item + more); }
  void clear() { items.clear(); }
  void look(int item) { count += item; }
  void lookMore(int item, int more) { count += item + more; }
  std::vector<int> items = {1, 2, 3};
  std::vector<int> others;
  int count = 0;
  sigc::signal<void(int)> method, pointer, more, less, lambda, quiet;
  sigc::signal<void, int> classic;
};

// Accessors hand out the signal.
class Button {
public:
  sigc::signal<void()> &clicked() { return clickedSignal; }
  void click() { clickedSignal.emit(); }

private:
  sigc::signal<void()> clickedSignal;
};
class Bar {
public:
  Bar() {
    add.clicked().connect(sigc::mem_fun(*this, &Bar::grow));
    look.clicked().connect(sigc::mem_fun(*this, &Bar::count));
  }
  void clickAdd() {
    for (int item : items)
      if (item)
        add.click(); // finding: mutate-while-iterating
  }
  void clickLook() {
    for (int item : items)
      if (item)
        look.click();
  }

private:
  void grow() { items.push_back(1); }
  void count() { ++clicks; }
  std::vector<int> items = {1, 2, 3};
  int clicks = 0;
  Button add, look;
};
