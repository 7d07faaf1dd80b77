//===- real-leaving-lists.cpp - elements that leave their list when they end -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// The destructor takes the element out of the list whose first one is deleted in a loop, and what is
// caught is another exception each time. Found in OpenClonk (C4GUI::Container, C4ParticleDef,
// C4ObjectList).
// RUN: %check %s --std=c++17
#include <cstdio>

namespace gui {

class Container;
class Element {
public:
  virtual ~Element();
  Container *parent = nullptr;
  Element *next = nullptr, *previous = nullptr;
};
class Container : public Element {
public:
  ~Container() override { clear(); }
  virtual void removeElement(Element *child);
  void clear() {
    while (first)
      delete first;
  }
  Element *getFirst() { return first; }
  Element *get(int index) {
    for (Element *child = first; child; child = child->next)
      if (!index--)
        return child;
    return nullptr;
  }
  void clearByIndex() {
    Element *child;
    while ((child = get(0)))
      delete child;
  }

protected:
  Element *first = nullptr, *last = nullptr;
};
class Window : public Container {
public:
  void removeElement(Element *child) override {
    Container::removeElement(child);
    if (client == child)
      client = nullptr;
  }

private:
  Element *client = nullptr;
};
Element::~Element() {
  if (parent)
    parent->removeElement(this);
}
void Container::removeElement(Element *child) {
  if (child->parent != this)
    return;
  if (child->previous)
    child->previous->next = child->next;
  else
    first = child->next;
  if (child->next)
    child->next->previous = child->previous;
  else
    last = child->previous;
  child->parent = nullptr;
}
void empty(Window &window) {
  while (window.getFirst())
    delete window.getFirst();
}

} // namespace gui

namespace particles {

struct Definition {
  Definition *next = nullptr, *previous = nullptr;
  ~Definition();
};
struct Definitions {
  Definition *first = nullptr, *last = nullptr;
  void clear() {
    while (first)
      delete first;
  }
};
Definitions all;
Definition::~Definition() {
  if (previous)
    previous->next = next;
  else
    all.first = next;
  if (next)
    next->previous = previous;
  else
    all.last = previous;
}

} // namespace particles

namespace caught {

struct Error {
  int position;
};
void load(int i);
void all(int n) {
  for (int i = 0; i < n; ++i) {
    try {
      load(i);
    } catch (Error *error) {
      std::printf("%d\n", error->position);
      delete error;
    }
  }
}

} // namespace caught

namespace definitions {

// Who deletes one and goes on asking it: no destructor helps.
struct Definition {
  Definition *next = nullptr;
  int requirements = 0;
  ~Definition();
};
Definition *first;
bool isKnown(int requirement);
void removeUnknown() {
  Definition *next;
  for (Definition *d = first, *previous = nullptr; d; d = next) {
    next = d->next;
    for (int i = 0; i < d->requirements; i++) // finding: deleted-node-in-traversal
      if (!isKnown(i)) {
        (previous ? previous->next : first) = d->next;
        delete d;
      }
    previous = d;
  }
}
Definition::~Definition() { std::puts("gone"); }

} // namespace definitions

//===--- a node that is taken out before it is deleted ----------------------===//
// The loop goes on and compares with what is gone; nobody leads there any more (C4ViewportList).
namespace view {

struct View {
  View *next = nullptr;
  int id = 0;
};
class Views {
public:
  View *first = nullptr;
  bool close(View *view) {
    if (!view)
      return false;
    if (first == view) {
      first = view->next;
      delete view;
      std::puts("closed");
    } else {
      for (View *previous = first; previous; previous = previous->next)
        if (previous->next == view) {
          previous->next = view->next;
          delete view;
          std::puts("closed");
        }
    }
    return true;
  }
};

} // namespace view
