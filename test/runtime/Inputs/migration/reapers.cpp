// Two threads walk one map, and each erases what it meets.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <atomic>
#include <string>
#include <thread>

int main() {
  MAP<int, std::string> idle;
  for (int i = 0; i < 2000; ++i)
    idle.try_emplace(i, "session");
  std::atomic<int> ready{0}, reaped{0};
  const auto reap = [&] {
    ready.fetch_add(1, std::memory_order_relaxed);
    while (ready.load(std::memory_order_relaxed) < 2)
      std::this_thread::yield();
    for (const auto &[id, name] : idle)
      reaped.fetch_add(static_cast<int>(idle.erase(id)), std::memory_order_relaxed);
  };
  std::thread other(reap);
  reap();
  other.join();
  return reaped == 2000 && idle.empty() ? 0 : 1;
}
