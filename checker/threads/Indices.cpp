//===- Indices.cpp - which elements of arrays are the same ----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Indices.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

namespace holdfast::threads {

using solve::AccessPath;

namespace {

/// An index as a sum. See lower/IndexForm.h.
struct Sum {
  std::map<llvm::StringRef, int64_t> Terms;
  int64_t Constant = 0;
  bool IsKnown = true;  ///< Not `~`.
  bool Differs = false; ///< `~#`.

  explicit Sum(llvm::StringRef Form) {
    IsKnown = !Form.starts_with("~");
    Differs = Form == "~#";
    while (IsKnown && Form.contains('*')) {
      auto [Factor, Rest] = Form.split('*');
      auto [Name, After] = Rest.split('+');
      Factor.getAsInteger(10, Terms[Name]);
      Form = After;
    }
    Form.getAsInteger(10, Constant);
  }
  bool has(char Class) const {
    return llvm::any_of(Terms, [&](const auto &T) { return T.first.front() == Class; });
  }
};

enum class Answer : uint8_t {
  MayBe,
  No,
  Partly, ///< No, if the other collapsed loops say so, too.
};

/// Two indexes into one array.
Answer compare(const Sum &A, const Sum &B, bool InTeam) {
  if (!A.IsKnown || !B.IsKnown)
    return !InTeam || A.Differs || B.Differs ? Answer::No : Answer::MayBe;
  const int64_t Apart = B.Constant - A.Constant;
  const bool Varies = A.has('?') || A.has('#') || B.has('?') || B.has('#');
  if (A.Terms != B.Terms && !Varies && !A.Terms.empty() && !B.Terms.empty())
    return Answer::No; // How two numbers that stay differ, nobody knows.
  if (A.Terms != B.Terms || A.has('?'))
    return Answer::MayBe;
  if (!A.has('#') || !InTeam)
    return Apart && !A.has('#') ? Answer::No : Answer::MayBe;
  const auto Counter = llvm::find_if(A.Terms, [](const auto &T) { return T.first[0] == '#'; });
  if (Apart)
    return Apart % Counter->second == 0 ? Answer::MayBe : Answer::No;
  return Counter->first.ends_with("/1") ? Answer::No : Answer::Partly;
}

/// How many loops are collapsed with the one whose counter is in the index.
unsigned collapsed(const Sum &S) {
  unsigned Result = 1;
  for (const auto &[Name, Factor] : S.Terms)
    if (Name.front() == '#')
      Name.rsplit('/').second.getAsInteger(10, Result);
  return Result;
}

} // namespace

bool isIndex(const ir::Projection &Step, const ir::Module &M) {
  return Step.K == ir::Projection::Kind::Field && M.text(Step.Owner) == ir::IndexOwner;
}

bool isValue(const ir::Projection &Step, const ir::Module &M) {
  return Step.K == ir::Projection::Kind::Field && !Step.Owner &&
         M.text(Step.Field).starts_with(ir::ScalarValue);
}

std::string spellIndex(llvm::StringRef Form) {
  const Sum S(Form);
  if (!S.IsKnown)
    return "...";
  std::string Result;
  for (const auto &[Name, Factor] : S.Terms)
    Result += (Result.empty() ? "" : " + ") + (Factor == 1 ? "" : std::to_string(Factor) + " * ") +
              Name.drop_front().split('@').first.str();
  if (Result.empty())
    return std::to_string(S.Constant);
  if (S.Constant)
    Result += (S.Constant < 0 ? " - " : " + ") + std::to_string(std::abs(S.Constant));
  return Result;
}

bool mayBeSame(const AccessPath &A, const AccessPath &B, const ir::Module &M, bool InTeam) {
  if (A.R != B.R || A.Base != B.Base || A.Members.size() != B.Members.size())
    return false;
  unsigned Counted = 0;
  for (size_t I = 0; I != A.Members.size(); ++I) {
    if (!isIndex(A.Members[I], M) || !isIndex(B.Members[I], M)) {
      if (!(A.Members[I] == B.Members[I]))
        return false;
      continue;
    }
    const Sum Left(M.text(A.Members[I].Field)), Right(M.text(B.Members[I].Field));
    const Answer Found = compare(Left, Right, InTeam);
    if (Found == Answer::No || (Found == Answer::Partly && ++Counted >= collapsed(Left)))
      return false;
  }
  return true;
}

bool isSameLock(const AccessPath &L, const AccessPath &A, const AccessPath &R, const AccessPath &B,
                const ir::Module &M) {
  if (L.R != R.R || L.Base != R.Base || L.Members.size() != R.Members.size())
    return false;
  for (size_t I = 0; I != L.Members.size(); ++I) {
    const ir::Projection &Mine = L.Members[I], &Theirs = R.Members[I];
    if (!isIndex(Mine, M) || !isIndex(Theirs, M)) {
      if (!(Mine == Theirs))
        return false;
      continue;
    }
    const Sum Form(M.text(Mine.Field));
    const bool IsFixed = Form.IsKnown && !Form.has('?') && !Form.has('#') && Mine == Theirs;
    bool IsOfBoth = false; // The same place in both paths.
    for (size_t At = 0; At < A.Members.size() && At < B.Members.size(); ++At)
      IsOfBoth |= A.Members[At] == Mine && B.Members[At] == Theirs;
    if (!IsFixed && !IsOfBoth)
      return false;
  }
  return true;
}

} // namespace holdfast::threads
