//===- one-mistake.cpp - a loop and its element -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// A range-for whose container is changed is told once. That its variable refers to nothing after
// that is the same mistake; a reference from elsewhere is another one.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct Connecter {
  void fail();
};
void log(const std::string &);

class Handler {
  std::map<std::string, std::pair<int, std::shared_ptr<Connecter>>> connecters_;
  void close(const std::string &token) {
    auto it = connecters_.find(token);
    if (it == connecters_.end())
      return;
    connecters_.erase(it);
    log(token); // Of the loop below, token is in what was erased.
  }

public:
  void closeAll() {
    for (auto &[token, it] : connecters_) {
      close(token); // finding: mutate-while-iterating
      it.second->fail();
      log(token);
    }
  }
  // Without a step afterwards only the element is in danger.
  void closeFirst() {
    for (auto &[token, it] : connecters_) {
      close(token); // finding: invalidated-reference
      it.second->fail(); // finding: invalidated-reference
      return;
    }
  }
};

void growWhileWalked(std::vector<int> &values) {
  int &first = values.front();
  for (int &value : values) {
    values.push_back(value); // finding: mutate-while-iterating
    value = 1;
    first = 2; // finding: invalidated-reference
  }
}
