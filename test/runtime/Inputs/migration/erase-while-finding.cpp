// One thread looks entries up, and uses them, while another one erases and inserts them.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <atomic>
#include <string>
#include <thread>

int main() {
  MAP<int, std::string> users;
  for (int i = 0; i < 100; ++i)
    users.try_emplace(i, "a name that is too long to be stored in place");
  std::atomic<bool> looks{false}, done{false};
  std::thread other([&] {
    while (!looks.load(std::memory_order_relaxed))
      std::this_thread::yield();
    for (int round = 0; round < 50; ++round)
      for (int i = 50; i < 100; ++i) {
        users.erase(i);
        users.try_emplace(i, "a name that is too long to be stored in place");
      }
    done.store(true, std::memory_order_relaxed);
  });
  bool right = true;
  while (!done.load(std::memory_order_relaxed)) {
    looks.store(true, std::memory_order_relaxed);
    for (int i = 0; i < 100; ++i) {
      const auto at = users.find(i);
      if (at == users.end())
        right = right && i >= 50;
      else
        right = right && at->second.size() == 45;
    }
  }
  other.join();
  return right && users.size() == 100 ? 0 : 1;
}
