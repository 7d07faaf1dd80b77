//===- Open.h - classes without iterators, opened ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a World needs is begin() and end(). A container adaptor shows those of the
// container it keeps; a smart pointer and an optional are containers of one
// element or none.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_ORACLE_OPEN_H
#define HOLDFAST_ORACLE_OPEN_H

#include "World.h"

namespace oracle {

template <class A> struct Adaptor : A {
  using A::A;
  auto &kept() { return this->c; }
  auto begin() { return this->c.begin(); }
  auto end() { return this->c.end(); }
  auto begin() const { return this->c.begin(); }
  auto end() const { return this->c.end(); }
};

template <class P> struct Owner : P {
  using P::P;
  using P::operator=;
  using value_type = Element;
  const Element *begin() const { return this->operator bool() ? std::addressof(**this) : nullptr; }
  const Element *end() const { return this->operator bool() ? begin() + 1 : nullptr; }
};

template <class P> void fill(Owner<P> &Into, std::vector<int> Keys) {
  if (Keys.empty())
    return;
  if constexpr (requires { Into.reset(new Element(1)); })
    Into.reset(new Element(Keys.front()));
  else
    Into.emplace(Keys.front());
}

/// A second owner, if the class can have one.
template <class P> std::shared_ptr<void> share(const Owner<P> &Of) {
  if constexpr (requires { Of.use_count(); })
    return std::make_shared<P>(Of);
  return nullptr;
}

} // namespace oracle

#endif // HOLDFAST_ORACLE_OPEN_H
