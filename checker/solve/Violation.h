//===- Violation.h - a use of something a change invalidated ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_VIOLATION_H
#define HOLDFAST_SOLVE_VIOLATION_H

#include "ir/Program.h"
#include "models/Model.h"
#include <string>
#include <vector>

namespace holdfast::solve {

/// How sure the solver is (DESIGN.md, "Confidence").
enum class Confidence : uint8_t {
  Possible, ///< Needs an unproven alias, an unknown callee or a guess.
  Likely,   ///< On some feasible path.
  Certain,  ///< A use follows on every path past the change.
};

/// What became invalid.
enum class HandleKind : uint8_t { Iterator, Reference, Pointer, View };

/// What made it so.
enum class CauseKind : uint8_t {
  Mutation, ///< A container operation: Operation and Change say which.
  Destroy,  ///< The owner's lifetime ended (scope exit, end of full expression).
  Release,  ///< delete / free of the object.
  Skip,     ///< Not invalid: erasing at index i of an index loop that then increments i skips an element.
};

/// How it is used afterwards.
enum class UseKind : uint8_t {
  Advance,     ///< ++it, also the hidden step of a range-for.
  Compare,     ///< it != end.
  Dereference, ///< *it, it->x, a read through a reference or pointer.
  Pass,        ///< Handed to a call.
  Operand,     ///< Used as position by another container operation.
};

/// One step of the way from the function that iterates to the one that mutates.
struct ChainStep {
  std::string Function; ///< The callee entered by this step.
  ir::Location Call;
  friend bool operator==(const ChainStep &A, const ChainStep &B) {
    return A.Function == B.Function && A.Call == B.Call;
  }
};

/// A dangling handle that is used on a feasible path. Every string is ready to
/// be quoted in a message and spelled as in the source where it has a name.
struct Violation {
  HandleKind Handle = HandleKind::Iterator;
  std::string HandleName;    ///< "it"; empty for hidden and unnamed handles.
  ir::Location HandleLoc;    ///< Where the handle was obtained (`m.find(k)`, the range-for).

  std::string ContainerName; ///< "this->sessions", "m"; never empty unless Cause is Release.
  std::string ContainerType; ///< Model class: "std::map"; may be empty.
  ir::Location ContainerLoc; ///< Its declaration; may be unknown.

  CauseKind Cause = CauseKind::Mutation;
  std::string Operation;     ///< "erase", "push_back", "operator[]"; empty for Destroy.
  models::Change Change = models::Change::None;
  bool MayReallocate = false;///< The invalidation comes from growth (reallocation, rehash).
  ir::Location CauseLoc;
  std::vector<ChainStep> Chain; ///< Calls between the iteration and the change; empty inside one function.
  std::string Caller;   ///< Who calls the function when this happens; empty: anybody.
  ir::Location CallLoc; ///< The call by Caller.
  unsigned OtherChains = 0;     ///< Other changes of the container that calls lead to from here.

  UseKind Use = UseKind::Dereference;
  ir::Location UseLoc;
  ir::Location InnermostUse; ///< The same, in whatever callee it is.

  /// The loop that walks the container with this handle and contains the change, if any.
  bool InLoop = false;
  bool IsRangeFor = false;
  bool TemporaryOwner = false; ///< Cause Destroy of a temporary in a range-for initializer.
  bool InCallback = false;   ///< The walk is a library algorithm or for_each calling back (S11).
  ir::Location LoopLoc;

  Confidence Level = Confidence::Likely;
  bool IsPresumed = false; ///< That what is changed is what the handle is into.
  ir::Symbol FunctionUsr = 0;
  std::string FunctionName;

  /// The call in the function that leads to the change; none: the change is in it.
  ir::Location firstCall() const { return Chain.empty() ? ir::Location() : Chain.front().Call; }
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_VIOLATION_H
