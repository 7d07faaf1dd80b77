//===- Place.cpp - interning places ---------------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Place.h"

namespace holdfast::solve {

PlaceTable::PlaceTable() { Nodes.emplace_back(); }

unsigned PlaceTable::KeyInfo::getHashValue(const Place &P) {
  using Mix = llvm::DenseMapInfo<std::pair<uint64_t, uint64_t>>;
  const uint64_t Kinds = static_cast<uint64_t>(P.K) << 16 | static_cast<uint64_t>(P.About) << 8 |
                         static_cast<uint64_t>(P.T.K);
  return Mix::getHashValue(
      {Kinds << 32 | P.Parent,
       (static_cast<uint64_t>(P.A) << 32 | P.B) ^ (static_cast<uint64_t>(P.T.N) << 16)});
}

PlaceId PlaceTable::intern(const Place &P) {
  auto [It, Inserted] = Index.try_emplace(P, static_cast<PlaceId>(Nodes.size()));
  if (!Inserted)
    return It->second;
  Node N;
  N.Step = P;
  const Node &Parent = Nodes[P.Parent];
  N.HasSymbol = Parent.HasSymbol || P.T.mentionsSymbol();
  N.HasAny = Parent.HasAny || P.T.K == Term::Kind::Any;
  N.AtEnd = Parent.AtEnd || (P.K == Place::Kind::Element && P.T.isEnd());
  N.Depth = static_cast<uint8_t>(std::min(Parent.Depth + 1, UINT8_MAX));
  Nodes.push_back(N);
  return It->second;
}

PlaceId PlaceTable::root(PlaceId P) const {
  while (Nodes[P].Step.Parent != NoPlace)
    P = Nodes[P].Step.Parent;
  return P;
}

bool PlaceTable::isWithin(PlaceId P, PlaceId Object) const {
  for (; P != NoPlace; P = Nodes[P].Step.Parent)
    if (P == Object)
      return true;
  return false;
}

PlaceId PlaceTable::elementOf(PlaceId Container, PlaceId P) const {
  for (; P != NoPlace; P = Nodes[P].Step.Parent) {
    const Place &Step = Nodes[P].Step;
    if (Step.Parent == Container && Step.K == Place::Kind::Element)
      return P;
  }
  return NoPlace;
}

bool PlaceTable::hasElementBetween(PlaceId P, PlaceId Below) const {
  for (; Below != NoPlace && Below != P; Below = Nodes[Below].Step.Parent)
    if (Nodes[Below].Step.K == Place::Kind::Element)
      return true;
  return false;
}

void PlaceTable::forEachTerm(PlaceId P, llvm::function_ref<void(Term)> Visit) const {
  if (isFixed(P))
    return;
  forEachTerm(Nodes[P].Step.Parent, Visit);
  if (Nodes[P].Step.T.mentionsSymbol())
    Visit(Nodes[P].Step.T);
}

PlaceId PlaceTable::rewrite(PlaceId P, const Rewriting &R) {
  if (P == NoPlace || (isFixed(P) && R.From == NoPlace && R.Object == NoPlace))
    return P;
  if (P == R.Object)
    return R.NewObject;
  Place Step = Nodes[P].Step;
  bool InContainer = Step.K == Place::Kind::Element || Step.K == Place::Kind::Memo;
  if (InContainer && R.From != NoPlace && Step.Parent == R.From)
    Step.Parent = R.To;
  else if (InContainer && R.Both && Step.Parent == R.To)
    Step.Parent = R.From;
  else if (Step.Parent != NoPlace && (Step.Parent = rewrite(Step.Parent, R)) == NoPlace)
    return NoPlace;
  if (Step.T.mentionsSymbol()) {
    Step.T = R.OfTerm(Step.T);
    bool IsAnchor = Step.K == Place::Kind::Pointee || Step.K == Place::Kind::Contents;
    if (!Step.T || (IsAnchor && !Step.T.isSymbol()))
      return NoPlace;
  }
  PlaceId Result = intern(Step);
  return isTooDeep(Result) ? NoPlace : Result;
}

} // namespace holdfast::solve
