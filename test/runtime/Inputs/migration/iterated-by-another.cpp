// One thread walks what another one changes.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <atomic>
#include <string>
#include <thread>

int main() {
  MAP<int, std::string> table;
  for (int i = 0; i < 500; ++i)
    table.try_emplace(i, "x");
  // They meet, however busy the machine is; relaxed, so that nothing else orders them.
  std::atomic<bool> walks{false}, done{false};
  std::thread other([&] {
    while (!walks.load(std::memory_order_relaxed))
      std::this_thread::yield();
    for (int round = 0; round < 20; ++round)
      for (int i = 100; i < 500; ++i) {
        table.erase(i);
        table.insert_or_assign(i, "a string that is too long to be stored in place");
      }
    done.store(true, std::memory_order_relaxed);
  });
  bool all = true;
  while (!done.load(std::memory_order_relaxed)) {
    walks.store(true, std::memory_order_relaxed);
    int stayed = 0;
    for (const auto &[key, value] : table)
      stayed += key < 100 && value == "x";
    all = all && stayed == 100;
  }
  other.join();
  return all ? 0 : 1;
}
