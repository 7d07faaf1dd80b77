//===- Counted.h - what goes with its last owner ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   ~Handle() {
//     if (--node_->count == 0)      A counter in what `node_` leads to, which was changed just now
//       delete node_;               and is asked: other handles count, too.
//   }
//
// So it does not go while the `node_` of another handle is known to lead there.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_COUNTED_H
#define HOLDFAST_SOLVE_COUNTED_H

#include "solve/Rows.h"
#include <map>

namespace holdfast::solve {

/// Where a program erases or deallocates what others own, too, unless they have let go of it. Built
/// once, in time linear in the program; then only read, from any thread.
class Counted {
public:
  Counted() = default;
  Counted(const ir::Module &M, Rows &Table);

  /// The member that each owner has of what goes at Loc; null: nobody counts there.
  const ir::Projection *ownersAt(const ir::Location &Loc) const {
    auto It = Known.find(Loc);
    return It == Known.end() ? nullptr : &It->second;
  }

private:
  std::map<ir::Location, ir::Projection> Known;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_COUNTED_H
