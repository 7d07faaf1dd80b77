//===- pairs-inserted.cpp - the key of a pair that comes in -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// `m.insert({key, value})`: from then on the key is there, however the pair is written.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <map>
#include <string>
#include <utility>
#include <vector>

struct Symbol {
  int place;
};
struct Table {
  std::map<std::string, Symbol> symbols;
  std::map<std::string, std::vector<int>> waiting;

  void refer(const std::string &name, int where) {
    if (symbols.find(name) == symbols.end())
      waiting[name].push_back(where);
  }
  void referWaiting(const std::string &name) {
    auto it = waiting.find(name);
    if (it == waiting.end())
      return;
    for (int where : it->second)
      refer(name, where); // finding: mutate-while-iterating
  }
  void braces(const std::string &name, const Symbol &symbol) {
    symbols.insert({name, symbol});
    for (int where : waiting[name])
      refer(name, where);
  }
  void pair(const std::string &name, const Symbol &symbol) {
    symbols.insert(std::pair<std::string, Symbol>(name, symbol));
    for (int where : waiting[name])
      refer(name, where);
  }
  void makePair(const std::string &name, Symbol symbol) {
    symbols.insert(std::make_pair(name, symbol));
    for (int where : waiting[name])
      refer(name, where);
  }
  void valueType(const std::string &name, const Symbol &symbol) {
    symbols.insert(std::map<std::string, Symbol>::value_type(name, symbol));
    for (int where : waiting[name])
      refer(name, where);
  }
  void other(const std::string &name, const std::string &alias, const Symbol &symbol) {
    symbols.insert({alias, symbol});
    for (int where : waiting[name])
      refer(name, where); // finding: mutate-while-iterating
  }
};
