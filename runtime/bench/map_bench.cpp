//===- map_bench.cpp - the runtime map beside others ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each measurement on a map of 2^20 entries (Entries), unless its name says otherwise.
// items_per_second counts operations of all threads. Compare within one run, medians of interleaved
// repetitions:
//   map-bench --benchmark_repetitions=5 --benchmark_enable_random_interleaving=true
//
//===----------------------------------------------------------------------===//

#include "peers.hpp"

#include <benchmark/benchmark.h>
#include <cmath>

namespace {

constexpr std::uint64_t Entries = 1 << 20;

struct Random {
  std::uint64_t s;
  explicit Random(int seed) : s(static_cast<std::uint64_t>(seed) * 0x9e3779b97f4a7c15 + 1) {}
  std::uint64_t operator()() {
    s ^= s << 13;
    s ^= s >> 7;
    return s ^= s << 17;
  }
  std::uint64_t below(std::uint64_t n) {
    return static_cast<std::uint64_t>((static_cast<unsigned __int128>((*this)()) * n) >> 64);
  }
};

/// The i-th key: scattered, without two alike.
template <class K> K key(std::uint64_t i) {
  const std::uint64_t k = i * 0x9e3779b97f4a7c15;
  if constexpr (std::is_same_v<K, std::string>)
    return "session/" + std::to_string(k);
  else
    return k;
}
template <class V> V value(std::uint64_t i) {
  if constexpr (std::is_same_v<V, std::string>)
    return std::string(32, static_cast<char>('a' + i % 26));
  else
    return i;
}

/// Numbers are made when they are needed. Strings are ready-made: making one costs more than
/// finding it.
template <class K> struct Keys {
  K operator[](std::uint64_t i) const { return key<K>(i); }
};
template <> struct Keys<std::string> {
  std::vector<std::string> all;
  Keys() {
    for (std::uint64_t i = 0; i < 2 * Entries; ++i)
      all.push_back(key<std::string>(i));
  }
  const std::string &operator[](std::uint64_t i) const { return all[i]; }
};
template <class K> const Keys<K> &keys() {
  static const Keys<K> all;
  return all;
}

/// Zipf's ranks with exponent 0.99, drawn beforehand.
const std::vector<std::uint32_t> &zipf() {
  static const std::vector<std::uint32_t> all = [] {
    std::vector<double> sums;
    double sum = 0;
    for (std::uint64_t i = 1; i <= Entries; ++i)
      sums.push_back(sum += std::pow(double(i), -0.99));
    std::vector<std::uint32_t> v;
    Random random(7);
    for (int i = 0; i < 1 << 20; ++i) {
      const double x = double(random.below(1u << 30)) / (1u << 30) * sum;
      const auto at = std::lower_bound(sums.begin(), sums.end(), x) - sums.begin();
      v.push_back(static_cast<std::uint32_t>(std::min<std::ptrdiff_t>(at, Entries - 1)));
    }
    return v;
  }();
  return all;
}

enum Work { Read, Mix5, Mix50, Zipf, Churn, HotKey };

template <class K, class V, template <class, class> class Map, Work work>
void run(benchmark::State &state) {
  static std::unique_ptr<Map<K, V>> shared;
  const Keys<K> &all = keys<K>();
  if (state.thread_index() == 0) {
    shared = std::make_unique<Map<K, V>>();
    if (work != HotKey)
      for (std::uint64_t i = 0; i < Entries; ++i)
        shared->put(all[i], value<V>(i));
    zipf();
  }
  Random random(state.thread_index() + 1);
  const V v = value<V>(1);
  // Churn: each thread inserts and erases keys of its own.
  std::uint64_t next = Entries + static_cast<std::uint64_t>(state.thread_index()) * (Entries / 4);
  const std::uint64_t first = next;
  std::size_t drawn = static_cast<std::size_t>(state.thread_index()) * 1000;
  for (auto _ : state) {
    Map<K, V> &m = *shared;
    const std::uint64_t r = random();
    if constexpr (work == Churn) {
      m.put(all[next], v);
      const std::uint64_t old = next - first >= 1000 ? next - 1000 : next + Entries / 4 - 1000;
      m.del(all[old]);
      next = next + 1 == first + Entries / 4 ? first : next + 1;
    } else if constexpr (work == HotKey) {
      m.put(all[0], v);
      m.del(all[0]);
    } else {
      const std::uint64_t i =
          work == Zipf ? zipf()[drawn++ % zipf().size()] : random.below(Entries);
      const std::uint64_t percent = work == Mix50 ? 50 : work == Read ? 0 : 5;
      if (r % 100 < percent)
        m.put(all[i], v);
      else
        benchmark::DoNotOptimize(m.get(all[i]));
    }
  }
  state.SetItemsProcessed(state.iterations() * (work == Churn || work == HotKey ? 2 : 1));
  if (state.thread_index() == 0)
    shared.reset();
}

template <class K, class V, template <class, class> class Map>
void iterate(benchmark::State &state) {
  Map<K, V> m;
  for (std::uint64_t i = 0; i < Entries; ++i)
    m.put(keys<K>()[i], value<V>(i));
  for (auto _ : state) {
    std::uint64_t n = 0;
    m.each([&](const K &, const V &) { ++n; });
    if (n != Entries)
      state.SkipWithError("entries are missing");
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(Entries));
}

template <class K, class V, template <class, class> class Map>
void eraseHalf(benchmark::State &state) {
  for (auto _ : state) {
    state.PauseTiming();
    auto m = std::make_unique<Map<K, V>>();
    for (std::uint64_t i = 0; i < Entries; ++i)
      m->put(keys<K>()[i], value<V>(i));
    state.ResumeTiming();
    m->erase_half();
    state.PauseTiming();
    m.reset();
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(Entries));
}

/// Argument 0: single loads; 1: find_many.
template <class K, class V> void many(benchmark::State &state) {
  holdfast::map<K, V> m;
  for (std::uint64_t i = 0; i < Entries; ++i)
    m.store(keys<K>()[i], value<V>(i));
  Random random(3);
  std::vector<K> asked;
  for (int i = 0; i < 1 << 20; ++i)
    asked.push_back(keys<K>()[random.below(Entries)]);
  std::vector<std::optional<V>> found(asked.size());
  for (auto _ : state) {
    if (state.range(0) == 1)
      m.find_many(asked.begin(), asked.end(), found.begin());
    else
      for (std::size_t i = 0; i < asked.size(); ++i)
        found[i] = m.load(asked[i]);
    benchmark::DoNotOptimize(found.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(asked.size()));
}

template <class K, class V, template <class, class> class Map>
void add(const std::string &map, const std::string &kind) {
  const auto threaded = [&](const char *work, void (*f)(benchmark::State &)) {
    for (int threads : {1, 2})
      benchmark::RegisterBenchmark((std::string(work) + "/" + kind + "/" + map).c_str(), f)
          ->Threads(threads)
          ->MinTime(0.3);
  };
  threaded("read", run<K, V, Map, Read>);
  threaded("95_5", run<K, V, Map, Mix5>);
  threaded("50_50", run<K, V, Map, Mix50>);
  threaded("zipf_95_5", run<K, V, Map, Zipf>);
  threaded("churn", run<K, V, Map, Churn>);
  threaded("hot_key", run<K, V, Map, HotKey>);
  benchmark::RegisterBenchmark(("iterate/" + kind + "/" + map).c_str(), iterate<K, V, Map>)
      ->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark(("erase_half/" + kind + "/" + map).c_str(), eraseHalf<K, V, Map>)
      ->Unit(benchmark::kMillisecond)
      ->Iterations(2);
}

template <class K, class V> void addAll(const std::string &kind) {
  add<K, V, bench::Holdfast>("holdfast", kind);
  add<K, V, bench::Mutex>("std+mutex", kind);
  add<K, V, bench::SharedMutex>("std+shared_mutex", kind);
  add<K, V, bench::Sharded>("sharded", kind);
#if defined(HOLDFAST_BENCH_TBB)
  add<K, V, bench::Tbb>("tbb", kind);
#endif
#if defined(HOLDFAST_BENCH_BOOST)
  add<K, V, bench::Boost>("boost_flat", kind);
#endif
  benchmark::RegisterBenchmark(("find_many/" + kind).c_str(), many<K, V>)->Arg(0)->Arg(1);
}

} // namespace

int main(int argc, char **argv) {
  addAll<std::uint64_t, std::uint64_t>("u64");
  addAll<std::string, std::string>("string");
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
