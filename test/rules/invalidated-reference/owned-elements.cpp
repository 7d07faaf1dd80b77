//===- owned-elements.cpp - what elements own ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
//
// What the elements of a container own goes with them, and only with them.
#include <map>
#include <memory>
#include <utility>
#include <vector>

struct Item {
  int id;
};
using Owners = std::vector<std::unique_ptr<Item>>;
void use(int);
void adopt(std::unique_ptr<Item> item);
void inspect(const std::unique_ptr<Item> &item);

void cleared(Owners &owners) {
  Item *raw = owners.front().get();
  owners.clear();
  use(raw->id); // finding: invalidated-reference "pointer 'raw' is used after clearing 'owners' invalidated it"
}

void erasedOnOnePath(Owners &owners, bool drop) {
  Item &first = *owners[0];
  if (drop)
    owners.erase(owners.begin());
  use(first.id); // finding: invalidated-reference "erasing from 'owners'"
}

void mapOfOwners(std::map<int, std::unique_ptr<Item>> &owners, int k) {
  auto it = owners.find(k);
  if (it == owners.end())
    return;
  Item *raw = it->second.get();
  owners.erase(it);
  use(raw->id); // finding: invalidated-reference
}

void replacedByAnother(Owners &owners, Owners &others) {
  Item &first = *owners.front();
  owners = std::move(others);
  use(first.id); // finding: invalidated-reference
}

// The element moves, what it owns does not.
void grown(Owners &owners) {
  Item *raw = owners.front().get();
  owners.push_back(std::make_unique<Item>());
  use(raw->id);
}

// Another element goes.
void anotherErased(Owners &owners) {
  Item *raw = owners[0].get();
  owners.erase(owners.begin() + 1);
  use(raw->id);
}

// Somebody else owns it before its element goes.
void movedOut(Owners &owners) {
  Item *raw = owners.front().get();
  std::unique_ptr<Item> kept = std::move(owners.front());
  owners.erase(owners.begin());
  use(raw->id);
}

void released(Owners &owners) {
  Item *raw = owners.front().get();
  Item *kept = owners.front().release();
  owners.clear();
  use(raw->id);
  delete kept;
}

void handedOver(Owners &owners) {
  Item *raw = owners.back().get();
  adopt(std::move(owners.back()));
  owners.pop_back();
  use(raw->id);
}

void movedToAnotherContainer(Owners &owners, Owners &graveyard) {
  Item *raw = owners.back().get();
  graveyard.push_back(std::move(owners.back()));
  owners.pop_back();
  use(raw->id);
}

void swappedAway(Owners &owners) {
  Item *raw = owners.front().get();
  Owners kept;
  kept.swap(owners);
  owners.clear();
  use(raw->id);
}

// Who else owns it is not known.
void sharedElements(std::vector<std::shared_ptr<Item>> &owners) {
  Item *raw = owners.front().get();
  owners.clear();
  use(raw->id);
}

void erasedBeforeLooking(Owners &owners) {
  owners.erase(owners.begin());
  Item *raw = owners.front().get();
  use(raw->id);
}
