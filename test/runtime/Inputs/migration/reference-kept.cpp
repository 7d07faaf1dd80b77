// A value is used after its entry was erased.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <string>

MAP<int, std::string> names;

std::size_t forget(int id) { return names.erase(id); }

int main() {
  for (int i = 0; i < 100; ++i)
    names.try_emplace(i, "a name that is too long to be stored in place");
  const auto at = names.find(42);
  const std::string &name = at->second;
  const std::size_t forgotten = forget(42);
  return forgotten == 1 && name.size() == 45 && names.size() == 99 ? 0 : 1;
}
