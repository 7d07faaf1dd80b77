//===- DeclaredGuards.cpp - locks that declarations name ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/DeclaredGuards.h"
#include <algorithm>

namespace holdfast::threads {

using Root = ir::Path::Root;

DeclaredGuards::DeclaredGuards(const ir::Module &M) {
  for (const ir::Declaration &D : M.Declarations)
    for (const ir::Path &Lock : D.Guards) {
      AccessPath P{Lock.R, Lock.Base, {}};
      for (const ir::Projection &Step : Lock.Projections) // A lock is where a pointer leads.
        if (Step.K == ir::Projection::Kind::Field)
          P.Members.push_back(Step);
      Guards[{D.Owner, D.Name}].push_back(std::move(P));
    }
}

/// How many of the last Members lie in one object each in the next one, not where a pointer leads.
static size_t numInside(llvm::ArrayRef<ir::Projection> Members) {
  auto Last = std::find_if(Members.rbegin(), Members.rend(), [](const ir::Projection &Step) {
    return Step.K != ir::Projection::Kind::Field;
  });
  return static_cast<size_t>(Last - Members.rbegin());
}

llvm::ArrayRef<AccessPath> DeclaredGuards::of(const AccessPath &Container) const {
  const llvm::ArrayRef<ir::Projection> Members = Container.Members;
  std::pair<ir::Symbol, ir::Symbol> Name;
  if (numInside(Members) != Members.size())
    return {};
  if (Container.R == Root::Global)
    Name = {0, Container.Base};
  else if (Container.R == Root::This && !Members.empty())
    Name = {Members.front().Owner, Members.front().Field};
  auto It = Guards.find(Name);
  if (It == Guards.end())
    return {};
  return It->second;
}

bool DeclaredGuards::isDeclared(const AccessPath &Container) const {
  const llvm::ArrayRef<ir::Projection> Members = Container.Members;
  for (const ir::Projection &Step : Members.take_back(numInside(Members)))
    if (Guards.count({Step.Owner, Step.Field}))
      return true;
  return !of(Container).empty();
}

} // namespace holdfast::threads
