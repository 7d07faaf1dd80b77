//===- Wire.cpp - results as bytes ----------------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Wire.h"
#include "llvm/Support/Endian.h"

namespace holdfast::tool {
namespace {

// Each field of what crosses, in order, for both directions.

template <class V, class T> using FieldRef = typename V::template Ref<T>;

template <class V> void fieldsOf(V &Visit, FieldRef<V, Place> P) {
  Visit(P.File, P.Line, P.Column, P.EndLine, P.EndColumn);
}

template <class V> void fieldsOf(V &Visit, FieldRef<V, Remark> R) {
  Visit(R.Where, R.Message, R.Role);
}

template <class V> void fieldsOf(V &Visit, FieldRef<V, rules::Scene<Place>> S) {
  Visit(S.Cause, S.Handle, S.What, S.MayReallocate, S.InLoop, S.InCallee, S.Change, S.Made, S.Use,
        S.Lock, S.IsShared);
}

template <class V> void fieldsOf(V &Visit, FieldRef<V, fix::Edit> E) {
  Visit(E.File, E.Offset, E.Length, E.Text);
}

template <class V> void fieldsOf(V &Visit, FieldRef<V, fix::Fix> F) {
  Visit(F.Kind, F.Title, F.Why, F.Trust, F.Edits);
}

template <class V> void fieldsOf(V &Visit, FieldRef<V, Proposal> P) { Visit(P.Finding, P.Fixes); }

template <class V> void fieldsOf(V &Visit, FieldRef<V, Report> R) {
  Visit(R.Rule, R.Level, R.Where, R.Message, R.Notes, R.Container, R.ContainerType, R.Operation,
        R.Handle, R.Function, R.FunctionUsr, R.IsByCaller, R.Facts, R.Fixes);
}

template <class V> void fieldsOf(V &Visit, FieldRef<V, Outcome> O) {
  Visit(O.S, O.Reason, O.Notices, O.Reports, O.Program);
}

template <class V> void fieldsOf(V &Visit, FieldRef<V, ir::Location> L) {
  Visit(L.File, L.Line, L.Column, L.EndLine, L.EndColumn, L.InMacro);
}

template <class V> void fieldsOf(V &Visit, FieldRef<V, solve::ChainStep> S) {
  Visit(S.Function, S.Call);
}

template <class V> void fieldsOf(V &Visit, FieldRef<V, solve::Violation> X) {
  Visit(X.Handle, X.HandleName, X.HandleLoc, X.ContainerName, X.ContainerType);
  Visit(X.Cause, X.Operation, X.Change, X.MayReallocate, X.CauseLoc, X.Chain, X.Caller, X.CallLoc,
        X.OtherChains);
  Visit(X.Use, X.UseLoc, X.InLoop, X.IsRangeFor, X.TemporaryOwner, X.InCallback, X.LoopLoc);
  Visit(X.Level, X.FunctionUsr, X.FunctionName);
}

template <class V> void fieldsOf(V &Visit, FieldRef<V, solve::Statistics> S) {
  Visit(S.Functions, S.Skipped, S.GaveUp);
}

template <class V> void fieldsOf(V &Visit, FieldRef<V, solve::Solution> S) {
  Visit(S.Violations, S.Stats);
}

class Writer {
public:
  template <class T> using Ref = const T &;
  template <class... T> void operator()(const T &...Items) { (put(Items), ...); }
  std::string take() { return std::move(Bytes); }

private:
  void put(const std::string &Text) {
    put(Text.size());
    Bytes += Text;
  }
  template <class T> void put(const std::vector<T> &Items) {
    put(Items.size());
    for (const T &Item : Items)
      put(Item);
  }
  template <class T> void put(const T &Item) {
    if constexpr (std::is_class_v<T>) {
      fieldsOf<Writer>(*this, Item);
    } else {
      char Buffer[8];
      llvm::support::endian::write64le(Buffer, static_cast<uint64_t>(Item));
      Bytes.append(Buffer, sizeof(Buffer));
    }
  }

  std::string Bytes;
};

/// Reads what Writer wrote. After a read past the end, Good is false and every
/// further read gives zeros, so callers check once.
class Reader {
public:
  template <class T> using Ref = T &;
  explicit Reader(llvm::StringRef Bytes) : Rest(Bytes) {}
  template <class... T> void operator()(T &...Items) { (get(Items), ...); }
  bool isDone() const { return Good && Rest.empty(); }

private:
  uint64_t number() {
    llvm::StringRef Eight = bytes(8);
    return Good ? llvm::support::endian::read64le(Eight.data()) : 0;
  }
  void get(std::string &Text) { Text = bytes(number()).str(); }
  template <class T> void get(std::vector<T> &Items) {
    for (uint64_t N = number(); Good && N; --N)
      get(Items.emplace_back());
  }
  template <class T> void get(T &Item) {
    if constexpr (std::is_class_v<T>)
      fieldsOf<Reader>(*this, Item);
    else
      Item = static_cast<T>(number());
  }
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

constexpr size_t LengthSize = 8;

} // namespace

template <class T> static std::string encode(const T &Item) {
  Writer W;
  W(Item);
  return W.take();
}

template <class T> static std::optional<T> decode(llvm::StringRef Bytes) {
  Reader R(Bytes);
  T Item;
  R(Item);
  return R.isDone() ? std::optional(std::move(Item)) : std::nullopt;
}

std::string encodeOutcome(const Outcome &O) { return encode(O); }

std::optional<Outcome> decodeOutcome(llvm::StringRef Bytes) { return decode<Outcome>(Bytes); }

std::string encodeProposals(const std::vector<Proposal> &All) { return encode(All); }

std::optional<std::vector<Proposal>> decodeProposals(llvm::StringRef Bytes) {
  return decode<std::vector<Proposal>>(Bytes);
}

std::string encodeSolution(const solve::Solution &S) {
  Writer Body, Length;
  Body(S);
  std::string Bytes = Body.take();
  Length(Bytes.size());
  return Length.take() + Bytes;
}

std::optional<solve::Solution> takeSolution(llvm::StringRef &Bytes) {
  if (Bytes.size() < LengthSize)
    return std::nullopt;
  uint64_t Length = llvm::support::endian::read64le(Bytes.data());
  if (Bytes.size() - LengthSize < Length)
    return std::nullopt;
  solve::Solution S;
  Reader R(Bytes.substr(LengthSize, Length));
  R(S);
  Bytes = Bytes.drop_front(LengthSize + Length);
  return R.isDone() ? std::optional(std::move(S)) : std::nullopt;
}

} // namespace holdfast::tool
