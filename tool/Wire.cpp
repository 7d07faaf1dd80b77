//===- Wire.cpp - an outcome as bytes -------------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Wire.h"
#include "llvm/Support/Endian.h"

namespace holdfast::tool {
namespace {

class Writer {
public:
  std::string take() { return std::move(Bytes); }

  void put(uint32_t N) {
    char Buffer[4];
    llvm::support::endian::write32le(Buffer, N);
    Bytes.append(Buffer, 4);
  }
  void put(llvm::StringRef Text) {
    put(static_cast<uint32_t>(Text.size()));
    Bytes += Text;
  }
  void put(const std::string &Text) { put(llvm::StringRef(Text)); }
  void put(const Place &P) {
    put(P.File);
    for (unsigned N : {P.Line, P.Column, P.EndLine, P.EndColumn})
      put(N);
  }
  void put(const Remark &R) {
    put(R.Where);
    put(R.Message);
  }
  void put(const Report &R) {
    put(R.Rule);
    put(static_cast<uint32_t>(R.Level));
    put(R.Where);
    put(R.Message);
    put(R.Notes);
    put(R.Container);
    put(R.Function);
  }
  template <typename T> void put(const std::vector<T> &Items) {
    put(static_cast<uint32_t>(Items.size()));
    for (const T &Item : Items)
      put(Item);
  }

private:
  std::string Bytes;
};

/// Reads what Writer wrote. After a read past the end, Good is false and every
/// further read gives zeros, so callers check once.
class Reader {
public:
  explicit Reader(llvm::StringRef Bytes) : Rest(Bytes) {}
  bool isDone() const { return Good && Rest.empty(); }

  void get(uint32_t &N) {
    N = 0;
    if (llvm::StringRef Four = bytes(4); Good)
      N = llvm::support::endian::read32le(Four.data());
  }
  void get(std::string &Text) {
    uint32_t Size;
    get(Size);
    Text = bytes(Size).str();
  }
  void get(Place &P) {
    get(P.File);
    for (unsigned *N : {&P.Line, &P.Column, &P.EndLine, &P.EndColumn})
      get(*N);
  }
  void get(Remark &R) {
    get(R.Where);
    get(R.Message);
  }
  void get(Report &R) {
    get(R.Rule);
    uint32_t Level;
    get(Level);
    R.Level = static_cast<solve::Confidence>(Level);
    get(R.Where);
    get(R.Message);
    get(R.Notes);
    get(R.Container);
    get(R.Function);
  }
  template <typename T> void get(std::vector<T> &Items) {
    uint32_t Size;
    get(Size);
    for (uint32_t I = 0; Good && I < Size; ++I)
      get(Items.emplace_back());
  }

private:
  llvm::StringRef bytes(size_t Size) {
    Good = Good && Size <= Rest.size();
    if (!Good)
      return "";
    llvm::StringRef Result = Rest.take_front(Size);
    Rest = Rest.drop_front(Size);
    return Result;
  }

  llvm::StringRef Rest;
  bool Good = true;
};

} // namespace

std::string encodeOutcome(const Outcome &O) {
  Writer W;
  W.put(static_cast<uint32_t>(O.S));
  W.put(O.Reason);
  W.put(O.Notices);
  W.put(O.Reports);
  return W.take();
}

std::optional<Outcome> decodeOutcome(llvm::StringRef Bytes) {
  Reader R(Bytes);
  Outcome O;
  uint32_t Status;
  R.get(Status);
  O.S = static_cast<Outcome::Status>(Status);
  R.get(O.Reason);
  R.get(O.Notices);
  R.get(O.Reports);
  if (!R.isDone())
    return std::nullopt;
  return O;
}

} // namespace holdfast::tool
