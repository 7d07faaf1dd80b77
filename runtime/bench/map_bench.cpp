//===- map_bench.cpp - the runtime map beside others ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   map-bench results.jsonl [rounds [u64|string [part of the maps' names [part of the works']]]]
//
// In each round all maps are built, with 2^20 entries; then each work is done on one map after the
// other, so that what else the machine does meets all of them alike.
//
//===----------------------------------------------------------------------===//

#include "all_peers.hpp"
#include "harness.hpp"
#include "workloads.hpp"

#include <cstring>
#include <functional>

namespace bench {
namespace {

/// A map that is measured, without its type.
template <class K, class V> class subject {
public:
  explicit subject(std::string name) : name(std::move(name)) {}
  virtual ~subject() = default;
  virtual duration build() = 0;
  virtual void destroy() = 0;
  virtual duration run(work w, unsigned threads, std::uint64_t each) = 0;
  virtual duration iterate() = 0;
  virtual duration erase_half() = 0;
  virtual void many(results &, const std::string &) {}
  virtual bool may(work w, unsigned threads) const {
    static_cast<void>(w), static_cast<void>(threads);
    return true;
  }
  const std::string name;
};

template <class Map, class = void> inline constexpr bool one_writer = false;
template <class Map>
inline constexpr bool one_writer<Map, std::void_t<decltype(Map::one_writer)>> = true;

template <class K, class V, class Map> class subject_of : public subject<K, V> {
public:
  subject_of() : subject<K, V>(Map::name) {}
  duration build() override {
    m_ = std::make_unique<Map>();
    return timed(1, [&](unsigned) {
      for (std::uint64_t i = 0; i < entries; ++i)
        m_->put(keys<K>()[i], value<V>(i));
    });
  }
  void destroy() override { m_.reset(); }
  bool may(work w, unsigned threads) const override {
    return !is_loop && (!one_writer<Map> || threads == 1 || w == work::read);
  }
  duration run(work w, unsigned threads, std::uint64_t each) override {
    switch (w) {
    case work::read:
      return run<work::read>(*m_, threads, each);
    case work::mix5:
      return run<work::mix5>(*m_, threads, each);
    case work::zipf5:
      return run<work::zipf5>(*m_, threads, each);
    case work::mix50:
      return run<work::mix50>(*m_, threads, each);
    case work::churn:
      return run<work::churn>(*m_, threads, each);
    case work::hot_key:
      break;
    }
    Map empty;
    return run<work::hot_key>(empty, threads, each);
  }
  duration iterate() override {
    return timed(1, [&](unsigned) {
      std::uint64_t n = 0, sum = 0;
      m_->each([&](const K &k, const V &v) { ++n, sum += digest(k) ^ digest(v); });
      use(sum);
      if (n != entries)
        std::fprintf(stderr, "%s: %lu entries of %lu\n", Map::name, static_cast<unsigned long>(n),
                     static_cast<unsigned long>(entries));
    });
  }
  duration erase_half() override {
    return timed(1, [&](unsigned) { m_->erase_half(); });
  }
  /// Single finds beside find_many.
  void many(results &to, const std::string &kind) override {
    if constexpr (std::is_same_v<Map, Holdfast<K, V>>) {
      random_numbers random(3);
      std::vector<K> asked;
      for (int i = 0; i < 1 << 20; ++i)
        asked.push_back(keys<K>()[random.below(entries)]);
      std::vector<std::optional<V>> found(asked.size());
      const auto single = timed(1, [&](unsigned) {
        for (std::size_t i = 0; i < asked.size(); ++i)
          found[i] = m_->m.load(asked[i]);
      });
      to.add("find_single", kind, Map::name, 1, single, double(asked.size()));
      const auto batch =
          timed(1, [&](unsigned) { m_->many(asked.begin(), asked.end(), found.begin()); });
      to.add("find_many", kind, Map::name, 1, batch, double(asked.size()));
    }
  }

private:
  static constexpr bool is_loop = std::is_same_v<Map, HoldfastLoop<K, V>>;
  template <work W> static duration run(Map &m, unsigned threads, std::uint64_t each) {
    return timed(threads, [&](unsigned t) { operate<W, K, V>(m, t, each); });
  }
  std::unique_ptr<Map> m_;
};

struct named_work {
  work what;
  const char *name;
};
constexpr named_work works[] = {{work::read, "read"},       {work::mix5, "95/5"},
                                {work::zipf5, "zipf 95/5"}, {work::mix50, "50/50"},
                                {work::churn, "churn"},     {work::hot_key, "hot key"}};

template <class K, class V>
void one_round(const std::vector<std::unique_ptr<subject<K, V>>> &all, const std::string &kind,
               std::uint64_t each, const char *only, results &to) {
  const auto wanted = [&](const char *name) { return !only || std::strstr(name, only); };
  for (auto &s : all)
    to.add("insert", kind, s->name, 1, s->build(), double(entries));
  for (const named_work &w : works)
    for (unsigned threads : {1u, 2u})
      for (auto &s : all)
        if (wanted(w.name) && s->may(w.what, threads))
          to.add(w.name, kind, s->name, threads, s->run(w.what, threads, each),
                 double(each) * threads);
  for (auto &s : all)
    if (wanted("iterate"))
      to.add("iterate", kind, s->name, 1, s->iterate(), double(entries));
  for (auto &s : all)
    if (wanted("find_many"))
      s->many(to, kind);
  for (auto &s : all)
    if (wanted("erase half"))
      to.add("erase half", kind, s->name, 1, s->erase_half(), double(entries));
  for (auto &s : all)
    s->destroy();
}

template <class K, class V>
void measure(const std::string &kind, unsigned rounds, std::uint64_t each, const char *only,
             const char *only_work, results &to) {
  keys<K>();
  zipf();
  std::vector<std::unique_ptr<subject<K, V>>> all;
  const auto add = [&](auto one) {
    if (!only || std::strstr(one->name.c_str(), only) || one->name == "holdfast")
      all.push_back(std::move(one));
  };
  for_all_maps([&](auto t) {
    add(std::make_unique<subject_of<K, V, typename decltype(t)::template of<K, V>>>());
  });
  add(std::make_unique<subject_of<K, V, HoldfastLoop<K, V>>>());
  if constexpr (std::is_integral_v<K>)
    add(std::make_unique<subject_of<K, V, BareProbe<K, V>>>());
  for (unsigned round = 0; round < rounds; ++round) {
    one_round(all, kind, each, only_work, to);
    std::rotate(all.begin(), all.begin() + 1, all.end());
    std::fprintf(stderr, "%s: round %u of %u\n", kind.c_str(), round + 1, rounds);
  }
}

} // namespace
} // namespace bench

int main(int argc, char **argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: map-bench results.jsonl [rounds [u64|string [map [work]]]]\n");
    return 2;
  }
  bench::results to(argv[1]);
  const unsigned rounds = argc > 2 ? static_cast<unsigned>(std::stoul(argv[2])) : 5;
  const std::string kind = argc > 3 ? argv[3] : "";
  const char *only = argc > 4 ? argv[4] : nullptr, *work = argc > 5 ? argv[5] : nullptr;
  if (kind != "string")
    bench::measure<std::uint64_t, std::uint64_t>("u64", rounds, 1 << 20, only, work, to);
  if (kind != "u64")
    bench::measure<std::string, std::string>("string", rounds, 1 << 19, only, work, to);
}
