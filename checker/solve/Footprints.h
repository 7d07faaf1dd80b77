//===- Footprints.h - what flattening a function depends on -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Flattening (Inline.h) asks much about a program, and mostly about few functions. What it can
// learn is said by three kinds of prints, digests that are the same in every program where the
// answers are:
//
//   the program's  what is known of members and classes, whatever function it comes from: where
//                  callables are kept, which pointers lead where, who derives from whom, which
//                  members are keys and flags
//   outside        what is known of a function whose body is not looked at: its head, what it and
//                  those it calls change, what it hands its callers, how far changes are from it
//   inside         its body, and the outside of every function that the body names
//
// So a root becomes the same function, but for where things are, when these are the same: the
// program's, the inside of the root and of all that became part of it, and the outside of callables
// that it found kept somewhere, entered or not. The rest of what it can ask about is named by
// these. And where nothing was found, nothing is found then.
//
// How far changes are depends on all that a function may lead to. What says so is a Merkle tree
// over the components of the call graph (Components.h): functions, what they change themselves, and
// whom they call. Bodies count for that only as far as they change this.
//
// Names count by their texts, never by their numbers. But what is kept of the program in sets of
// names is walked in the order of the numbers, and sometimes the first or last one that fits is
// taken (Presume.cpp, Members::wayFrom): so the program's print has such sets in that order. What
// is found by function, and all that an execution keeps, is only looked up by name.
//
// Places count by their order within one function, so an edit changes nothing of the functions
// below it. Only those of functions that deallocate are compared with others' (Reporter::add), and
// count as they are.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_FOOTPRINTS_H
#define HOLDFAST_SOLVE_FOOTPRINTS_H

#include "solve/Facts.h"
#include "solve/Solver.h"
#include "llvm/Support/BLAKE3.h"

namespace holdfast::solve {

using Print = llvm::BLAKE3Result<16>;

class Footprints {
public:
  /// Linear in the program; M and Known must outlive this.
  Footprints(const ir::Module &M, const Facts &Known, const SolverOptions &Options);

  const Print &program() const { return Program; }
  const Print &outside(const ir::Function &F) const { return Outside[numberOf(F)]; }
  const Print &inside(const ir::Function &F) const { return Inside[numberOf(F)]; }

  /// A short name of a function that says which one it is in every program, and back; null: there
  /// is none.
  uint64_t nameOf(const ir::Function &F) const { return Texts.symbol(F.Usr); }
  const ir::Function *find(uint64_t Name) const { return Named.lookup(Name); }

  /// Of a set, in no order: the sum of the prints of its elements.
  struct Sum {
    uint64_t High = 0, Low = 0;
  };

private:
  friend class FootprintSpeller;
  struct TextHashes {
    std::vector<uint64_t> Symbols, Files;
    uint64_t symbol(ir::Symbol S) const { return Symbols[S]; }
    uint64_t file(uint32_t File) const { return Files[File]; }
  };

  static Sum sumOf(const Touched::Kinds &All, llvm::ArrayRef<Sum> Names);
  Sum sumOf(const Touched::Kinds &All) const { return sumOf(All, KindNames); }
  size_t numberOf(const ir::Function &F) const {
    return static_cast<size_t>(&F - M.Functions.data());
  }
  llvm::SmallVector<const ir::Function *, 2> bodiesNamed(ir::Symbol Usr) const;

  void nameKinds();
  void nameFlags();
  void printProgram(const SolverOptions &Options);
  void printComponents();
  void printOutsides();
  void printInsides();

  const ir::Module &M;
  const Facts &Known;
  TextHashes Texts;
  llvm::DenseMap<uint64_t, const ir::Function *> Named;
  std::vector<Sum> KindNames;         ///< By kind.
  std::vector<Sum> FlagNames;         ///< By number.
  std::vector<Print> Cones;           ///< By component.
  std::vector<Sum> Changes, Alters;   ///< By component.
  std::vector<Print> Outside, Inside; ///< By function.
  Print Program = {};
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_FOOTPRINTS_H
