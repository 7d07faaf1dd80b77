//===- oracle.cpp - right code that the oracle found reported --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
//
// Right code that the oracle's generator found reported.
#include <deque>
#include <list>
#include <map>
#include <unordered_map>
#include <vector>

struct Item {
  Item(int id);
  int id;
  friend bool operator==(const Item &, const Item &);
};
void use(const Item &);
void use(int);

// [deque.modifiers]: erasing at an end invalidates the erased elements only.
void deque_erased_up_to_here(std::deque<Item> &items) {
  for (auto it = items.begin(); it != items.end(); ++it) {
    items.erase(items.begin(), it);
    use(*it);
  }
}

void deque_erased_from_here_on(std::deque<Item> &items, int k) {
  for (auto it = items.begin(); it != items.end(); ++it) {
    if (it->id == k)
      items.erase(std::next(it), items.end());
    use(*it);
  }
}

// k + 1 is another key than k.
void another_key(std::map<int, Item> &items, int k) {
  for (auto &[key, item] : items)
    if (key == k)
      items.erase(k + 1);
}

void another_key_than_the_found_one(std::unordered_map<int, Item> &items, int k) {
  auto it = items.find(k);
  if (it == items.end())
    return;
  items.erase(k + 1);
  use(it->second);
}

// The element is there: nothing is inserted.
void present_key(std::unordered_map<int, Item> &items, int k) {
  auto it = items.find(k);
  if (it == items.end())
    return;
  items.insert({k, Item(k)});
  items.emplace(k, Item(k));
  use(it->second);
}

// The list only gets longer.
void list_resized(std::list<Item> &items) {
  for (auto it = items.begin(); it != items.end(); ++it) {
    items.resize(items.size() + 1, Item(it->id));
    if (it->id == 3)
      break;
  }
}

// The predicate spares the element at hand; what predicates say is not followed.
void predicate_spares(std::list<Item> &items, int k) {
  for (auto it = items.begin(); it != items.end(); ++it)
    if (it->id == k)
      // known-false-alarm@+1: mutate-while-iterating issue "The whole program"
      items.remove_if([&](const Item &e) { return e.id == k + 1; });
}

// A negative distance leads back: what is before the erased one stays.
void one_before(std::vector<Item> &items) {
  auto third = items.begin() + 3;
  auto second = third + -1;
  auto first = third - 2;
  items.erase(third);
  use(*second);
  use(*first);
}

// What is kept of the element is its key, and no way to the container.
struct Cleanup {
  std::unordered_map<int, Item> &items;
  int k;
  ~Cleanup() { items.insert_or_assign(k, Item(k)); }
};
struct Session {
  std::unordered_map<int, Item> items;
  void run() {
    for (auto it = items.begin(); it != items.end(); ++it) {
      Cleanup cleanup{items, it->first};
      use(3);
    }
  }
};
