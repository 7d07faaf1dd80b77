//===- checked.hpp - a container that stops when it is misused --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   holdfast::checked<std::unordered_map<int, Session>> sessions;   // was: std::unordered_map<…>
//
// A map or set of any library, with its own names and meanings, that stops the program with both
// places when
//
//   two threads change it at once;
//   one thread changes it while another looks something up in it, or between two steps of another's
//   iteration;
//   an iterator is used although the same or another thread has erased its element, or has
//   invalidated all iterators (clear, assignment, a rehash).
//
//   holdfast::checked: 'std::unordered_map<int, Session>' was changed by two threads at once
//     thread 4711: erase session.cpp:42
//     thread 4712: insert pool.cpp:17
//     guard both with one mutex, or use a holdfast::map, which any thread may change
//
// HOLDFAST_CHECKED = 1 turns it on, 0 off; not defined, it is on unless NDEBUG is, as assert() is.
// Off, checked<Map> is Map, and nothing of this is compiled. On and off are different types, so
// object files that disagree do not link where they share one.
//
//   operation          costs, when on
//   change             one atomic store and one atomic load of the container's word, and a note in
//                      the thread's own log
//   lookup             two atomic loads, no store
//   use of an iterator one atomic load
//   size, empty        nothing
//
// No atomic is stronger than acquire and release: plain moves on x86.
//
// What is reported is so. What is not seen: a lookup that begins while a change goes on and ends
// before it does; a change of a few nanoseconds beside another one; changes through references
// (`m.at(k).f()`), or through unchecked(). A lock around each single step of an iteration, with
// changes by others in between, is reported, although a node-based container allows it.
//
// Which changes invalidate: an insertion does for a container with buckets when their number has
// changed, and for one with capacity() and no buckets (flat_map); else not. Specialize
// holdfast::insertion_invalidates for a container that is different (absl::btree_map: always).
//
// Thread safety: that of Map. Reports come from any thread, through set_violation_handler()
// (violation.hpp). Exceptions: those of Map.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_CHECKED_HPP
#define HOLDFAST_CHECKED_HPP

#if !defined(HOLDFAST_CHECKED)
#if defined(NDEBUG)
#define HOLDFAST_CHECKED 0
#else
#define HOLDFAST_CHECKED 1
#endif
#endif

#include "holdfast/detail/checked_container.hpp"

namespace holdfast {

#if HOLDFAST_CHECKED
template <class Map> using checked = detail::checked_container<Map>;
#else
template <class Map> using checked = Map;
#endif

} // namespace holdfast

#endif // HOLDFAST_CHECKED_HPP
