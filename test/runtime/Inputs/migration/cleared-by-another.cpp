// One thread starts afresh, again and again, while another one sums up.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <atomic>
#include <string>
#include <thread>

int main() {
  MAP<std::string, int> sales;
  std::atomic<bool> sums{false}, done{false};
  std::thread other([&] {
    while (!sums.load(std::memory_order_relaxed))
      std::this_thread::yield();
    for (int day = 0; day < 30; ++day) {
      sales.clear();
      for (int i = 0; i < 60; ++i)
        sales.try_emplace("customer number " + std::to_string(i), 1);
    }
    done.store(true, std::memory_order_relaxed);
  });
  bool right = true;
  while (!done.load(std::memory_order_relaxed)) {
    sums.store(true, std::memory_order_relaxed);
    int sum = 0;
    for (const auto &[customer, bought] : sales)
      sum += bought;
    right = right && sum <= 60;
  }
  other.join();
  return right && sales.size() == 60 ? 0 : 1;
}
