//===- main.cpp - namespaces that use namespaces ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: doxygen/doxygen
// Fix: bfe598c49fb7 "Fixed issue in combineUsingRelations() that could lead to the use of invalid iterators" (2020)
// Class: callee
// A namespace walks the namespaces that it uses, lets each of them do the same first, and adds what they use to its own
// list, which is the one that it walks.

#include "namespacedef.h"

int main()
{
  auto a = createNamespaceDef("a");
  auto b = createNamespaceDef("b");
  auto c = createNamespaceDef("c");
  auto d = createNamespaceDef("d");
  a->addUsingDirective(b.get());
  b->addUsingDirective(c.get());
  c->addUsingDirective(d.get());
  a->combineUsingRelations();
  return a->getUsedNamespaces().size()==3 ? 0 : 1;
}
