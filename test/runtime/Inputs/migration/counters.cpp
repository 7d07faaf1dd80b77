// Two threads count words.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <atomic>
#include <string>
#include <thread>

int main() {
  MAP<std::string, int> counts;
  std::atomic<int> ready{0};
  const auto count = [&] {
    ready.fetch_add(1, std::memory_order_relaxed);
    while (ready.load(std::memory_order_relaxed) < 2)
      std::this_thread::yield();
    for (int i = 0; i < 3000; ++i)
      counts["word " + std::to_string(i % 30)] += 1;
  };
  std::thread other(count);
  count();
  other.join();
  for (const auto &[word, n] : counts)
    if (n != 200)
      return 1;
  return counts.size() == 30 ? 0 : 1;
}
