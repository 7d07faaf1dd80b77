//===- Loan.h - a way into a container that a lock guards -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_THREADS_LOAN_H
#define HOLDFAST_THREADS_LOAN_H

#include "models/Model.h"
#include "solve/Origins.h"
#include <map>

namespace holdfast::threads {

using solve::AccessPath;

/// A container and a lock that belong together, by the members that lead to them from the object
/// that both are in, so that each method of the program names them alike: `board.jobs` with
/// `board.mutex` is (jobs, mutex) of Board. Globals stand for themselves.
struct GuardKey {
  AccessPath Container, Lock;
  auto tie() const { return std::tie(Container, Lock); }
  friend bool operator==(const GuardKey &A, const GuardKey &B) { return A.tie() == B.tie(); }
  friend bool operator<(const GuardKey &A, const GuardKey &B) { return A.tie() < B.tie(); }
};

/// None: the lock is not in the same object, so it says nothing of the container; a lock of an
/// object does not guard what all objects share.
std::optional<GuardKey> guardKey(const AccessPath &Container, const AccessPath &Lock);

/// What methods of one class call the same: the last member of P; P itself if it has none.
AccessPath lastOf(const AccessPath &P);

/// How a variable leads into a container.
enum class LoanKind : uint8_t {
  Container, ///< It is another name for the container.
  Element,   ///< A reference or pointer to an element, or to a part of one.
  Iterator,
  View,
  Answer, ///< It does not: what it says of the container was true under the lock.
};

/// A lock that was held when the loan was made.
struct LoanLock {
  std::optional<AccessPath> Path; ///< None: this function cannot name it.
  bool IsLost = false;            ///< It has been released since, on some way.
  auto tie() const { return std::tie(Path, IsLost); }
  friend bool operator==(const LoanLock &A, const LoanLock &B) { return A.tie() == B.tie(); }
};

/// What a variable holds.
struct Loan {
  LoanKind K = LoanKind::Element;
  std::optional<AccessPath> Container; ///< None: this function cannot name it.
  std::string ContainerName;
  const models::ClassModel *Type = nullptr;
  std::map<GuardKey, LoanLock> Locks; ///< Held on all ways when it was obtained.
  ir::Location Taken;                 ///< Where it was obtained.
  ir::Location Lost;                  ///< Where the first of the locks was released.
  /// The function that returned it after it had released one, where, and as what.
  const ir::Function *Giver = nullptr;
  ir::Location Returned;
  LoanKind GivenAs = LoanKind::Element;
  models::Result By = models::Result::None; ///< What the operation returned that made it.
  std::optional<ir::Operand> Asked;         ///< Of an answer: the key.

  auto tie() const { return std::tie(K, Container, Type, Locks, Taken, Lost, Giver, Returned); }
  friend bool operator==(const Loan &A, const Loan &B) { return A.tie() == B.tie(); }
};

} // namespace holdfast::threads

#endif // HOLDFAST_THREADS_LOAN_H
