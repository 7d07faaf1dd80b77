//===- Content.cpp - functions by what they say ---------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "link/Content.h"
#include "ir/Fields.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

namespace holdfast::link {

namespace {

/// Fields as bytes that say the same in every module.
class Spelling : public ir::FieldVisitor {
public:
  Spelling(llvm::ArrayRef<uint64_t> Symbols, llvm::ArrayRef<uint64_t> Files)
      : Symbols(Symbols), Files(Files) {}

  void variable(ir::VarId V) { put(V); }
  void block(ir::BlockId B) { put(B); }
  void symbol(ir::Symbol S) { put(Symbols[S]); }
  void number(uint32_t N) { put(N); }
  void integer(int64_t I) { put(I); }
  void flag(bool B) { Bytes += static_cast<char>(B); }
  template <class E> void choice(E Chosen, E) { Bytes += static_cast<char>(Chosen); }
  void location(const ir::Location &L) {
    if (L.isValid())
      put(Files[L.File]);
    for (uint32_t N : {L.Line, L.Column, L.EndLine, L.EndColumn})
      put(N);
    flag(L.InMacro);
  }
  template <class Container, class Fn> void list(const Container &Elements, Fn Each) {
    put(Elements.size());
    for (const auto &Element : Elements)
      Each(Element);
  }
  template <class T, class Fn> void optional(const std::optional<T> &Value, Fn Each) {
    flag(Value.has_value());
    if (Value)
      Each(*Value);
  }
  template <class Variant, class Fn> void alternative(const Variant &Value, Fn Each) {
    Bytes += static_cast<char>(Value.index());
    std::visit(Each, Value);
  }

  std::string Bytes;

private:
  template <class Number> void put(Number N) {
    Bytes.append(reinterpret_cast<const char *>(&N), sizeof(N));
  }

  llvm::ArrayRef<uint64_t> Symbols, Files;
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
  Spelling Said(Symbols, Files);
  fields(Said, F);
  return link::contentOf(Said.Bytes);
}

std::vector<ir::Symbol> namesIn(const ir::Function &F) {
  NameWalk Walk;
  fields(Walk, F);
  return std::move(Walk.Names);
}

} // namespace holdfast::link
