//===- null-when-inserted.cpp - m[k] that must have been there --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// `m[k]` inserts where k is missing, and a pointer that it inserts is null ([map.access]). Who
// dereferences it without a question knows that k is there.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <map>
#include <memory>
#include <string>
#include <unordered_map>

struct Player {
  int points = 0;
  void win() { ++points; }
};

void useOwned(std::unordered_map<int, std::unique_ptr<Player>> &m, int k) {
  for (auto &[id, player] : m)
    m[k]->win();
}
void useShared(std::map<std::string, std::shared_ptr<Player>> &m, const std::string &k) {
  for (auto &[id, player] : m)
    m[k]->points += player->points;
}
void useRaw(std::unordered_map<int, Player *> &m, int k) {
  for (auto &[id, player] : m)
    m[k]->points += player->points;
}
void useLater(std::unordered_map<int, std::unique_ptr<Player>> &m, int k) {
  for (auto &[id, player] : m) {
    Player *other = m[k].get();
    other->win();
  }
}
void useInCallee(std::unordered_map<int, Player *> &m, int k) {
  auto lookUp = [&](int key) { return m[key]; };
  for (auto &[id, player] : m)
    lookUp(k)->win();
}

// Here it may have been missing.
void asks(std::unordered_map<int, std::unique_ptr<Player>> &m, int k) {
  for (auto &[id, player] : m)
    if (m[k]) // finding: mutate-while-iterating
      player->win();
}
void asksLater(std::unordered_map<int, Player *> &m, int k) {
  for (auto &[id, player] : m) {
    Player *other = m[k]; // finding: mutate-while-iterating
    if (other != nullptr)
      other->win();
  }
}
void assigns(std::unordered_map<int, Player *> &m, int k, Player *player) {
  for (auto &[id, other] : m)
    m[k] = player; // finding: mutate-while-iterating
}
void asksOnly(std::unordered_map<int, Player *> &m, int k, bool use) {
  for (auto &[id, other] : m) {
    Player *found = m[k]; // finding: mutate-while-iterating
    if (use)
      found->win();
  }
}

// An object that is no pointer is as good when it is new.
void usesObject(std::unordered_map<int, Player> &m, int k) {
  for (auto &[id, other] : m)
    m[k].win(); // finding: mutate-while-iterating
}
