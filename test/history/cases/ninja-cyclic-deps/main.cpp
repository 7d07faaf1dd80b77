//===- main.cpp - a cycle in the graph of the build -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: ninja-build/ninja
// Fix: 015c818cbe85 "Let DependencyScan::RecomputeDirty() work correclty with cyclic graphs." (2014)
// Class: recursion
// RecomputeDirty() loads dependencies into an edge's inputs and walks them with a recursive call. In a cycle through
// another output of the same edge it comes back to that edge and inserts into the inputs that it is walking.

#include "graph.h"

int main() {
  State state;
  Edge* both = state.AddEdge();
  state.AddOut(both, "a");
  state.AddOut(both, "b");
  state.AddIn(both, "c");
  state.AddIn(both, "d");
  Edge* copy = state.AddEdge();
  state.AddOut(copy, "c");
  state.AddIn(copy, "a");
  for (const char* name : {"x.h", "y.h", "z.h"})
    state.deps_log_[state.GetNode("a")].push_back(state.GetNode(name));

  DependencyScan scan(&state);
  Node* target = state.GetNode("b");
#ifndef FIXED
  target->StatIfNecessary();
#endif
  return scan.RecomputeDirty(target->in_edge()) && both->inputs_.size() == 5 ? 0 : 1;
}
