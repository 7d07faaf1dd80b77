//===- recursive-callables.cpp - callables that call themselves -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// What is kept calls what is kept, itself or in a circle. Holdfast once took all memory there is for
// it (Dungeon Crawl Stone Soup).
// RUN: %check %s --std=c++17,c++20
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <vector>

class Repeated {
public:
  void set() {
    f = [this] {
      values.push_back(1);
      f();
    };
    f();
  }

private:
  std::function<void()> f;
  std::vector<int> values;
};

void walk(std::vector<int> &values) {
  std::function<void(int)> visit = [&](int n) {
    values.push_back(n);
    if (n)
      visit(n - 1);
  };
  visit(3);
}

class Circle {
public:
  void set() {
    even = [this](int n) {
      seen.push_back(n);
      if (n)
        odd(n - 1);
    };
    odd = [this](int n) {
      seen.push_back(n);
      if (n)
        even(n - 1);
    };
    others["even"] = [this](int n) { even(n); };
    others["odd"] = [this](int n) { others["even"](n - 1); };
    even(10);
    others["odd"](3);
  }
  void runInThread() {
    std::thread thread([this] { even(4); });
    thread.join();
  }

private:
  std::function<void(int)> even, odd;
  std::map<std::string, std::function<void(int)>> others;
  std::vector<int> seen;
};
