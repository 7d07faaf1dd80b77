//===- Components.cpp - functions that call each other --------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Components.h"
#include "solve/CallGraph.h"
#include "llvm/ADT/SCCIterator.h"
#include "llvm/ADT/STLExtras.h"

namespace {

/// A function; or all callables, or everything.
struct Node {
  const holdfast::ir::Function *F = nullptr;
  llvm::SmallVector<Node *, 4> Callees;
  unsigned Number = 0; ///< Of its component.
};

} // namespace

template <> struct llvm::GraphTraits<Node *> {
  using NodeRef = Node *;
  using ChildIteratorType = llvm::SmallVectorImpl<Node *>::iterator;
  static NodeRef getEntryNode(NodeRef N) { return N; }
  static ChildIteratorType child_begin(NodeRef N) { return N->Callees.begin(); }
  static ChildIteratorType child_end(NodeRef N) { return N->Callees.end(); }
};

namespace holdfast::solve {

Components::Components(const ir::Module &M, const CallGraph &Calls, Callables Called) {
  std::vector<Node> Nodes(M.Functions.size());
  llvm::DenseMap<const ir::Function *, Node *> NodeOf;
  Node AnyCallable, Everything;
  for (size_t I = 0; I != Nodes.size(); ++I) {
    Nodes[I].F = &M.Functions[I];
    NodeOf[Nodes[I].F] = &Nodes[I];
    Everything.Callees.push_back(&Nodes[I]);
  }
  for (Node &Callee : Nodes) {
    for (const ir::Function *Caller : Calls.callersOf(*Callee.F))
      NodeOf.lookup(Caller)->Callees.push_back(&Callee);
    if (Called == Callables::Ignored)
      continue;
    if (Calls.callsIndirectly(*Callee.F))
      Callee.Callees.push_back(&AnyCallable);
    Calls.forEachCallable(*Callee.F, [&](const ir::Function &Body) {
      AnyCallable.Callees.push_back(NodeOf.lookup(&Body));
    });
  }
  for (auto It = llvm::scc_begin(&Everything); !It.isAtEnd(); ++It) {
    const unsigned Number = All.size();
    Component &Here = All.emplace_back();
    for (Node *N : *It) {
      N->Number = Number;
      if (!N->F)
        continue;
      Here.Functions.push_back(N->F);
      Numbers[N->F] = Number;
    }
    for (const Node *N : *It)
      for (const Node *Callee : N->Callees)
        if (Callee->Number != Number)
          Here.Callees.push_back(Callee->Number);
    llvm::sort(Here.Callees);
    Here.Callees.erase(llvm::unique(Here.Callees), Here.Callees.end());
  }
}

} // namespace holdfast::solve
