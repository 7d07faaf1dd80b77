//===- Content.cpp - functions by what they say ---------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "link/Content.h"
#include "ir/Spelling.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

namespace holdfast::link {

namespace {

/// Hashes stand for texts.
struct HashedNames {
  llvm::ArrayRef<uint64_t> Symbols, Files;
  uint64_t symbol(ir::Symbol S) const { return Symbols[S]; }
  uint64_t file(uint32_t File) const { return Files[File]; }
};

struct NameWalk : ir::FieldWalk<ir::FieldVisitor> {
  void usr(ir::Symbol S) {
    if (S && Seen.insert(S).second)
      Names.push_back(S);
  }
  llvm::DenseSet<ir::Symbol> Seen;
  std::vector<ir::Symbol> Names;
};

} // namespace

Content contentOf(llvm::StringRef Bytes) {
  llvm::XXH128_hash_t Hash = llvm::xxh3_128bits(llvm::arrayRefFromStringRef(Bytes));
  return {Hash.high64, Hash.low64};
}

Content contentOf(llvm::ArrayRef<Content> Parts) {
  return contentOf(llvm::StringRef(reinterpret_cast<const char *>(Parts.data()),
                                   Parts.size() * sizeof(Content)));
}

Content ContentReader::contentOf(const ir::Module &M, const ir::Function &F) {
  for (size_t S = Symbols.size(); S < M.numSymbols(); ++S)
    Symbols.push_back(llvm::xxh3_64bits(M.text(static_cast<ir::Symbol>(S))));
  for (size_t I = Files.size(); I < M.Files.size(); ++I)
    Files.push_back(llvm::xxh3_64bits(llvm::StringRef(M.Files[I])));
  HashedNames Names{Symbols, Files};
  ir::Spelling Said(Names);
  fields(Said, F);
  return link::contentOf(Said.Bytes);
}

std::vector<ir::Symbol> namesIn(const ir::Function &F) {
  NameWalk Walk;
  fields(Walk, F);
  return std::move(Walk.Names);
}

} // namespace holdfast::link
