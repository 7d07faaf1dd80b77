//===- all_peers.hpp - the list of the maps that are measured ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_BENCH_ALL_PEERS_HPP
#define HOLDFAST_BENCH_ALL_PEERS_HPP

#include "limits.hpp"
#include "peer_libraries.hpp"

namespace bench {

/// Stands for a map type where a value is needed.
template <template <class, class> class Map> struct tag {
  template <class K, class V> using of = Map<K, V>;
};

/// Calls f(tag<Map>) for the maps that grow.
template <class F> void for_growing_maps(F f) {
  f(tag<Holdfast>());
  f(tag<StdMutex>());
  f(tag<StdSharedMutex>());
  f(tag<StdSharded>());
#if defined(HOLDFAST_BENCH_TBB)
  f(tag<Tbb>());
#endif
#if defined(HOLDFAST_BENCH_BOOST)
  f(tag<BoostFlat>());
  f(tag<BoostNode>());
#endif
#if defined(HOLDFAST_BENCH_LIBCUCKOO)
  f(tag<Cuckoo>());
#endif
#if defined(HOLDFAST_BENCH_PHMAP)
  f(tag<Phmap>());
#endif
#if defined(HOLDFAST_BENCH_GTL)
  f(tag<Gtl>());
#endif
}

/// And for those of a fixed size.
template <class F> void for_all_maps(F f) {
  for_growing_maps(f);
#if defined(__cpp_lib_atomic_shared_ptr)
  f(tag<CasList>());
#endif
}

} // namespace bench

#endif // HOLDFAST_BENCH_ALL_PEERS_HPP
