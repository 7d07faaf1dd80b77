//===- Components.h - functions that call each other ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_COMPONENTS_H
#define HOLDFAST_SOLVE_COMPONENTS_H

#include "ir/Program.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"

namespace holdfast::solve {

class CallGraph;

/// The strongly connected components of a call graph: what functions that call each other have in
/// common is said once. Linear in the calls of the program.
class Components {
public:
  struct Component {
    std::vector<const ir::Function *> Functions;
    std::vector<unsigned> Callees; ///< Other components, each with a smaller number than this.
  };

  enum class Callables : uint8_t {
    Any,     ///< A call of a callable may call any that the program makes.
    Ignored, ///< It calls nothing.
  };
  Components(const ir::Module &M, const CallGraph &Calls, Callables Called = Callables::Any);

  /// Callees first.
  llvm::ArrayRef<Component> all() const { return All; }
  /// The number of the component that F is in; none: F is not of the program.
  std::optional<unsigned> find(const ir::Function &F) const {
    auto It = Numbers.find(&F);
    return It == Numbers.end() ? std::nullopt : std::optional(It->second);
  }

private:
  std::vector<Component> All;
  llvm::DenseMap<const ir::Function *, unsigned> Numbers;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_COMPONENTS_H
