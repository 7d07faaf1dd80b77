//===- Stores.h - callables and objects that a program keeps ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A callback is called long after it was registered, by a function that never saw the
// registration; `server_` of a client was set when the client was made. What is stored where is
// collected for the whole program: bottom-up, each function has a list of what it stores in
// places that its caller can name, in its own words (`this.slots = parameter 1`); at a call they
// become the caller's words (`this.onClose.slots = the lambda of line 8`). A store is a fact of
// the program once what is stored is known.
//
// Places are chains of members (AccessPath): field-based (Heintze and Tardieu, PLDI 2001), with
// the members that lead to the field as context, so that the slots of one signal are not those
// of another.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_STORES_H
#define HOLDFAST_SOLVE_STORES_H

#include "solve/CallGraph.h"
#include "solve/Hierarchy.h"
#include "solve/Origins.h"
#include <map>
#include <set>

namespace holdfast::solve {

/// Something of which it matters that it is stored.
struct Stored {
  /// The function that a callable runs; 0: the address of Object.
  ir::Symbol Body = 0;
  /// Of a callable: what `this` is in it.
  AccessPath Object;
  /// Not the address of Object, but the value of an element of it, or of what it points at.
  bool IsElement = false;

  auto tie() const { return std::tie(Body, Object, IsElement); }
  friend bool operator<(const Stored &A, const Stored &B) { return A.tie() < B.tie(); }
};

struct Store {
  AccessPath Where;
  Stored What;
  /// Not the member itself, but an element of it or what it points at, is given the value.
  bool IsInside = false;
  auto tie() const { return std::tie(Where, What, IsInside); }
  friend bool operator<(const Store &A, const Store &B) { return A.tie() < B.tie(); }
};

/// A call in the words of the function that calls.
struct CallSite {
  llvm::SmallVector<const ir::Function *, 2> Bodies;
  std::optional<AccessPath> Receiver;
  llvm::SmallVector<std::optional<Stored>, 4> Arguments;
};

/// A callable that is kept somewhere.
struct Registration {
  ir::Symbol Body = 0;
  ir::Symbol Class = 0; ///< The name of the class of its `this`; 0: unknown.
  /// Set: it is kept in these members of the object that is its `this`.
  std::optional<llvm::SmallVector<ir::Projection, 2>> KeptIn;
};

/// What a member that is a pointer or reference refers to: a global, or these members of the object
/// of Class that made, or keeps, the object with the member.
struct Referent {
  ir::Symbol Class = 0; ///< 0: a global.
  ir::Symbol Global = 0;
  llvm::SmallVector<ir::Projection, 2> Members;
  friend bool operator==(const Referent &A, const Referent &B) {
    return A.Class == B.Class && A.Global == B.Global && A.Members == B.Members;
  }
};

/// What is stored where in a program. Built once; then only read, from any thread.
class Stores {
public:
  Stores(const ir::Module &M, const CallGraph &Calls, const Hierarchy &Classes, Rows &Table);

  /// The callables that may be kept at Where. Body: the function whose variable Where may begin
  /// with.
  std::vector<Registration> callablesAt(const AccessPath &Where, const ir::Function &Body) const;

  /// What the member always refers to, if there is one such thing; null: unknown, or several.
  const Referent *referentOf(const ir::Projection &Member) const;

  /// The program inserts something into the member: it is a container.
  bool hasElements(const ir::Projection &Member) const {
    return Containers.count({Member.Field, Member.Owner});
  }

private:
  friend class Footprints;
  struct Known {
    AccessPath Where;
    Registration R;
    const ir::Function *In; ///< Whose variable Where may begin with.
  };
  void handOver(const CallSite &Site, const CallGraph &Calls);
  void conclude(const ir::Function &F, const Store &S);
  void concludeCallable(const ir::Function &F, const Store &S);
  void concludeObject(const ir::Function &F, const Store &S);
  void refer(const ir::Projection &Member, std::optional<Referent> To);
  void keep(const ir::Projection &Member, ir::Symbol Class);

  const Hierarchy &Classes;
  /// What functions store in their own variables.
  llvm::DenseMap<const ir::Function *, std::vector<Store>> Own;
  /// By the last member of the place, or the global.
  std::map<ir::Symbol, std::vector<Known>> Callables;
  std::set<std::pair<ir::Symbol, ir::Symbol>> Containers; ///< By name and owner of the member.
  /// By name and owner of the member; nothing: several, or unknown.
  std::map<std::pair<ir::Symbol, ir::Symbol>, std::optional<Referent>> Referents;
  /// Members that lead to an object that keeps the object with the member; class 0: to several.
  std::map<std::pair<ir::Symbol, ir::Symbol>, Referent> Kept;
  /// The only one of them by owner and class of the keeper; 0: there are several.
  std::map<std::pair<ir::Symbol, ir::Symbol>, ir::Symbol> Keepers;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_STORES_H
