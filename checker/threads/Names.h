//===- Names.h - what variables stand for -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_THREADS_NAMES_H
#define HOLDFAST_THREADS_NAMES_H

#include "solve/CallGraph.h"
#include "threads/Summary.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace holdfast::threads {

using SummaryOf = llvm::function_ref<const Summary *(const ir::Function &)>;

/// Paths of one function, said from where its callers can name them. A container that is a variable
/// of its own stays one, also when it was made as a copy.
class Names {
public:
  Names(const ir::Module &M, const ir::Function &F, solve::Rows &Table,
        const solve::CallGraph &Calls, SummaryOf Known);

  AccessPath resolve(const ir::Path &P) const;
  /// The same for a container; IsElement: it is an element of the one that is returned.
  AccessPath resolve(const ir::Path &P, bool &IsElement) const;
  /// P is an element of a built-in array, whichever.
  bool isArrayElement(const ir::Path &P) const;
  /// P by the name that its object was given elsewhere.
  AccessPath canonical(AccessPath P) const;
  /// The members that the constructor F makes other names of what its caller can name.
  std::vector<std::pair<AccessPath, AccessPath>> aliases() const;
  /// The closure at P: what the variable is given, wherever that is; null: one of several, or none.
  const ir::Closure *closureIn(const ir::Path &P) const;

  /// What may be called by the name of O: closures, parameters, and what is kept elsewhere.
  std::vector<Callable> callablesIn(const ir::Operand &O) const { return callablesIn(O, 0); }

  /// The caller can name it: `this`, a global, what a parameter or capture refers to.
  bool isOutside(const AccessPath &P) const;
  /// Each thread has its own.
  bool isOfThread(const AccessPath &P) const;
  /// A name for messages: "this->jobs", "m".
  std::string spell(const AccessPath &P) const;

  /// What it says when it is not 0, of what the function was given or where it runs.
  std::optional<Literal> meaningOf(const ir::Operand &O) const;

  Bindings bindCall(const ir::Call &Call, const ir::Function &Body) const;
  /// What a callee calls P, as this function calls it; none: it cannot name it.
  std::optional<AccessPath> ours(const AccessPath &P, const Bindings &To) const;
  /// Those of All that this function can name.
  std::set<AccessPath> ours(const std::set<AccessPath> &All, const Bindings &To) const;
  LockSet ours(const LockSet &All, const Bindings &To) const;
  Signals ours(const Signals &All, const Bindings &To) const;
  /// The closure is called with Arguments. Copied: they were copied before, as for a thread.
  Bindings bindClosure(const ir::Closure &C, const ir::Function &Body,
                       llvm::ArrayRef<ir::Operand> Arguments, bool Copied) const;

private:
  std::optional<AccessPath> given(const ir::Variable &Parameter, const ir::Operand &O,
                                  bool Copied) const;
  std::optional<AccessPath> object(const ir::Path &P) const;
  bool pointsElsewhere(const ir::Variable &V) const;
  bool isOwnContainer(const ir::Path &P) const;
  bool isReferenceWrapper(const ir::Operand &O) const;

  const ir::Module &M;
  const ir::Function &F;
  solve::Rows &Table;
  const solve::CallGraph &Calls;
  solve::Origins Held;
  void addElements();
  void addHolders();
  void addTruths();
  Truth truthOf(const ir::Operand &O) const;
  std::vector<Callable> callablesIn(const ir::Operand &O, unsigned Depth) const;
  Bindings bindClosure(const ir::Closure &C, const ir::Function &Body,
                       llvm::ArrayRef<ir::Operand> Arguments, bool Copied, unsigned Depth) const;
  std::vector<Callable> callablesFor(const ir::Variable &Parameter, const ir::Operand &O,
                                     unsigned Depth) const;
  void addClosures();
  void addAlias(AccessPath Member, AccessPath Is);
  void addAliases(const solve::CallGraph &Calls, SummaryOf Known);

  llvm::DenseMap<ir::VarId, AccessPath> Results; ///< Of calls.
  llvm::DenseMap<ir::VarId, const ir::Closure *> Closures;
  llvm::DenseMap<ir::VarId, const ir::Closure *> Made;
  /// By variable: where what it holds may come from.
  llvm::DenseMap<ir::VarId, llvm::SmallVector<ir::Path, 2>> Holders;
  std::vector<std::optional<Literal>> Meanings; ///< By variable.
  llvm::BitVector Elements; ///< By variable: leads to an element of a container.
  std::map<AccessPath, std::optional<AccessPath>> Aliases; ///< None: of several.
};

/// What messages call it: "settings".
std::string globalName(const ir::Module &M, ir::Symbol Global);

/// A member of the function's own object. What is in a member may be in another object that the
/// member points at.
bool isMemberOfThis(const AccessPath &P);

/// P in terms of Object, which it is a part of: `this->lock`; none: it is not.
std::optional<AccessPath> within(const AccessPath &Object, const AccessPath &P);

/// The locks that are part of Object, in its terms; OrGlobal: and those that everybody can name.
LockSet within(const AccessPath &Object, const LockSet &Locks, bool OrGlobal);

/// P in the caller's terms, who may have another name for it (Names::ours); none: it has none.
std::optional<AccessPath> rebase(const AccessPath &P, const Bindings &To);
Truth rebase(const Truth &T, const Bindings &To);
Bindings rebase(const Bindings &Inner, const Bindings &To);
/// Several: a parameter that may be one or the other.
std::vector<Callable> rebase(const Callable &C, const Bindings &To);

} // namespace holdfast::threads

#endif // HOLDFAST_THREADS_NAMES_H
