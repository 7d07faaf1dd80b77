//===- latency_bench.cpp - the longest single insertion ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   latency-bench results.jsonl [rounds]
//
// While growing to ten million entries: the longest in CPU time (what the map itself does, page
// faults included) and in wall time (with what the machine does beside it). And, in wall time, the
// longest of 100,000 insertions while a visitor of one entry sleeps for half a second, and without
// one.
//
//===----------------------------------------------------------------------===//

#include "all_peers.hpp"
#include "harness.hpp"
#include "workloads.hpp"

#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace bench;

template <class Map> void grow(results &to) {
  Map m;
  duration longest;
  for (std::uint64_t i = 0; i < 10000000; ++i) {
    const stopwatch s;
    m.put(key<std::uint64_t>(i), i);
    const duration took = s.elapsed();
    longest.cpu = std::max(longest.cpu, took.cpu);
    longest.wall = std::max(longest.wall, took.wall);
  }
  to.add("longest insert", "u64", Map::name, 1, longest, 1000); // microseconds
}

template <class Map> void beside_visitor(results &to, bool visit) {
  Map m;
  m.put(key<std::uint64_t>(0), 0);
  std::atomic<bool> asleep{!visit};
  std::thread visitor;
  if (visit)
    visitor = std::thread([&] {
      m.visit(key<std::uint64_t>(0), [&] {
        asleep = true;
        std::this_thread::sleep_for(std::chrono::milliseconds(500));
      });
    });
  while (!asleep)
    std::this_thread::yield();
  duration longest;
  for (std::uint64_t i = 1; i < 100000; ++i) {
    const stopwatch s;
    m.put(key<std::uint64_t>(i), i);
    longest.wall = std::max(longest.wall, s.elapsed().wall);
  }
  to.add(visit ? "longest insert beside a sleeping visitor" : "longest insert without a visitor",
         "u64", Map::name, 1, longest, 1000);
  if (visit)
    visitor.join();
}

template <class F> void in_child(F f) {
  const pid_t child = fork();
  if (child == 0) {
    f();
    std::fflush(nullptr);
    _exit(0);
  }
  waitpid(child, nullptr, 0);
}

} // namespace

int main(int argc, char **argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: latency-bench results.jsonl [rounds]\n");
    return 2;
  }
  results to(argv[1]);
  const unsigned rounds = argc > 2 ? static_cast<unsigned>(std::stoul(argv[2])) : 5;
  for (unsigned round = 0; round < rounds; ++round)
    for_growing_maps([&](auto t) {
      using Map = typename decltype(t)::template of<std::uint64_t, std::uint64_t>;
      in_child([&] { grow<Map>(to); });
      in_child([&] { beside_visitor<Map>(to, false); });
      in_child([&] { beside_visitor<Map>(to, true); });
    });
}
