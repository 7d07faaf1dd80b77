//===- FunctionCache.cpp - functions that were solved before --------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/cache/FunctionCache.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/Support/Endian.h"

namespace holdfast::tool {
namespace {

constexpr size_t KeySize = std::tuple_size_v<Digest>, AgeAt = KeySize, OffsetAt = AgeAt + 1,
                 SizeAt = OffsetAt + 8, RecordSize = SizeAt + 4, RecordsAt = 8;

/// Runs that have added something and had no use for a record, before it goes: as many edits can be
/// undone, and as many programs may have one name.
constexpr unsigned Oldest = 8;

uint64_t numberAt(llvm::StringRef Bytes, size_t Offset) {
  return llvm::support::endian::read64le(Bytes.data() + Offset);
}

void appendNumber(std::string &To, uint64_t N, size_t Size) {
  char Bytes[8];
  llvm::support::endian::write64le(Bytes, N);
  To.append(Bytes, Size);
}

/// Programs have no name: the first of their files stands for them. Two with the same one share the
/// entry.
Digest nameOf(llvm::ArrayRef<Unit> Units, const Root &Place, const Digest &Environment) {
  std::string First;
  for (const Unit &U : Units) {
    std::string Name = Place.portable(U.File);
    if (First.empty() || Name < First)
      First = std::move(Name);
  }
  Hasher H;
  H.add(llvm::StringRef("functions"));
  H.update(bytesOf(Environment));
  H.add(First);
  return H.final();
}

} // namespace

std::optional<FunctionCache::Part> FunctionCache::Part::of(Entry E) {
  Part P(std::move(E));
  std::optional<llvm::StringRef> Body = P.Whole.body();
  if (!Body || Body->size() < RecordsAt)
    return std::nullopt;
  P.Body = *Body;
  P.Count = numberAt(P.Body, 0);
  if (P.Count > (P.Body.size() - RecordsAt) / RecordSize)
    return std::nullopt;
  P.Used.resize(P.Count);
  return P;
}

FunctionCache::Record FunctionCache::Part::operator[](size_t Index) const {
  llvm::StringRef R = Body.substr(RecordsAt + Index * RecordSize, RecordSize);
  const size_t Size = llvm::support::endian::read32le(R.data() + SizeAt);
  return {R.take_front(KeySize), Body.substr(numberAt(R, OffsetAt), Size),
          static_cast<unsigned char>(R[AgeAt])};
}

std::optional<size_t> FunctionCache::Part::indexOf(llvm::StringRef Key) const {
  auto All = llvm::seq<size_t>(0, Count);
  auto It = llvm::partition_point(All, [&](size_t I) { return (*this)[I].Key < Key; });
  return It != All.end() && (*this)[*It].Key == Key ? std::optional(*It) : std::nullopt;
}

void FunctionCache::begin(llvm::ArrayRef<Unit> Units) {
  Name = nameOf(Units, Places.of(Units.front().File), Environment);
  Parts.clear();
  Added.clear();
}

void FunctionCache::load(Store &Entries) {
  std::optional<Entry> Known = Entries.find(Name);
  std::optional<Part> Whole = Known ? Part::of(std::move(*Known)) : std::nullopt;
  if (Whole)
    Parts.push_back(std::move(*Whole));
  else if (Known)
    Entries.drop(Name);
}

Digest FunctionCache::keyOfFiles() const {
  Hasher H;
  H.add(llvm::StringRef("results"));
  H.update(bytesOf(Environment));
  return H.final();
}

llvm::Error FunctionCache::load(llvm::StringRef File) {
  llvm::Expected<Entry> E = Store::read(File, keyOfFiles());
  if (!E)
    return E.takeError();
  std::optional<Part> Whole = Part::of(std::move(*E));
  if (!Whole)
    return llvm::createStringError("is damaged");
  Parts.push_back(std::move(*Whole));
  return llvm::Error::success();
}

Digest FunctionCache::beginKey(llvm::StringRef Rows) const {
  Hasher H;
  H.update(bytesOf(Environment));
  H.add(Rows);
  return H.final();
}

std::optional<llvm::StringRef> FunctionCache::find(llvm::StringRef Key) const {
  for (const Part &P : Parts)
    if (std::optional<size_t> Index = P.indexOf(Key))
      return P[*Index].Value;
  return std::nullopt;
}

void FunctionCache::markUsed(llvm::StringRef Key) {
  for (Part &P : Parts)
    if (std::optional<size_t> Index = P.indexOf(Key))
      P.Used.set(*Index);
}

void FunctionCache::add(std::string Key, std::string Value) {
  Added.insert_or_assign(std::move(Key), std::move(Value));
}

std::string FunctionCache::encode() const {
  std::vector<Record> All;
  for (const Part &P : Parts)
    for (size_t I = 0; I != P.size(); ++I) {
      Record R = P[I];
      R.Age = P.Used.test(I) ? 0 : R.Age + 1;
      if (R.Age <= Oldest && !Added.count(R.Key.str()))
        All.push_back(R);
    }
  for (const auto &[Key, Value] : Added)
    All.push_back({Key, Value, 0});
  llvm::sort(All, [](const Record &A, const Record &B) { return A.Key < B.Key; });
  std::string Index, Values;
  appendNumber(Index, All.size(), RecordsAt);
  llvm::StringMap<uint64_t> Offsets; // Most functions have nothing to find: one value for them.
  const size_t ValuesAt = RecordsAt + All.size() * RecordSize;
  for (const Record &R : All) {
    auto [It, New] = Offsets.try_emplace(R.Value, ValuesAt + Values.size());
    if (New)
      Values += R.Value;
    Index += R.Key;
    appendNumber(Index, R.Age, 1);
    appendNumber(Index, It->second, 8);
    appendNumber(Index, R.Value.size(), 4);
  }
  return Index + Values;
}

llvm::Error FunctionCache::save(Store &Entries) {
  return Added.empty() ? llvm::Error::success() : Entries.put(Name, "", encode());
}

llvm::Error FunctionCache::write(llvm::StringRef File) const {
  return Store::write(File, keyOfFiles(), "", encode());
}

} // namespace holdfast::tool
