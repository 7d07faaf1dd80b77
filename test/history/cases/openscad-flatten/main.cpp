//===- main.cpp - a vector is indexed while it is walked --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: openscad/openscad
// Fix: ee784dad8b7d "Handle case of flattening during iteration over VectorType. (fixes #3541)" (2020)
// Class: recursion
// A list comprehension evaluates an expression for each element of a vector. Indexing the same vector in there, which
// is const, first makes the shared vector flat and so replaces the storage that the loop's iterators point into.

#include "expr.h"

int main()
{
  Context context;
  auto numbers = std::make_shared<VectorObject>();
  numbers->vec = {Value(1), Value(2)};
  context.set("c", Value(Value::Type::VECTOR, numbers));

  // arr = [for (a = c, b = c) 5];
  LcFor inner("b", std::make_unique<Lookup>("c"), std::make_unique<Literal>(5));
  LcFor outer("a", std::make_unique<Lookup>("c"), std::make_unique<LcFor>(std::move(inner)));
  context.set("arr", outer.evaluate(context));

  // x = [for (e = arr) arr[0]];
  auto index = std::make_unique<ArrayLookup>(std::make_unique<Lookup>("arr"), std::make_unique<Literal>(0));
  LcFor loop("e", std::make_unique<Lookup>("arr"), std::move(index));
  return VectorType(loop.evaluate(context)).size() == 4 ? 0 : 1;
}
