//===- Passed.cpp - keys of what an iterator was at -----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Passed.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

// `std::string key = item->name(); erase(key.c_str());` goes through few.
static constexpr unsigned MaxCopies = 8;

/// What E gives a value to.
static std::optional<ir::Path> destinationOf(const ir::EffectKind &E) {
  if (const auto *A = std::get_if<ir::Assign>(&E))
    return A->Destination;
  if (const auto *A = std::get_if<ir::Arithmetic>(&E))
    return A->Destination;
  if (const auto *B = std::get_if<ir::Bind>(&E))
    return ir::Path::variable(B->Reference);
  std::optional<ir::VarId> Result;
  if (const auto *Op = std::get_if<ir::ModelOp>(&E))
    Result = Op->Result;
  else if (const auto *Call = std::get_if<ir::Call>(&E))
    Result = Call->Result;
  return Result ? std::optional(ir::Path::variable(*Result)) : std::nullopt;
}

/// What the value that E gives is a copy or a part of, or is asked of.
static std::optional<ir::Path> sourceOf(const ir::EffectKind &E) {
  if (const auto *A = std::get_if<ir::Assign>(&E))
    return A->Source.hasPath() ? std::optional(A->Source.P) : std::nullopt;
  if (const auto *B = std::get_if<ir::Bind>(&E))
    return B->Target;
  if (const auto *Op = std::get_if<ir::ModelOp>(&E))
    return Op->Receiver;
  if (const auto *Call = std::get_if<ir::Call>(&E))
    return Call->Receiver;
  return std::nullopt;
}

/// Also `std::advance(it, 1)`, and any other that is given the iterator itself.
static bool moves(const ir::EffectKind &E, const ir::Path &Iterator) {
  if (destinationOf(E) == Iterator)
    return true;
  auto Gives = [&](const ir::Operand &O) {
    return O.K == ir::Operand::Kind::Address && O.P == Iterator;
  };
  if (const auto *Op = std::get_if<ir::ModelOp>(&E))
    return llvm::any_of(Op->Arguments, Gives);
  if (const auto *Call = std::get_if<ir::Call>(&E))
    return llvm::any_of(Call->Arguments, Gives);
  return false;
}

/// P goes through what Iterator is at.
static bool isThrough(const ir::Path &P, const ir::Path &Iterator) {
  const size_t N = Iterator.Projections.size();
  return P.R == Iterator.R && P.Base == Iterator.Base && P.Projections.size() > N &&
         std::equal(Iterator.Projections.begin(), Iterator.Projections.end(),
                    P.Projections.begin()) &&
         P.Projections[N].K == ir::Projection::Kind::Deref;
}

Passed::Passed(const ir::Function &F) : F(F) {
  for (ir::BlockId B = 0; B != F.Blocks.size(); ++B)
    for (size_t I = 0; I != F.Blocks[B].Effects.size(); ++I) {
      std::optional<ir::Path> To = destinationOf(at({B, I}));
      if (!To || !To->isVariable())
        continue;
      auto [It, IsFirst] = Given.try_emplace(To->Base, Position{B, I});
      if (!IsFirst)
        It->second.reset();
    }
}

/// The effect that reads what becomes Key from the element that Iterator is at then.
std::optional<Passed::Position> Passed::readFrom(ir::Path Key, const ir::Path &Iterator) const {
  for (unsigned N = 0; N != MaxCopies && Key.R == ir::Path::Root::Variable; ++N) {
    auto It = Given.find(Key.Base);
    if (It == Given.end() || !It->second)
      return std::nullopt;
    std::optional<ir::Path> Source = sourceOf(at(*It->second));
    if (!Source)
      return std::nullopt;
    if (isThrough(*Source, Iterator))
      return It->second;
    Key = std::move(*Source);
  }
  return std::nullopt;
}

bool Passed::isKeyOfPassed(const ir::Path &Key, const ir::Path &Iterator, ir::BlockId B,
                           size_t Index) const {
  std::optional<Position> Read = readFrom(Key, Iterator);
  if (!Read)
    return false;
  // Forwards, until the iterator moves.
  llvm::DenseSet<ir::BlockId> Seen;
  std::vector<Position> Work = {{Read->B, Read->Index + 1}};
  while (!Work.empty()) {
    Position From = Work.back();
    Work.pop_back();
    const std::vector<ir::Effect> &Effects = F.Blocks[From.B].Effects;
    size_t I = From.Index;
    for (; I != Effects.size() && !moves(Effects[I].What, Iterator); ++I)
      if (From.B == B && I == Index)
        return false;
    if (I != Effects.size())
      continue;
    for (ir::BlockId Next : F.Blocks[From.B].Term.Successors)
      if (Seen.insert(Next).second)
        Work.push_back({Next, 0});
  }
  return true;
}

} // namespace holdfast::solve
