//===- TextScope.cpp - names known while a function is read ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ir/TextScope.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::ir {

std::optional<VarId> TextScope::find(llvm::StringRef Spelling) const {
  auto It = Vars.find(Spelling);
  if (It == Vars.end())
    return std::nullopt;
  return It->second;
}

bool TextScope::mayDeclare(Variable::Storage S) const {
  size_t Before = F.Vars.size();
  if (S == Variable::Storage::Parameter)
    return Before == F.NumParams;
  if (S == Variable::Storage::Capture)
    return Before == F.NumParams + F.NumCaptures;
  return true;
}

bool TextScope::declare(llvm::StringRef Spelling, Variable V) {
  if (!Vars.try_emplace(Spelling, static_cast<VarId>(F.Vars.size())).second)
    return false;
  F.NumParams += V.S == Variable::Storage::Parameter;
  F.NumCaptures += V.S == Variable::Storage::Capture;
  F.Vars.push_back(std::move(V));
  return true;
}

BlockId TextScope::labelNumber(llvm::StringRef Label, unsigned Line, unsigned Column) {
  auto [It, New] = LabelNumbers.try_emplace(Label, static_cast<BlockId>(Labels.size()));
  if (New)
    Labels.push_back({Label.str(), Line, Column, std::nullopt});
  return It->second;
}

BlockId TextScope::refer(llvm::StringRef Label, unsigned Line, unsigned Column) {
  return labelNumber(Label, Line, Column);
}

/// A block without a terminator leaves the function when it returns a value or is the last
/// one, and falls through otherwise.
void TextScope::closeBlock(std::optional<BlockId> NextLabel) {
  if (!Open)
    return;
  Block &B = F.Blocks.back();
  bool Returns = llvm::any_of(
      B.Effects, [](const Effect &E) { return std::holds_alternative<Return>(E.What); });
  if (NextLabel && !Returns) {
    B.Term.K = Terminator::Kind::Goto;
    B.Term.Successors = {*NextLabel};
  }
  Open = false;
}

bool TextScope::startBlock(llvm::StringRef Label) {
  BlockId Number = labelNumber(Label, 0, 0);
  if (Labels[Number].Block)
    return false;
  Labels[Number].Block = static_cast<BlockId>(F.Blocks.size());
  closeBlock(Number);
  F.Blocks.emplace_back();
  Open = true;
  return true;
}

bool TextScope::add(Effect E) {
  if (!Open && !F.Blocks.empty())
    return false;
  if (F.Blocks.empty())
    startBlock("0");
  F.Blocks.back().Effects.push_back(std::move(E));
  return true;
}

bool TextScope::terminate(Terminator T) {
  if (!Open && !F.Blocks.empty())
    return false;
  if (F.Blocks.empty())
    startBlock("0");
  F.Blocks.back().Term = std::move(T);
  Open = false;
  return true;
}

std::optional<TextScope::Undefined> TextScope::undefinedLabel() const {
  for (const LabelUse &L : Labels)
    if (!L.Block)
      return Undefined{L.Label, L.Line, L.Column};
  return std::nullopt;
}

Function TextScope::finish() {
  closeBlock(std::nullopt);
  if (F.Blocks.empty())
    F.Blocks.emplace_back();
  for (Block &B : F.Blocks)
    for (BlockId &Successor : B.Term.Successors)
      Successor = *Labels[Successor].Block;
  return std::move(F);
}

} // namespace holdfast::ir
