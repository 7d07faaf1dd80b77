//===- Stepping.h - a loop steps only where nothing was erased --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   for (…; …; ++it) {               for (…; …;) {
//     if (skip(*it))                   if (skip(*it)) {
//       continue;                        ++it;
//     if (dead(*it))                     continue;
//       c.erase(it);                   }
//   }                                  if (dead(*it))
//                                        c.erase(it);
//                                      else
//                                        ++it;
//                                    }
//
// Each way through the body erases or steps, and none does both. That holds by the form of the
// code: the erasure is in blocks and ifs only, each if on the way to it gets the step on its other
// side, and each `continue` that is reached before gets one, too. What comes after the erasure in
// the same round must not use the element; then it does not matter which one the cursor is at.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_FIX_STEPPING_H
#define HOLDFAST_FIX_STEPPING_H

#include "fix/Draft.h"
#include "fix/EraseLoop.h"

namespace holdfast::fix {

/// Adds the edits to D that put Step, "++it", to where nothing was erased, and takes it out of
/// where L has it now, except for the head of a range-for, which has none. Spoils D where it
/// cannot. Unit: what a block is indented by.
void moveStep(const EraseLoop &L, const std::string &Step, const std::string &Unit,
              const SourceText &Text, Draft &D);

} // namespace holdfast::fix

#endif // HOLDFAST_FIX_STEPPING_H
