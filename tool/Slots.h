//===- Slots.h - how many may work at a time --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_SLOTS_H
#define HOLDFAST_TOOL_SLOTS_H

#include "llvm/Support/Jobserver.h"
#include <memory>

namespace holdfast::tool {

/// The right to work at the same time as others. This process has one from the start, and so has
/// each process that it forks: the one that was taken for it. More are taken from what all of them
/// share, by the protocol of make's jobserver: bytes in a pipe.
class Slots {
public:
  virtual ~Slots() = default;

  /// Of as many as Jobs says, or as there are processors when it is 0 and no make runs us that has
  /// slots of its own.
  static std::shared_ptr<Slots> of(unsigned Jobs);

  /// Not valid: there is none now.
  virtual llvm::JobSlot take() = 0;
  virtual void giveBack(llvm::JobSlot S) = 0;
  /// Gets readable when there may be one again; -1: ask from time to time.
  virtual int descriptor() const = 0;
  /// How many there are in all.
  virtual unsigned number() const = 0;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_SLOTS_H
