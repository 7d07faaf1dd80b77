//===- Remembering.cpp - a solver that need not do it again ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Remembering.h"

namespace holdfast::solve {

static llvm::StringRef bytesOf(const Print &P) {
  return {reinterpret_cast<const char *>(P.data()), P.size()};
}

Remembering::Remembering(const ir::Module &M, const Facts &Known, const SolverOptions &Options,
                         bool HasMoreNames)
    : Kept(*Options.Remembered), HasMoreNames(HasMoreNames), Prints(M, Known, Options) {}

std::string Remembering::keyOf(const ir::Function &Root) const {
  std::string Bytes = HasMoreNames ? "root, names" : "root";
  Bytes += bytesOf(Prints.program());
  Bytes += bytesOf(Prints.inside(Root));
  return Kept.keyOf(Bytes);
}

/// None: one of them is not there any more.
std::optional<Print> Remembering::printOf(const Recollection &R) const {
  llvm::TruncatedBLAKE3<16> H;
  for (uint64_t Name : R.Entered) {
    const ir::Function *F = Prints.find(Name);
    if (!F)
      return std::nullopt;
    H.update(bytesOf(Prints.inside(*F)));
  }
  for (uint64_t Name : R.Asked) {
    const ir::Function *F = Prints.find(Name);
    if (!F)
      return std::nullopt;
    H.update(bytesOf(Prints.outside(*F)));
  }
  return H.final();
}

std::optional<Solution> Remembering::recall(const ir::Function &Root) {
  const std::string Key = keyOf(Root);
  std::optional<Recollection> R = Kept.recallRoot(Key);
  if (!R || printOf(*R) != R->Prints)
    return std::nullopt;
  Kept.used(Key);
  for (const std::string &Problem : R->Problems)
    Kept.used(Problem);
  Solution Nothing;
  Nothing.Stats = R->Stats;
  return Nothing;
}

void Remembering::Dependences::add(const Inlined &In) {
  for (const Frame &F : In.Frames)
    if (F.Body)
      Entered.insert(F.Body);
  Asked.insert(In.Asked.begin(), In.Asked.end());
}

void Remembering::keep(const ir::Function &Root, const Dependences &On, const Solution &Found) {
  if (!Found.Violations.empty())
    return;
  Recollection R;
  for (const ir::Function *F : On.Entered)
    R.Entered.push_back(Prints.nameOf(*F));
  for (const ir::Function *F : On.Asked)
    R.Asked.push_back(Prints.nameOf(*F));
  R.Prints = *printOf(R);
  R.Problems = On.Problems;
  R.Stats = Found.Stats;
  Kept.keepRoot(keyOf(Root), R);
}

} // namespace holdfast::solve
