//===- globals.cpp - a global container and its mutex ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

static std::mutex mutex;
static std::map<std::string, int> settings;

void set(const std::string &name, int value) {
  std::lock_guard<std::mutex> guard(mutex);
  settings[name] = value;
}
void unset(const std::string &name) {
  std::lock_guard<std::mutex> guard(mutex);
  settings.erase(name);
}
int get(const std::string &name) {
  auto found = settings.find(name); // finding: inconsistent-lock "reading 'settings' without 'mutex', which 2 of the 3 functions"
  return found == settings.end() ? 0 : found->second;
}

// Filled once, at the start, and then only read: no lock needed.
static std::map<std::string, int> names;
int nameOf(const std::string &name) {
  std::lock_guard<std::mutex> guard(mutex);
  return static_cast<int>(names.count(name));
}
int lengthOf(const std::string &name) {
  std::lock_guard<std::mutex> guard(mutex);
  return static_cast<int>(names.count(name));
}
int countNames() { return static_cast<int>(names.size()); }

// What is done to elements before threads start, and when they have ended, needs no lock either.
static std::map<int, std::vector<int>> stock;
static void sell(int id) {
  std::lock_guard<std::mutex> guard(mutex);
  stock.erase(id);
}
static void buy(int id) {
  std::lock_guard<std::mutex> guard(mutex);
  stock[id].clear();
}
void trade() {
  stock[1].push_back(1);
  std::thread seller([] { sell(1); });
  std::thread buyer([] { buy(1); });
  seller.join();
  buyer.join();
  stock[2].push_back(2);
}
