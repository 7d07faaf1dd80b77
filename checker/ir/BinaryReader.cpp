//===- BinaryReader.cpp - reads the binary form ---------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The checksum finds what happens to files by accident. Nothing rests on it: a
// file whose checksum fits may still say anything, so every count, index and
// enumerator is checked.
//
//===----------------------------------------------------------------------===//
#include "ir/Binary.h"
#include "ir/BinaryLayout.h"
#include "ir/Fields.h"
#include "ir/Text.h"
#include "ir/Verify.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/xxhash.h"

namespace holdfast::ir {

namespace {

/// Reads fields from bytes. Works like a stream: after the first thing that cannot be, it reads
/// zeros, and the caller looks at failed() when it is done.
class FieldReader : public FieldEditor {
public:
  FieldReader(llvm::StringRef Bytes, Module &M)
      : Next(Bytes.bytes_begin()), End(Bytes.bytes_end()), M(M) {}

  bool failed() const { return Failed; }
  bool atEnd() const { return Next == End; }

  void strings();
  void files();

  void variable(VarId &V) { number(V); }
  void block(BlockId &B) { number(B); }
  void symbol(Symbol &S);
  void number(uint32_t &N) { N = static_cast<uint32_t>(unsignedUpTo(UINT32_MAX)); }
  void integer(int64_t &I);
  void flag(bool &B) { B = unsignedUpTo(1); }
  template <class E> void choice(E &Chosen, E Last) {
    Chosen = static_cast<E>(unsignedUpTo(static_cast<uint64_t>(Last)));
  }
  void location(Location &L);

  template <class Container, class Fn> void list(Container &Elements, Fn Each) {
    for (size_t N = count(); N && !Failed; --N)
      Each(Elements.emplace_back());
  }
  template <class T, class Fn> void optional(std::optional<T> &Value, Fn Each) {
    bool Present = false;
    flag(Present);
    if (Present)
      Each(Value.emplace());
  }
  template <class Variant, class Fn> void alternative(Variant &Value, Fn Each) {
    constexpr size_t Alternatives = std::variant_size_v<Variant>;
    emplace<Alternatives - 1>(Value, unsignedUpTo(Alternatives - 1));
    std::visit(Each, Value);
  }

private:
  template <size_t I, class Variant> static void emplace(Variant &Value, size_t Wanted) {
    if (Wanted == I)
      Value.template emplace<I>();
    else if constexpr (I > 0)
      emplace<I - 1>(Value, Wanted);
  }
  uint64_t unsignedUpTo(uint64_t Max);
  size_t count();
  llvm::StringRef string();
  void fail() {
    Failed = true;
    Next = End;
  }

