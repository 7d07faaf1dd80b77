//===- Bindings.cpp - what a callee's names are to its caller -------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Names.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using Root = ir::Path::Root;

static const AccessPath *bound(const AccessPath &P, const Bindings &To) {
  if (P.R == Root::This)
    return To.Self ? &*To.Self : nullptr;
  bool IsGiven = P.Base < To.Variables.size() && To.Variables[P.Base];
  return IsGiven ? &*To.Variables[P.Base] : nullptr;
}

std::optional<AccessPath> rebase(const AccessPath &P, const Bindings &To) {
  if (P.R == Root::Global)
    return P;
  const AccessPath *Whole = bound(P, To);
  constexpr size_t MaxMembers = 6;
  if (!Whole || Whole->Members.size() + P.Members.size() > MaxMembers)
    return std::nullopt;
  AccessPath Result = *Whole;
  Result.Members.append(P.Members);
  return Result;
}

/// Of the main thread it is the same for the caller.
Truth rebase(const Truth &T, const Bindings &To) {
  if (T.K != Truth::Kind::Like || T.As.Of == Literal::Main)
    return T;
  Truth Result = T.As.Of < To.Truths.size() ? To.Truths[T.As.Of] : Truth();
  if (!T.As.Is) {
    Result.Is = !Result.Is;
    Result.As.Is = !Result.As.Is;
  }
  return Result;
}

Bindings rebase(const Bindings &Inner, const Bindings &To) {
  Bindings Result;
  auto Rebased = [&](const std::optional<AccessPath> &P) {
    return P ? rebase(*P, To) : std::optional<AccessPath>();
  };
  Result.Self = Rebased(Inner.Self);
  Result.Whole = Rebased(Inner.Whole);
  for (const std::optional<AccessPath> &P : Inner.Variables)
    Result.Variables.push_back(Rebased(P));
  for (const std::vector<Callable> &All : Inner.Callables) {
    Result.Callables.emplace_back();
    for (const Callable &C : All)
      llvm::append_range(Result.Callables.back(), rebase(C, To));
  }
  for (const Truth &T : Inner.Truths)
    Result.Truths.push_back(rebase(T, To));
  return Result;
}

std::vector<Callable> rebase(const Callable &C, const Bindings &To) {
  if (C.Body)
    return {{C.Body, std::make_shared<Bindings>(rebase(*C.To, To)), {}}};
  if (C.Place.R == Root::Variable && C.Place.Members.empty() &&
      C.Place.Base < To.Callables.size() && !To.Callables[C.Place.Base].empty())
    return To.Callables[C.Place.Base];
  if (std::optional<AccessPath> Ours = rebase(C.Place, To))
    return {{nullptr, nullptr, std::move(*Ours)}};
  return {};
}

std::optional<AccessPath> Names::ours(const AccessPath &P, const Bindings &To) const {
  std::optional<AccessPath> Result = rebase(P, To);
  if (Result)
    Result = canonical(std::move(*Result));
  return Result;
}

std::set<AccessPath> Names::ours(const std::set<AccessPath> &All, const Bindings &To) const {
  std::set<AccessPath> Result;
  for (const AccessPath &P : All)
    if (std::optional<AccessPath> Ours = ours(P, To))
      Result.insert(std::move(*Ours));
  return Result;
}

LockSet Names::ours(const LockSet &All, const Bindings &To) const {
  LockSet Result;
  for (const auto &[Lock, IsShared] : All)
    if (std::optional<AccessPath> Ours = ours(Lock, To))
      Result.insert({std::move(*Ours), IsShared});
  return Result;
}

Signals Names::ours(const Signals &All, const Bindings &To) const {
  Signals Result;
  for (const Signal &One : All)
    if (std::optional<AccessPath> Ours = ours(One.By, To))
      Result.insert({std::move(*Ours), One.Is});
  return Result;
}

} // namespace holdfast::threads
