//===- Rebasing.h - what a callee stores, as its caller says it -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_REBASING_H
#define HOLDFAST_SOLVE_REBASING_H

#include "solve/Stores.h"

namespace holdfast::solve {

/// How many members lead to a place at most. Generous: real registrations pass through few.
inline constexpr size_t MaxMembers = 5;

/// An object that nobody can name.
inline const AccessPath Unknown = {ir::Path::Root::Variable, ~0U, {}};

inline bool isParameter(const ir::Function &F, const AccessPath &P) {
  return P.R == ir::Path::Root::Variable && P.Base < F.NumParams;
}

/// A store of a callee at a call of it.
class Rebasing {
public:
  Rebasing(const ir::Function &Callee, const CallSite &Site) : Callee(Callee), Site(Site) {}

  std::optional<Store> store(const Store &S) const {
    std::optional<AccessPath> Where = path(S.Where);
    std::optional<Stored> What = value(S.What);
    if (!Where || !What)
      return std::nullopt;
    return Store{*Where, *What, S.IsInside};
  }

private:
  std::optional<AccessPath> path(const AccessPath &P) const {
    std::optional<AccessPath> Base;
    if (P.R == ir::Path::Root::Global)
      return P;
    if (P.R == ir::Path::Root::This)
      Base = Site.Receiver;
    else if (const Stored *Given = argument(P); Given && !Given->Body)
      Base = Given->Object;
    if (!Base || Base->Members.size() + P.Members.size() > MaxMembers)
      return std::nullopt;
    Base->Members.append(P.Members);
    return Base;
  }

  std::optional<Stored> value(const Stored &What) const {
    if (What.Body)
      return Stored{What.Body, path(What.Object).value_or(Unknown), false};
    if (const Stored *Given = argument(What.Object);
        Given && Given->Body && What.Object.Members.empty())
      return *Given;
    if (std::optional<AccessPath> P = path(What.Object))
      return Stored{0, *P, What.IsElement};
    return std::nullopt;
  }

  const Stored *argument(const AccessPath &P) const {
    if (!isParameter(Callee, P) || P.Base >= Site.Arguments.size() || !Site.Arguments[P.Base])
      return nullptr;
    return &*Site.Arguments[P.Base];
  }

  const ir::Function &Callee;
  const CallSite &Site;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_REBASING_H
