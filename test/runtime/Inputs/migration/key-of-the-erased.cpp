// The key that says what to erase is the entry's own, and is used again.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <string>

class Cache {
public:
  void put(const std::string &key, int cost) { entries.try_emplace(key, cost); }
  /// Both by the same key, which lies in the first of them.
  void evict(const std::string &key) {
    entries.erase(key);
    ++evicted;
    journal += key.size();
  }
  void evict_expensive() {
    for (const auto &[key, cost] : entries)
      if (cost > 50)
        evict(key);
  }
  std::size_t size() const { return entries.size(); }
  std::size_t evicted = 0, journal = 0;

private:
  MAP<std::string, int> entries;
};

int main() {
  Cache cache;
  for (int i = 10; i < 90; ++i)
    cache.put("https://example.org/a/long/path/" + std::to_string(i), i);
  cache.evict_expensive();
  return cache.size() == 41 && cache.evicted == 39 && cache.journal == 39 * 34 ? 0 : 1;
}
