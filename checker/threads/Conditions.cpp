//===- Conditions.cpp - when something happens ----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Conditions.h"
#include "threads/Names.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

static bool includes(const std::set<Literal> &All, const std::set<Literal> &Some) {
  return std::includes(All.begin(), All.end(), Some.begin(), Some.end());
}

std::optional<Condition::Way> Condition::both(const Way &A, const Way &B) {
  Way Result = A;
  for (const Literal &L : B) {
    if (A.count(!L))
      return std::nullopt;
    Result.insert(L);
  }
  return Result;
}

/// More ways than this are told by what they have in common.
void Condition::add(Way W) {
  constexpr size_t MaxWays = 4;
  if (llvm::any_of(Ways, [&](const Way &Known) { return includes(W, Known); }))
    return;
  for (auto It = Ways.begin(); It != Ways.end();)
    It = includes(*It, W) ? Ways.erase(It) : std::next(It);
  Ways.insert(std::move(W));
  if (Ways.size() <= MaxWays)
    return;
  Way Common = *Ways.begin();
  for (const Way &Known : Ways)
    for (auto It = Common.begin(); It != Common.end();)
      It = Known.count(*It) ? std::next(It) : Common.erase(It);
  Ways = {std::move(Common)};
}

/// These ways and no others. False: there are none.
bool Condition::keep(std::vector<Way> All) {
  Ways.clear();
  const bool IsAny = !All.empty();
  for (Way &W : All)
    add(std::move(W));
  if (Ways == std::set<Way>{Way()})
    Ways.clear();
  return IsAny;
}

bool Condition::assume(const Literal &L) {
  Condition Other;
  Other.Ways.insert({L});
  return assume(Other);
}

bool Condition::assume(const Condition &Other) {
  if (Other.isAlways())
    return true;
  if (isAlways()) {
    Ways = Other.Ways;
    return true;
  }
  std::vector<Way> All;
  for (const Way &A : Ways)
    for (const Way &B : Other.Ways)
      if (std::optional<Way> W = both(A, B))
        All.push_back(std::move(*W));
  return keep(std::move(All));
}

bool Condition::join(const Condition &Other) {
  if (isAlways())
    return false;
  const std::set<Way> Before = Ways;
  if (Other.isAlways())
    Ways.clear();
  for (const Way &W : Other.Ways)
    add(W);
  if (Ways == std::set<Way>{Way()})
    Ways.clear();
  return Ways != Before;
}

bool Condition::needs(const Literal &L) const {
  return !isAlways() && llvm::all_of(Ways, [&](const Way &W) { return W.count(L) != 0; });
}

std::optional<Condition> Condition::rebased(const Bindings &To) const {
  if (isAlways())
    return *this;
  auto Rebased = [&](const Way &W) -> std::optional<Way> {
    std::optional<Way> Result = Way();
    for (const Literal &L : W) {
      const Truth T = rebase(Truth{Truth::Kind::Like, false, L}, To);
      if (T.K == Truth::Kind::Constant && !T.Is)
        return std::nullopt;
      if (T.K == Truth::Kind::Like)
        Result = both(*Result, Way{T.As});
      if (!Result)
        break;
    }
    return Result;
  };
  std::vector<Way> All;
  for (const Way &W : Ways)
    if (std::optional<Way> Theirs = Rebased(W))
      All.push_back(std::move(*Theirs));
  Condition Result;
  return Result.keep(std::move(All)) ? std::optional(std::move(Result)) : std::nullopt;
}

std::optional<Condition> Condition::elsewhere() const {
  if (isAlways())
    return *this;
  std::vector<Way> All;
  for (Way W : Ways)
    if (!W.count({Literal::Main, true})) {
      W.erase({Literal::Main, false});
      All.push_back(std::move(W));
    }
  Condition Result;
  return Result.keep(std::move(All)) ? std::optional(std::move(Result)) : std::nullopt;
}

Condition Condition::ofAnyThread() const {
  std::vector<Way> All;
  for (Way W : Ways) {
    W.erase({Literal::Main, true});
    W.erase({Literal::Main, false});
    All.push_back(std::move(W));
  }
  Condition Result;
  (void)Result.keep(std::move(All));
  return Result;
}

bool exclude(const Condition &A, const Condition &B) {
  const Literal InMain = {Literal::Main, true};
  Condition Both = A.ofAnyThread();
  return (A.needs(InMain) && B.needs(InMain)) || !Both.assume(B.ofAnyThread());
}

} // namespace holdfast::threads
