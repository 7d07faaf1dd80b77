//===- Bits.cpp - different elements, changed at once -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// [container.requirements.dataraces]/2: that is no race, except of
// std::vector<bool>, whose references are rows of kind Proxy.
//
//===----------------------------------------------------------------------===//
#include "Touch.h"
#include <deque>
#include <map>

template <class F, class G> static void report(const char *What, F First, G Second) {
  const unsigned Before = Reports.load();
  oracle::runUnordered(First, Second);
  std::printf("%s: %s\n", What, Reports.load() == Before ? "no race" : "race");
}

static void look(bool Bit) { asm volatile("" : : "r"(Bit)); } // Or else it would not be read.

int main() {
  std::vector<int> Ints(8);
  std::deque<int> Deque(8);
  std::map<int, int> Map = {{0, 0}, {1, 0}};
  std::vector<bool> Bools(8), Flipped(8), Read(8);
  report("vector<int>::operator[]", [&] { Ints[0] = 1; }, [&] { Ints[1] = 1; });
  report("deque<int>::operator[]", [&] { Deque[0] = 1; }, [&] { Deque[1] = 1; });
  report("map::at", [&] { Map.at(0) = 1; }, [&] { Map.at(1) = 1; });
  report("vector<bool>::operator[]", [&] { Bools[0] = true; }, [&] { Bools[1] = true; });
  report("vector<bool>::flip", [&] { Flipped[0].flip(); }, [&] { look(Flipped[1]); });
  report("vector<bool>, read", [&] { look(Read[0]); }, [&] { look(Read[1]); });
}
