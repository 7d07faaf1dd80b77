//===- Verify.cpp - what every effect program promises --------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ir/Verify.h"
#include "ir/Fields.h"

namespace holdfast::ir {

namespace {

/// Looks at every index. Remembers the first one out of range.
class IndexCheck : public FieldWalk<FieldVisitor> {
public:
  IndexCheck(const Module &M, size_t Variables, size_t Blocks)
      : M(M), Variables(Variables), Blocks(Blocks) {}

  void variable(VarId V) { check("variable", V, Variables); }
  void block(BlockId B) { check("block", B, Blocks); }
  void symbol(Symbol S) { check("string", S, M.numSymbols()); }
  void location(const Location &L) {
    if (L.isValid())
      check("file", L.File, M.Files.size());
  }

  std::optional<std::string> Defect;

private:
  void check(const char *What, size_t Index, size_t Size) {
    if (Index >= Size && !Defect)
      Defect = "there is no " + std::string(What) + " " + std::to_string(Index);
  }

  const Module &M;
  size_t Variables;
  size_t Blocks;
};

} // namespace

/// Only what looks at it has a condition, and only a switch has cases.
static bool hasRightCondition(const Terminator &T) {
  bool Looks = T.K == Terminator::Kind::Branch || T.K == Terminator::Kind::Switch;
  return (Looks || T.Condition.K == Operand::Kind::Unknown) &&
         (T.K == Terminator::Kind::Switch || T.Cases.empty());
}

static bool hasRightSuccessors(const Terminator &T) {
  switch (T.K) {
  case Terminator::Kind::Goto:
    return T.Successors.size() == 1;
  case Terminator::Kind::Branch:
    return T.Successors.size() == 2;
  case Terminator::Kind::Switch:
    return T.Successors.size() == T.Cases.size() + 1;
  case Terminator::Kind::Any:
    return !T.Successors.empty();
  case Terminator::Kind::Exit:
  case Terminator::Kind::Unreachable:
    return T.Successors.empty();
  }
  return false;
}

/// Parameters, captures, then the rest, as many as the function says.
static bool hasRightVariables(const Function &F) {
  using Storage = Variable::Storage;
  size_t Params = F.NumParams;
  size_t Captures = F.NumCaptures;
  if (Params + Captures > F.Vars.size())
    return false;
  for (size_t I = 0; I != F.Vars.size(); ++I) {
    Storage S = F.Vars[I].S;
    if ((S == Storage::Parameter) != (I < Params))
      return false;
    if ((S == Storage::Capture) != (I >= Params && I < Params + Captures))
      return false;
  }
  return true;
}

static bool hasRightShape(const Module &M, const Effect &E) {
  const auto *Op = std::get_if<ModelOp>(&E.What);
  return !Op || M.text(Op->Shape).find_first_not_of(ShapeLetters) == llvm::StringRef::npos;
}

std::optional<std::string> findDefect(const Module &M, const Function &F) {
  IndexCheck Check(M, F.Vars.size(), F.Blocks.size());
  fields(Check, F);
  if (Check.Defect)
    return Check.Defect;
  if (F.Blocks.empty())
    return "a function has no block";
  if (!hasRightVariables(F))
    return "the variables of a function are not parameters, captures and others, as counted";
  for (const Block &B : F.Blocks) {
    if (!hasRightCondition(B.Term))
      return "a terminator has a condition or cases that it does not look at";
    if (!hasRightSuccessors(B.Term))
      return "a terminator has the wrong number of successors";
    for (const Effect &E : B.Effects)
      if (!hasRightShape(M, E))
        return "an operation has a shape that is none";
  }
  return std::nullopt;
}

std::optional<std::string> findDefect(const Module &M) {
  IndexCheck Check(M, 0, 0);
  for (const Record &R : M.Records)
    fields(Check, R);
  for (const Declaration &D : M.Declarations)
    fields(Check, D);
  if (Check.Defect)
    return Check.Defect;
  for (const Function &F : M.Functions)
    if (std::optional<std::string> Defect = findDefect(M, F))
      return "function '" + (F.Name < M.numSymbols() ? M.text(F.Name).str() : "") + "': " + *Defect;
  return std::nullopt;
}

} // namespace holdfast::ir
