//===- Remembering.cpp - a solver that need not do it again ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Remembering.h"
#include "solve/Renumber.h"

namespace holdfast::solve {

static llvm::StringRef bytesOf(const Print &P) {
  return {reinterpret_cast<const char *>(P.data()), P.size()};
}

Remembering::Remembering(const ir::Module &M, const Facts &Known, const SolverOptions &Options,
                         bool HasMoreNames)
    : M(M), Kept(*Options.Remembered), HasMoreNames(HasMoreNames),
      Prints(M, Known, Options, [&](llvm::StringRef File) { return Kept.nameOf(File); }) {
  for (uint32_t I = 0; I != M.Files.size(); ++I)
    Files.try_emplace(Kept.nameOf(M.Files[I]), I);
}

std::string Remembering::keyOf(const ir::Function &Root) {
  std::string Bytes = HasMoreNames ? "root, names" : "root";
  Bytes += bytesOf(Prints.program());
  Bytes += bytesOf(Prints.inside(Root));
  return Kept.keyOfRoot(Bytes);
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
  auto FileOf = [&](uint32_t &File) {
    auto It = File < R->Files.size() ? Files.find(R->Files[File]) : Files.end();
    if (It == Files.end())
      return false;
    File = It->second;
    return true;
  };
  auto SymbolOf = [&](ir::Symbol &S) {
    S = S < R->Symbols.size() ? M.lookup(R->Symbols[S]) : 0;
    return S != 0;
  };
  if (!renumber(R->Found, FileOf, SymbolOf))
    return std::nullopt;
  Kept.used(Key);
  for (const std::string &Problem : R->Problems)
    Kept.used(Problem);
  return std::move(R->Found);
}

void Remembering::Dependences::add(const Inlined &In) {
  for (const Frame &F : In.Frames)
    if (F.Body)
      Entered.insert(F.Body);
  Asked.insert(In.Asked.begin(), In.Asked.end());
}

void Remembering::keep(const ir::Function &Root, const Dependences &On, const Solution &Found) {
  Recollection R;
  for (const ir::Function *F : On.Entered)
    R.Entered.push_back(Prints.nameOf(*F));
  for (const ir::Function *F : On.Asked)
    R.Asked.push_back(Prints.nameOf(*F));
  R.Prints = *printOf(R);
  R.Problems = On.Problems;
  R.Found = Found;
  auto Add = [](std::vector<std::string> &Names, std::string Name) {
    auto It = llvm::find(Names, Name);
    uint32_t Number = static_cast<uint32_t>(It - Names.begin());
    if (It == Names.end())
      Names.push_back(std::move(Name));
    return Number;
  };
  auto NumberOfFile = [&](uint32_t &File) {
    File = Add(R.Files, Kept.nameOf(M.Files[File]));
    return true;
  };
  auto NumberOfSymbol = [&](ir::Symbol &S) {
    S = Add(R.Symbols, M.text(S).str());
    return true;
  };
  renumber(R.Found, NumberOfFile, NumberOfSymbol);
  Kept.keepRoot(keyOf(Root), R);
}

} // namespace holdfast::solve
