//===- DeclaredGuards.cpp - locks that declarations name ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/DeclaredGuards.h"

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

llvm::ArrayRef<AccessPath> DeclaredGuards::of(const AccessPath &Container) const {
  std::pair<ir::Symbol, ir::Symbol> Name;
  if (Container.R == Root::Global && Container.Members.empty())
    Name = {0, Container.Base};
  else if (Container.R == Root::This && Container.Members.size() == 1)
    Name = {Container.Members.front().Owner, Container.Members.front().Field};
  auto It = Guards.find(Name);
  if (It == Guards.end())
    return {};
  return It->second;
}

} // namespace holdfast::threads
