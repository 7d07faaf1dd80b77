// What a range-for calls for each entry erases it, two calls away.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <string>

using Sessions = MAP<int, std::string>;

void drop(Sessions &from, int id) { from.erase(id); }
void close(Sessions &all, int id, const std::string &reason) {
  if (reason == "idle")
    drop(all, id);
}

int main() {
  Sessions sessions;
  for (int i = 0; i < 100; ++i)
    sessions.try_emplace(i, i % 3 == 0 ? "idle" : "busy");
  for (const auto &[id, state] : sessions)
    close(sessions, id, state);
  return sessions.size() == 66 ? 0 : 1;
}
