//===- Flags.h - members that are given known numbers -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `if (analyzed) return; analyzed = true; …`: where no function but a constructor sets `analyzed`
// to false, it is a latch: it stays true, whatever unknown code is called.
//
// `closing = true; for (Client *c : clients) c->close(); closing = false;`: a flag. It stays true
// in calls of functions of the program that do not give it a value, nor does what they call.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_FLAGS_H
#define HOLDFAST_SOLVE_FLAGS_H

#include "ir/Program.h"
#include "solve/Components.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SparseBitVector.h"
#include <map>

namespace holdfast::solve {

class CallGraph;

/// What is known of a member's values.
struct Flag {
  bool IsLatch = true; ///< It is 0, or 1 for good: given 1 (true), and by constructors, or what
                       ///< only they call, 0 or 1.
  /// It is given known integers, or counted, somewhere, not by its object's constructor alone, and
  /// nobody takes its address.
  bool IsFlag = false;
  bool IsOwn = true; ///< Only methods give it values, in their own object.
  /// It is counted from 0, and given no negative number: those who count down have counted up.
  bool IsCounter = true;
};

/// The flags of a program. Assignments of whole objects are not looked at. Built once, in time
/// linear in the program times its flags; then only read, from any thread.
class Flags {
public:
  Flags(const ir::Module &M, const CallGraph &Calls);

  /// Null: nothing is known of its values.
  const Flag *find(const ir::Projection &Member) const {
    auto It = Known.find(Member);
    bool IsAny = It != Known.end() && (It->second.IsLatch || It->second.IsFlag);
    return IsAny ? &It->second : nullptr;
  }
  /// A call of F, a function of the program, may give the flag another value in an object that is
  /// there already: by itself or in what it calls by a name. What a callable does that it calls,
  /// nobody knows.
  bool mayGive(const ir::Function &F, const ir::Projection &Member) const;

private:
  friend class Footprints;
  struct Entry : Flag {
    unsigned Number = 0;
    bool HasAddress = false; ///< Somebody may write to it under another name.
  };
  using Members = llvm::SparseBitVector<>; ///< By number.

  bool isOfNewObject(const ir::Function &F, const ir::Path &P) const;
  const Members &givenBy(const ir::Function &F) const { return Given[*Called.find(F)]; }
  Entry &entryOf(const ir::Projection &Member);
  void note(const ir::Function &F, const ir::Path &Destination, const ir::Operand &Source);
  void noteCounted(const ir::Function &F, const ir::Arithmetic &A);
  Entry *noteGiven(const ir::Function &F, const ir::Path &P);
  void noteAddress(const ir::Operand &O);
  void visit(const ir::Function &F, const ir::Effect &E);
  void propagate();

  Components Called;
  llvm::DenseSet<const ir::Function *> OfConstructors; ///< What only they call.
  std::map<ir::Projection, Entry> Known;
  llvm::DenseMap<const ir::Function *, Members> Own; ///< What it gives values itself.
  std::vector<Members> Given;                        ///< With the callees; by component.
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_FLAGS_H
