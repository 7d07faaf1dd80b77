// Entries that are due go to another key while all are looked through.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <string>

int main() {
  MAP<int, std::string> timers;
  for (int i = 0; i < 200; ++i)
    timers.try_emplace(i, "a timer whose name is not stored in place");
  const int now = 100, period = 1000;
  int fired = 0;
  for (const auto &[due, name] : timers)
    if (due < now) {
      ++fired;
      timers.erase(due);
      timers.try_emplace(due + period, name);
    }
  return fired == 100 && timers.size() == 200 && timers.count(1042) == 1 ? 0 : 1;
}
