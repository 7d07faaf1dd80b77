//===- CallGraph.h - who may be called, and does it matter ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_CALLGRAPH_H
#define HOLDFAST_SOLVE_CALLGRAPH_H

#include "ir/Program.h"
#include "solve/Rows.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace holdfast::solve {

/// The call that an effect makes: itself, or that of a destructor that it runs.
std::optional<ir::Call> callOf(const ir::EffectKind &E);

/// The functions of a program and which of them a call may enter: class hierarchy analysis (Dean,
/// Grove, Chambers, ECOOP 1995) for virtual calls. Built once in time linear in the program;
/// then only read, from any thread.
class CallGraph {
public:
  CallGraph(const ir::Module &M, Rows &Table);

  /// The function with a body of that USR, or null.
  const ir::Function *find(ir::Symbol Usr) const { return Bodies.lookup(Usr); }

  /// Every body that a direct or virtual call may enter.
  llvm::SmallVector<const ir::Function *, 2> bodiesOf(const ir::Call &Call) const;
  /// The functions that call F, directly or virtually.
  llvm::ArrayRef<const ir::Function *> callersOf(const ir::Function &F) const;

  /// Matches holds for one of the functions that F calls.
  bool anyCallee(const ir::Function &F,
                 llvm::function_ref<bool(const ir::Function &)> Matches) const;

  /// The bodies of the callables that F makes.
  void forEachCallable(const ir::Function &F,
                       llvm::function_ref<void(const ir::Function &)> Visit) const;

  struct Targets {
    llvm::SmallVector<const ir::Function *, 2> Entered; ///< What matters among them.
    bool Others = false; ///< Others may be called instead: they do not matter, or have no body.
  };
  /// What a direct or virtual call may enter. Also: what matters to the caller all the same.
  Targets targets(const ir::Call &Call,
                  llvm::function_ref<bool(const ir::Function &)> Also = nullptr) const;

  /// A caller may notice a call of F: it changes containers or deallocates objects that are not its
  /// own, hands a reference, pointer or iterator back, keeps an iterator, or calls somebody back;
  /// or one of those it calls does.
  bool matters(const ir::Function &F) const { return Matters.contains(&F); }
  /// F calls a callable, or hands one to a library operation that does.
  bool callsIndirectly(const ir::Function &F) const { return CallIndirectly.contains(&F); }
  /// F is a constructor that gives the address of its object to somebody.
  bool registersItself(const ir::Function &F) const { return Registering.contains(&F); }
  /// F calls something that matters.
  bool callsWhatMatters(const ir::Function &F,
                        llvm::function_ref<bool(const ir::Function &)> Also = nullptr) const;

private:
  void addCallers(const ir::Module &M);
  void propagate();

  llvm::DenseMap<ir::Symbol, const ir::Function *> Bodies;
  llvm::DenseMap<ir::Symbol, llvm::SmallVector<ir::Symbol, 2>> Overriders; ///< Direct ones.
  llvm::DenseMap<const ir::Function *, std::vector<const ir::Function *>> Callers;
  llvm::DenseSet<const ir::Function *> Matters;
  llvm::DenseSet<const ir::Function *> CallIndirectly;
  llvm::DenseSet<const ir::Function *> Registering;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_CALLGRAPH_H
