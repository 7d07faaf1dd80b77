// A range-for erases what it is at.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <string>

int main() {
  MAP<int, std::string> idle;
  for (int i = 0; i < 100; ++i)
    idle.try_emplace(i, "session");
  for (const auto &[id, name] : idle)
    if (id % 2 == 0)
      idle.erase(id);
  return idle.size() == 50 ? 0 : 1;
}
