// Two threads insert, and a third looks how far they are.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <atomic>
#include <string>
#include <thread>

int main() {
  MAP<int, std::string> index;
  std::atomic<int> ready{0};
  const auto fill = [&](int first) {
    // They meet, however busy the machine is; relaxed, so that nothing else orders them.
    ready.fetch_add(1, std::memory_order_relaxed);
    while (ready.load(std::memory_order_relaxed) < 3)
      std::this_thread::yield();
    for (int i = first; i < 4000; i += 2)
      index.try_emplace(i, std::to_string(i));
  };
  std::thread even(fill, 0), odd(fill, 1);
  ready.fetch_add(1, std::memory_order_relaxed);
  while (index.size() < 2000)
    std::this_thread::yield();
  even.join();
  odd.join();
  for (int i = 0; i < 4000; ++i) {
    const auto at = index.find(i);
    if (at == index.end() || at->second != std::to_string(i))
      return 1;
  }
  return index.size() == 4000 ? 0 : 1;
}
