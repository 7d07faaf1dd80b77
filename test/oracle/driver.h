//===- driver.h - runs generated programs with all their inputs -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_ORACLE_DRIVER_H
#define HOLDFAST_TEST_ORACLE_DRIVER_H

#include "oracle.h"

namespace oracle {

/// One generated program: its number, how many of the flags a, b, c it reads, and its entry.
struct Program {
  const char *name;
  unsigned flags;
  void (*drive)(const Input &);
};

/// Keeps a program for main(), which runs it with every input in a child process and prints
///
///   program NAME
///   failed KIND MARKS PC ...  an input stopped it: the changes it had reached, each with a comma, and
///                             return addresses, innermost first
///   ran N N ...               the RAN marks that some input reached
struct Registered {
  Registered(const Program &program);
};

/// One more element at id, in the way of each container.
template <class C> void add(C &c, int id) {
  using V = typename C::value_type;
  if constexpr (requires { c.emplace(typename C::key_type(id), typename C::mapped_type{id}); })
    c.emplace(typename C::key_type(id), typename C::mapped_type{id});
  else if constexpr (requires { typename C::key_type; })
    c.insert(V(id));
  else if constexpr (requires { c.push_back(std::make_unique<Item>(id)); })
    c.push_back(std::make_unique<Item>(id));
  else if constexpr (std::is_pointer_v<V>) {
    static std::deque<Item> pool;
    c.push_back(&pool.emplace_back(id));
  } else if constexpr (std::is_same_v<V, char>)
    c.push_back(char('a' + id % 26));
  else if constexpr (requires { c.push_back(V(id)); })
    c.push_back(V(id));
  else if constexpr (requires { c.push_front(V(id)); })
    c.push_front(V(id));
}

/// A container of size elements. Without spare capacity the next insertion reallocates or rehashes.
template <class C> C make(int first, int step, int size, bool spare) {
  C c;
  if constexpr (requires { c.reserve(0); })
    if (spare)
      c.reserve(2 * size + 3);
  for (int i = 0; i != size; ++i)
    add(c, first + step * i);
  if constexpr (requires { c.shrink_to_fit(); })
    if (!spare)
      c.shrink_to_fit();
  if constexpr (requires { c.max_load_factor(float()); c.rehash(0); })
    if (!spare) {
      c.rehash(0);
      c.max_load_factor(size ? float(c.size()) / float(c.bucket_count()) : 1.0f);
    }
  return c;
}
template <class C> C make(const Input &in) { return make<C>(in.first, in.step, in.n, in.spare); }

/// Another one, which has some elements in common with it and some not; all are alike in both or in
/// neither.
template <class C> C makeOther(const Input &in) {
  return make<C>(in.first + in.n / 2, in.step ? 1 : 0, in.n + 1, in.spare);
}

/// A singly linked list of in.n nodes.
inline Node *makeNodes(const Input &in) {
  Node *head = nullptr;
  for (int i = in.n; i-- > 0;)
    head = new Node{in.first + in.step * i, head};
  return head;
}

} // namespace oracle

#define PROGRAM(name, flags) static oracle::Registered registered_##name({#name, flags, name::drive});

#endif // HOLDFAST_TEST_ORACLE_DRIVER_H
