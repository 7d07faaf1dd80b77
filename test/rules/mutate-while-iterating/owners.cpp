//===- owners.cpp - walked containers behind owners, and elements that own *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

using Vector = std::vector<int>;

// The vector inside an optional.
void insideOptional(std::optional<Vector> &o) {
  for (int x : *o)
    o->push_back(x); // finding: mutate-while-iterating
}

// The optional is assigned a new vector.
void optionalAssigned(std::optional<Vector> &o) {
  for (int x : *o)
    if (x == 2)
      o = Vector{1}; // finding: mutate-while-iterating
}

// Another optional.
void otherOptional(std::optional<Vector> &o, std::optional<Vector> &p) {
  for (int x : *o)
    p->push_back(x);
}

// Elements are shared pointers, one of them is removed.
void sharedElements(std::vector<std::shared_ptr<Vector>> &v) {
  for (auto &p : v)
    if (p->empty())
      v.erase(std::remove(v.begin(), v.end(), p), v.end()); // finding: mutate-while-iterating
}

// The pointee of an element grows: the element does not move.
void pointeeGrows(std::vector<std::unique_ptr<Vector>> &v) {
  for (auto &p : v)
    p->push_back(1);
}

// The pointee of an element is walked while another element is appended: the pointee does not move.
void pointeeWalked(std::vector<std::unique_ptr<Vector>> &v) {
  for (int x : *v[0])
    v.push_back(std::make_unique<Vector>(1, x));
}

// The element that owns the walked pointee is erased.
void ownerErased(std::vector<std::unique_ptr<Vector>> &v) {
  for (int x : *v[0])
    if (x == 2)
      v.erase(v.begin()); // finding: mutate-while-iterating
}

// Elements are reset, not erased.
void elementsReset(std::vector<std::unique_ptr<Vector>> &v) {
  for (auto &p : v)
    p.reset();
  for (auto &p : v)
    p = std::make_unique<Vector>();
}

// Elements are callables; they are called and one is popped.
void callables(std::vector<std::function<void()>> &v) {
  for (auto &f : v) {
    f();
    v.pop_back(); // finding: mutate-while-iterating
  }
}

// A shared copy keeps the container alive; the container itself is not changed.
void keptAlive(std::shared_ptr<Vector> &p) {
  auto keep = p;
  for (int x : *keep)
    if (x == 2)
      p.reset();
}

// A shared copy keeps it alive, but it is changed all the same.
void keptAliveChanged(std::shared_ptr<Vector> &p) {
  auto keep = p;
  for (int x : *keep)
    p->push_back(x); // finding: mutate-while-iterating
}

// The pointer is given another container: the walked one lives on in the copy.
void replaced(std::shared_ptr<Vector> &p) {
  auto keep = p;
  p = std::make_shared<Vector>();
  for (int x : *keep)
    p->push_back(x);
}

// A tree whose children are owned; a child is taken out after the search.
struct Tree {
  std::vector<std::unique_ptr<Tree>> children;
  std::unique_ptr<Tree> take(Tree *child) {
    for (auto it = children.begin(); it != children.end(); ++it)
      if (it->get() == child) {
        auto result = std::move(*it);
        children.erase(it);
        return result;
      }
    return nullptr;
  }
  void dropEmpty() {
    for (auto &child : children)
      if (child->children.empty())
        children.erase(std::find(children.begin(), children.end(), child)); // finding: mutate-while-iterating
  }
  void flatten() {
    for (auto &child : children)
      for (auto &grandchild : child->children)
        children.push_back(std::move(grandchild)); // finding: mutate-while-iterating
  }
};

#ifdef HOLDFAST_EXECUTE
std::vector<std::unique_ptr<Vector>> &owners() {
  auto *v = new std::vector<std::unique_ptr<Vector>>(1);
  v->front().reset(new Vector{1, 2, 3});
  return *v;
}
std::shared_ptr<Vector> &shared() { return *new std::shared_ptr<Vector>(new Vector{1, 2, 3}); }
#endif

EXECUTE(BAD_CALL(insideOptional(*new std::optional<Vector>{{1, 2, 3}}))
        BAD_CALL(optionalAssigned(*new std::optional<Vector>{{1, 2, 3}}))
        GOOD_CALL(pointeeWalked(owners())) BAD_CALL(ownerErased(owners()))
        GOOD_CALL(elementsReset(owners())) GOOD_CALL(keptAlive(shared()))
        BAD_CALL(keptAliveChanged(shared())) GOOD_CALL(replaced(shared())))