  const uint8_t *Next;
  const uint8_t *End;
  Module &M;
  std::vector<Symbol> Symbols; ///< By number in the file.
  Location Last;
  bool Failed = false;
};

} // namespace

/// LEB128 of at most 64 bits. llvm::decodeULEB128 accepts padding without limit, and then
/// shifts by more than a word has bits.
uint64_t FieldReader::unsignedUpTo(uint64_t Max) {
  uint64_t Value = 0;
  for (unsigned Shift = 0; Shift < 64 && Next != End; Shift += 7) {
    uint64_t Group = *Next & 0x7f;
    bool More = *Next++ & 0x80;
    if (Shift == 63 && Group > 1)
      break;
    Value |= Group << Shift;
    if (!More && Value <= Max)
      return Value;
    if (!More)
      break;
  }
  fail();
  return 0;
}

void FieldReader::integer(int64_t &I) {
  uint64_t Folded = unsignedUpTo(UINT64_MAX);
  I = static_cast<int64_t>(Folded >> 1 ^ (Folded & 1 ? UINT64_MAX : 0));
}

/// Each element takes a byte at least, so no count that is read makes us allocate more than a
/// small multiple of the input.
size_t FieldReader::count() {
  return static_cast<size_t>(unsignedUpTo(static_cast<uint64_t>(End - Next)));
}

llvm::StringRef FieldReader::string() {
  size_t Length = count();
  if (Length > static_cast<size_t>(End - Next)) {
    fail();
    return {};
  }
  llvm::StringRef Text(reinterpret_cast<const char *>(Next), Length);
  Next += Length;
  return Text;
}

void FieldReader::strings() {
  for (size_t N = count(); N && !Failed; --N)
    Symbols.push_back(M.intern(string()));
  if (Symbols.empty() || Symbols.front() != 0)
    fail();
}

void FieldReader::files() {
  for (size_t N = count(); N && !Failed; --N)
    if (M.addFile(string()) + 1 != M.Files.size())
      fail();
}

void FieldReader::symbol(Symbol &S) {
  uint64_t Number = unsignedUpTo(UINT32_MAX);
  if (Number < Symbols.size())
    S = Symbols[Number];
  else
    fail();
}

void FieldReader::location(Location &L) {
  L = {};
  uint64_t Flags = unsignedUpTo(LocationAllFlags);
  if (!(Flags & LocationValid))
    return;
  L.InMacro = Flags & LocationInMacro;
  L.File = Last.File;
  if (Flags & LocationOtherFile)
    number(L.File);
  int64_t Distance = 0;
  integer(Distance);
  // Also keeps the sum below in range.
  if (Distance < -int64_t(UINT32_MAX) || Distance > int64_t(UINT32_MAX))
    return fail();
  int64_t Line = Last.Line + Distance;
  if (Line <= 0 || Line > int64_t(UINT32_MAX))
    return fail();
  L.Line = L.EndLine = static_cast<uint32_t>(Line);
  number(L.Column);
  if (Flags & LocationManyLines)
    number(L.EndLine);
  number(L.EndColumn);
  Last = L;
}

static llvm::Error error(llvm::StringRef FileName, const llvm::Twine &Message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), FileName + ": error: " + Message);
}

/// The content behind the header, when the header vouches for it.
static llvm::Expected<llvm::StringRef> checkHeader(llvm::StringRef Bytes,
                                                   llvm::StringRef FileName) {
  if (!Bytes.starts_with(BinaryMagic))
    return error(FileName, "this is not a binary effect program (.hfx)");
  if (Bytes.size() < BinaryHeaderSize)
    return error(FileName, "this .hfx file is cut off after " + llvm::Twine(Bytes.size()) +
                               " bytes; lower the source again");
  uint32_t Version = llvm::support::endian::read32le(Bytes.data() + 4);
  if (Version != BinaryVersion)
    return error(FileName, "this .hfx file has format " + llvm::Twine(Version) +
                               ", this Holdfast reads format " + llvm::Twine(BinaryVersion) +
                               "; lower the source again");
  llvm::StringRef Content = Bytes.drop_front(BinaryHeaderSize);
  if (llvm::xxh3_64bits(Content) != llvm::support::endian::read64le(Bytes.data() + 8))
    return error(FileName, "this .hfx file is cut off or damaged (its checksum does not fit); "
                           "lower the source again");
  return Content;
}

llvm::Expected<Module> readBinary(llvm::StringRef Bytes, llvm::StringRef FileName) {
  llvm::Expected<llvm::StringRef> Content = checkHeader(Bytes, FileName);
  if (!Content)
    return Content.takeError();
  Module M;
  FieldReader Reader(*Content, M);
  Reader.strings();
  Reader.files();
  Reader.list(M.Records, [&](Record &R) { fields(Reader, R); });
  Reader.list(M.Declarations, [&](Declaration &D) { fields(Reader, D); });
  Reader.list(M.Functions, [&](Function &F) { fields(Reader, F); });
  if (Reader.failed() || !Reader.atEnd())
    return error(FileName, "this .hfx file is damaged; lower the source again");
  if (std::optional<std::string> Defect = findDefect(M))
    return error(FileName, "this .hfx file is damaged: " + *Defect + "; lower the source again");
  return std::move(M);
}

llvm::Expected<Module> readModule(llvm::StringRef Bytes, llvm::StringRef FileName) {
  if (Bytes.starts_with(BinaryMagic))
    return readBinary(Bytes, FileName);
  return parseText(Bytes, FileName);
}

} // namespace holdfast::ir
