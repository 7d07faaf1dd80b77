//===- memory_bench.cpp - bytes an entry, and what is kept after erasing 99 % *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   memory-bench results.jsonl
//
//===----------------------------------------------------------------------===//

#include "all_peers.hpp"
#include "harness.hpp"
#include "workloads.hpp"

#include <fstream>
#include <malloc.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace bench;

double resident() {
  std::ifstream statm("/proc/self/statm");
  double total = 0, pages = 0;
  statm >> total >> pages;
  return pages * static_cast<double>(sysconf(_SC_PAGESIZE));
}

template <class Map> void measure(const char *file, std::uint64_t n) {
  Map m;
  for (std::uint64_t i = 0; i < 64; ++i) { // the code's own pages
    m.put(key<std::uint64_t>(i), i);
    m.del(key<std::uint64_t>(i));
  }
  const double before = resident();
  for (std::uint64_t i = 0; i < n; ++i)
    m.put(key<std::uint64_t>(i), i);
  const double full = resident() - before;
  for (std::uint64_t i = 0; i < n; ++i)
    if (i % 100 != 0)
      m.del(key<std::uint64_t>(i));
  holdfast::reclaim();
  malloc_trim(0);
  results to(file);
  const std::string kind = std::to_string(n);
  to.add("memory", kind, Map::name, "bytes_per_entry", full / double(n));
  to.add("memory", kind, Map::name, "percent_kept", 100 * (resident() - before) / full);
}

} // namespace

int main(int argc, char **argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: memory-bench results.jsonl\n");
    return 2;
  }
  for (std::uint64_t n : {1000000u, 1500000u, 2000000u, 10000000u})
    for_growing_maps([&](auto t) {
      // In a process of its own: what one map leaves behind would be counted for the next.
      const pid_t child = fork();
      if (child == 0) {
        measure<typename decltype(t)::template of<std::uint64_t, std::uint64_t>>(argv[1], n);
        _exit(0);
      }
      waitpid(child, nullptr, 0);
    });
}
