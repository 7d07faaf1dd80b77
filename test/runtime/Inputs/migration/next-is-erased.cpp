// The next entry is remembered, and what the loop calls erases that, too.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <iterator>
#include <string>

class Peers {
public:
  void add(int id) { links.try_emplace(id, "link"); }
  /// They come in pairs.
  void close(int id) {
    closed += static_cast<int>(links.erase(id));
    closed += static_cast<int>(links.erase(id ^ 1));
  }
  void close_all() {
    for (auto at = links.begin(); at != links.end();) {
      const auto next = std::next(at);
      close(at->first);
      at = next;
    }
  }
  int closed = 0;
  bool none() const { return links.empty(); }

private:
  MAP<int, std::string> links;
};

int main() {
  Peers peers;
  for (int i = 0; i < 100; ++i)
    peers.add(i);
  peers.close_all();
  return peers.closed == 100 && peers.none() ? 0 : 1;
}
