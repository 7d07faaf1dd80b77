//===- BinaryWriter.cpp - writes the binary form --------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ir/Binary.h"
#include "ir/BinaryLayout.h"
#include "ir/Fields.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/Support/EndianStream.h"
#include "llvm/Support/LEB128.h"
#include "llvm/Support/xxhash.h"

namespace holdfast::ir {

namespace {

/// Writes fields to a buffer. Strings are numbered in the order in which they are first used, so
/// the bytes depend on what the module says and not on the order in which it interned.
class FieldWriter : public FieldVisitor {
public:
  explicit FieldWriter(llvm::raw_ostream &OS) : OS(OS) { symbolNumber(0); }

  void variable(VarId V) { number(V); }
  void block(BlockId B) { number(B); }
  void symbol(Symbol S) { number(symbolNumber(S)); }
  void number(uint32_t N) { llvm::encodeULEB128(N, OS); }
  void integer(int64_t I) {
    llvm::encodeULEB128(static_cast<uint64_t>(I) << 1 ^ (I < 0 ? UINT64_MAX : 0), OS);
  }
  void flag(bool B) { OS << static_cast<char>(B); }
  template <class E> void choice(E Chosen, E) { OS << static_cast<char>(Chosen); }
  void location(const Location &L);

  template <class Container, class Fn> void list(const Container &Elements, Fn Each) {
    number(static_cast<uint32_t>(Elements.size()));
    for (const auto &Element : Elements)
      Each(Element);
  }
  template <class T, class Fn> void optional(const std::optional<T> &Value, Fn Each) {
    flag(Value.has_value());
    if (Value)
      Each(*Value);
  }
  template <class Variant, class Fn> void alternative(const Variant &Value, Fn Each) {
    OS << static_cast<char>(Value.index());
    std::visit(Each, Value);
  }

  /// The strings that were written, by number.
  const std::vector<Symbol> &symbols() const { return Used; }

private:
  uint32_t symbolNumber(Symbol S) {
    auto [It, New] = Numbers.try_emplace(S, static_cast<uint32_t>(Used.size()));
    if (New)
      Used.push_back(S);
    return It->second;
  }

  llvm::raw_ostream &OS;
  llvm::DenseMap<Symbol, uint32_t> Numbers;
  std::vector<Symbol> Used;
  Location Last;
};

} // namespace

/// Relative to the location before, which is near nearly always.
void FieldWriter::location(const Location &L) {
  if (!L.isValid())
    return number(0);
  bool OneLine = L.Line == L.EndLine;
  bool SameFile = L.File == Last.File;
  number(LocationValid | (L.InMacro ? LocationInMacro : 0) | (SameFile ? 0 : LocationOtherFile) |
         (OneLine ? 0 : LocationManyLines));
  if (!SameFile)
    number(L.File);
  integer(static_cast<int64_t>(L.Line) - Last.Line);
  number(L.Column);
  if (!OneLine)
    number(L.EndLine);
  number(L.EndColumn);
  Last = L;
}

static void writeString(llvm::StringRef Text, llvm::raw_ostream &OS) {
  llvm::encodeULEB128(Text.size(), OS);
  OS << Text;
}

void writeBinary(const Module &M, llvm::raw_ostream &OS) {
  std::string Body;
  llvm::raw_string_ostream BodyOS(Body);
  FieldWriter Writer(BodyOS);
  Writer.list(M.Records, [&](const Record &R) { fields(Writer, R); });
  Writer.list(M.Declarations, [&](const Declaration &D) { fields(Writer, D); });
  Writer.list(M.Functions, [&](const Function &F) { fields(Writer, F); });

  std::string Content;
  llvm::raw_string_ostream ContentOS(Content);
  llvm::encodeULEB128(Writer.symbols().size(), ContentOS);
  for (Symbol S : Writer.symbols())
    writeString(M.text(S), ContentOS);
  llvm::encodeULEB128(M.Files.size(), ContentOS);
  for (const std::string &File : M.Files)
    writeString(File, ContentOS);
  ContentOS << Body;

  OS << BinaryMagic;
  llvm::support::endian::Writer Header(OS, llvm::endianness::little);
  Header.write<uint32_t>(BinaryVersion);
  Header.write<uint64_t>(llvm::xxh3_64bits(Content));
  OS << Content;
}

} // namespace holdfast::ir
