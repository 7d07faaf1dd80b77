//===- memory_bench.cpp - bytes an entry, and what is kept after erasing 99 % *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "peers.hpp"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <malloc.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

double resident() {
  std::ifstream statm("/proc/self/statm");
  double total = 0, pages = 0;
  statm >> total >> pages;
  return pages * static_cast<double>(sysconf(_SC_PAGESIZE));
}

/// In a process of its own: what one map leaves behind would be counted for the next.
template <class Map> void measure(const char *name, std::uint64_t n) {
  std::fflush(stdout);
  if (const pid_t child = fork()) {
    waitpid(child, nullptr, 0);
    return;
  }
  Map m;
  const double before = resident();
  double longest = 0;
  for (std::uint64_t i = 0; i < n; ++i) {
    const auto start = std::chrono::steady_clock::now();
    m.put(i * 0x9e3779b97f4a7c15, i);
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
    longest = std::max(longest, took.count());
  }
  const double full = resident() - before;
  for (std::uint64_t i = 0; i < n; ++i)
    if (i % 100 != 0)
      m.del(i * 0x9e3779b97f4a7c15);
  holdfast::reclaim();
  malloc_trim(0);
  std::printf("%-18s %9lu entries: %5.1f bytes each, %5.1f %% kept of it, longest insert %.0f us\n",
              name, static_cast<unsigned long>(n), full / double(n),
              100 * (resident() - before) / full, longest);
  std::fflush(stdout);
  _exit(0);
}

} // namespace

int main() {
  using K = std::uint64_t;
  for (std::uint64_t n : {1000000u, 1500000u, 2000000u, 10000000u}) {
    measure<bench::Holdfast<K, K>>("holdfast", n);
    measure<bench::Mutex<K, K>>("std+mutex", n);
#if defined(HOLDFAST_BENCH_TBB)
    measure<bench::Tbb<K, K>>("tbb", n);
#endif
#if defined(HOLDFAST_BENCH_BOOST)
    measure<bench::Boost<K, K>>("boost_flat", n);
#endif
  }
}
