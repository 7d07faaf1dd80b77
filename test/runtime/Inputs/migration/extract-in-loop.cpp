// The loop takes the entry it is at out of the map, and gives it away.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <string>
#include <vector>

int main() {
  MAP<int, std::string> queue;
  for (int i = 0; i < 100; ++i)
    queue.try_emplace(i, "job " + std::to_string(i));
  std::vector<std::string> done;
  for (const auto &[id, job] : queue)
    if (id % 2 == 0) {
      const auto node = queue.extract(id);
      done.push_back(node.mapped());
    }
  return done.size() == 50 && queue.size() == 50 ? 0 : 1;
}
