// An iterator goes on from the entry that somebody else has erased meanwhile.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <string>

int main() {
  MAP<int, std::string> table;
  for (int i = 0; i < 50; ++i)
    table.try_emplace(i, "entry");
  int met = 0;
  for (auto at = table.begin(); at != table.end(); ++at) {
    const int current = at->first;
    table.erase(current);
    met += at->second == "entry";
  }
  return met == 50 && table.empty() ? 0 : 1;
}
