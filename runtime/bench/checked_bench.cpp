//===- checked_bench.cpp - what holdfast::checked costs ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   checked-bench results.jsonl [rounds]
//
// std::unordered_map bare, and checked. With HOLDFAST_CHECKED=0 checked<Map> is Map itself, which
// is why it is not measured but asserted.
//
//===----------------------------------------------------------------------===//

#define HOLDFAST_CHECKED 0
#include "holdfast/checked.hpp"

#include "harness.hpp"
#include "workloads.hpp"

#include <unordered_map>

namespace {

using namespace bench;
using bare = std::unordered_map<std::uint64_t, std::uint64_t>;
static_assert(std::is_same_v<holdfast::checked<bare>, bare>);
using checked = holdfast::detail::checked_container<bare>; // what checked<bare> is when it is on

/// size: of the map; small ones are in the cache, where the cost is easiest to see.
template <class Map> void measure(results &to, const char *name, std::uint64_t size) {
  const std::string kind = std::to_string(size) + " entries";
  constexpr std::uint64_t n = 1 << 21;
  Map m;
  for (std::uint64_t i = 0; i < size; ++i)
    m.insert({key<std::uint64_t>(i), i});
  const auto each = [&](const char *work, auto f) {
    to.add(work, kind, name, 1,
           timed(1,
                 [&](unsigned) {
                   random_numbers random(1);
                   for (std::uint64_t i = 0; i < n; ++i)
                     f(key<std::uint64_t>(random.below(size)));
                 }),
           double(n));
  };
  each("find", [&](std::uint64_t k) { use(m.find(k)->second); });
  each("m[k] = v", [&](std::uint64_t k) { m[k] = 1; });
  each("erase and insert", [&](std::uint64_t k) {
    m.erase(k);
    m.insert({k, k});
  });
  std::uint64_t sum = 0;
  const auto steps = timed(1, [&](unsigned) {
    for (std::uint64_t seen = 0; seen < n; seen += size)
      for (const auto &[k, v] : m)
        sum += k ^ v;
  });
  use(sum);
  to.add("iterate", kind, name, 1, steps, double(n));
}

} // namespace

int main(int argc, char **argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: checked-bench results.jsonl [rounds]\n");
    return 2;
  }
  results to(argv[1]);
  const unsigned rounds = argc > 2 ? static_cast<unsigned>(std::stoul(argv[2])) : 5;
  for (unsigned round = 0; round < rounds; ++round)
    for (std::uint64_t size : {1u << 10, 1u << 20}) {
      measure<bare>(to, "bare", size);
      measure<checked>(to, "checked", size);
    }
}
