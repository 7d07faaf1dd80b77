// The inner of two loops over one map erases.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER

int main() {
  MAP<int, int> colors;
  for (int i = 0; i < 60; ++i)
    colors.try_emplace(i, i % 7);
  for (const auto &[one, color] : colors)
    for (const auto &[other, same] : colors)
      if (one != other && color == same)
        colors.erase(other);
  bool distinct[7] = {};
  for (const auto &[one, color] : colors)
    distinct[color] = true;
  int left = 0;
  for (bool there : distinct)
    left += there;
  return left == 7 && colors.size() == 7 ? 0 : 1;
}
