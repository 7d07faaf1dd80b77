// Two threads insert and erase.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <string>
#include <thread>

MAP<int, std::string> cache;

void work(int first) {
  for (int i = 0; i < 3000; ++i) {
    cache.insert_or_assign(first + i % 300, std::to_string(i));
    cache.erase(first + (i + 150) % 300);
  }
  for (int i = 0; i < 300; ++i)
    cache.erase(first + i);
}

int main() {
  std::thread other(work, 1000);
  work(0);
  other.join();
  return cache.size() == 0 ? 0 : 1;
}
