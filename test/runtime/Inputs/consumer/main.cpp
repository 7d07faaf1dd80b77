//===- main.cpp - what a user of the runtime map writes ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <holdfast/map.hpp>
#include <holdfast/set.hpp>

#include <cstdio>
#include <string>
#include <thread>

int main() {
  holdfast::map<std::string, int> sessions{{"ann", 1}, {"bob", 2}, {"eve", 3}};
  holdfast::set<int> closed;
  std::thread other([&] { sessions["dan"] += 4; });
  for (const auto &[name, id] : sessions)
    if (id % 2 == 1) {
      sessions.erase(name); // also of what the loop stands on
      closed.insert(id);
    }
  other.join();
  std::printf("%zu open, %zu closed\n", sessions.size(), closed.size());
  return sessions.size() == 2 && closed.size() == 2 ? 0 : 1;
}
