// A range-for inserts: std::unordered_map may rehash under it, std::map does not mind.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <string>

int main() {
  MAP<int, std::string> graph;
  for (int i = 0; i < 100; ++i)
    graph.try_emplace(i, "node");
  int met = 0;
  for (const auto &[id, name] : graph)
    if (id < 100) {
      ++met;
      for (int copy = 1; copy <= 5; ++copy)
        graph.try_emplace(id + 1000 * copy, name);
    }
  return met == 100 && graph.size() == 600 ? 0 : 1;
}
