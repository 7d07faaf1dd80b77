//===- Wire.cpp - results as bytes ----------------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Wire.h"
#include "tool/WireFormat.h"

namespace holdfast::tool {

// Each field of what crosses, in order, for both directions. What the classes of WireFormat.h are
// given must be found by them: not in an unnamed namespace.

template <class V> static void fieldsOf(V &Visit, FieldRef<V, Remark> R) {
  Visit(R.Where, R.Message, R.Role);
}

template <class V> static void fieldsOf(V &Visit, FieldRef<V, rules::Scene<Place>> S) {
  Visit(S.Cause, S.Handle, S.What, S.MayReallocate, S.InLoop, S.InCallee, S.Change, S.Made, S.Use,
        S.Lock, S.IsShared);
}

template <class V> static void fieldsOf(V &Visit, FieldRef<V, fix::Fix> F) {
  Visit(F.Kind, F.Title, F.Why, F.Trust, F.Edits, F.Names);
}

template <class V> static void fieldsOf(V &Visit, FieldRef<V, Advice> A) { Visit(A.Text, A.Role); }

template <class V> static void fieldsOf(V &Visit, FieldRef<V, Proposal> P) {
  Visit(P.Finding, P.Fixes, P.Others);
}

template <class V> static void fieldsOf(V &Visit, FieldRef<V, Report> R) {
  Visit(R.Rule, R.Level, R.Where, R.Message, R.Notes, R.Container, R.ContainerType, R.Declared,
        R.Operation, R.Handle, R.Function, R.FunctionUsr, R.IsByCaller, R.Facts, R.Fixes);
}

template <class V> static void fieldsOf(V &Visit, FieldRef<V, Outcome> O) {
  Visit(O.S, O.Reason, O.Notices, O.Sharing, O.Reports, O.Program, O.Files);
  Visit(O.IsRecalled, O.CacheKey, O.ProgramDigest, O.CacheError);
}

template <class V> static void fieldsOf(V &Visit, FieldRef<V, SolvedProgram> S) {
  Visit(S.Reports, S.Notices, S.Functions);
}

template <class V> static void fieldsOf(V &Visit, FieldRef<V, ir::Location> L) {
  Visit(L.File, L.Line, L.Column, L.EndLine, L.EndColumn, L.InMacro);
}

template <class V> static void fieldsOf(V &Visit, FieldRef<V, solve::ChainStep> S) {
  Visit(S.Function, S.Call);
}

template <class V> static void fieldsOf(V &Visit, FieldRef<V, solve::Violation> X) {
  Visit(X.Handle, X.HandleName, X.HandleLoc, X.ContainerName, X.ContainerType, X.ContainerLoc);
  Visit(X.Cause, X.Operation, X.Change, X.MayReallocate, X.CauseLoc, X.Chain, X.Caller, X.CallLoc,
        X.OtherChains);
  Visit(X.Use, X.UseLoc, X.InLoop, X.IsRangeFor, X.TemporaryOwner, X.InCallback, X.LoopLoc);
  Visit(X.Level, X.FunctionUsr, X.FunctionName);
}

template <class V> static void fieldsOf(V &Visit, FieldRef<V, solve::Statistics> S) {
  Visit(S.Functions, S.Skipped, S.GaveUp);
}

template <class V> static void fieldsOf(V &Visit, FieldRef<V, solve::Solution> S) {
  Visit(S.Violations, S.Stats);
}

template <class V> static void fieldsOf(V &Visit, FieldRef<V, solve::Print> P) {
  for (auto &Byte : P)
    Visit(Byte);
}

template <class V> static void fieldsOf(V &Visit, FieldRef<V, solve::Recollection> R) {
  Visit(R.Entered, R.Asked, R.Prints, R.Problems, R.Stats);
}

template <class V> static void fieldsOf(V &Visit, FieldRef<V, Remembered::Result> R) {
  Visit(R.Key, R.Value);
}

template <class V> static void fieldsOf(V &Visit, FieldRef<V, Remembered> R) {
  Visit(R.Used, R.New);
}

template <class V> static void fieldsOf(V &Visit, FieldRef<V, SolvedFunction> S) {
  Visit(S.Found, S.Kept);
}

template <class V> static void fieldsOf(V &Visit, FieldRef<V, Answer> A) { Visit(A.Task, A.Bytes); }

static constexpr size_t LengthSize = 8;

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

std::string encodeSolved(const SolvedProgram &S) { return encode(S); }

std::optional<SolvedProgram> decodeSolved(llvm::StringRef Bytes) {
  return decode<SolvedProgram>(Bytes);
}

std::string encodeSolution(const solve::Solution &S) { return encode(S); }

std::optional<solve::Solution> decodeSolution(llvm::StringRef Bytes) {
  return decode<solve::Solution>(Bytes);
}

std::string encodeRecollection(const solve::Recollection &R) { return encode(R); }

std::optional<solve::Recollection> decodeRecollection(llvm::StringRef Bytes) {
  return decode<solve::Recollection>(Bytes);
}

/// Behind its length.
template <class T> static std::string encodeOne(const T &Item) {
  std::string Bytes = encode(Item);
  return encode(Bytes.size()) + Bytes;
}

template <class T> static std::optional<T> takeOne(llvm::StringRef &Bytes) {
  if (Bytes.size() < LengthSize)
    return std::nullopt;
  uint64_t Length = llvm::support::endian::read64le(Bytes.data());
  if (Bytes.size() - LengthSize < Length)
    return std::nullopt;
  std::optional<T> Item = decode<T>(Bytes.substr(LengthSize, Length));
  Bytes = Bytes.drop_front(LengthSize + Length);
  return Item;
}

std::string encodeAnswer(size_t Task, llvm::StringRef Bytes) {
  return encodeOne(Answer{Task, Bytes.str()});
}

std::optional<Answer> takeAnswer(llvm::StringRef &Bytes) { return takeOne<Answer>(Bytes); }

std::string encodeFunction(const SolvedFunction &S) { return encodeOne(S); }

std::optional<SolvedFunction> takeFunction(llvm::StringRef &Bytes) {
  return takeOne<SolvedFunction>(Bytes);
}

} // namespace holdfast::tool
