// A thread stands at an entry while another one erases all of them.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <atomic>
#include <string>
#include <thread>

int main() {
  MAP<int, std::string> routes;
  for (int i = 0; i < 300; ++i)
    routes.try_emplace(i, "a route that is too long to be stored in place");
  std::atomic<bool> stands{false}, erased{false};
  std::thread other([&] {
    while (!stands.load(std::memory_order_relaxed))
      std::this_thread::yield();
    for (int i = 0; i < 300; ++i)
      routes.erase(i);
    erased.store(true, std::memory_order_relaxed);
  });
  int met = 0;
  bool right = true;
  for (const auto &[id, route] : routes) {
    ++met;
    stands.store(true, std::memory_order_relaxed);
    while (!erased.load(std::memory_order_relaxed))
      std::this_thread::yield();
    right = right && route.size() == 46 && id < 300;
  }
  other.join();
  return right && met == 1 && routes.empty() ? 0 : 1;
}
