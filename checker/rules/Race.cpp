//===- Race.cpp - phrases that the rules about races share ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "rules/Race.h"
#include "rules/Wording.h"

using namespace holdfast;
using namespace holdfast::rules;

Finding rules::finding(llvm::StringRef Rule, const threads::Race &R, const Context &C,
                       std::string Message) {
  Finding F;
  F.Rule = Rule;
  F.Level = R.Level;
  F.Loc = R.First.What.Loc;
  F.Message = std::move(Message);
  F.Container = R.ContainerName;
  if (const models::ClassModel *Type = R.First.What.Type)
    F.ContainerType = Type->Name;
  F.Declared = declared(R.First.What.Container, R.FunctionUsr, C);
  F.Operation = C.Module.text(R.First.What.Operation).rsplit("::").second.str();
  F.FunctionUsr = R.First.What.In->Usr;
  F.FunctionName = C.Module.text(R.First.What.In->Name).str();
  F.Facts.What = R.First.What.What;
  F.Facts.Change = R.First.What.Loc;
  if (R.Kept)
    F.Facts.Lock = R.Kept->Lock;
  else if (R.First.Locks.empty() && R.Second.Locks.size() == 1)
    F.Facts.Lock = R.Second.Locks.front();
  F.Facts.IsShared = R.First.What.Kind != threads::AccessKind::Change;
  return F;
}

static std::string lockNames(const threads::Side &S) {
  std::string Result;
  for (llvm::StringRef Name : S.Locks) {
    Name.consume_front("this->");
    Result += (Result.empty() ? "'" : ", '") + Name.str() + "'";
  }
  return Result;
}

void rules::addSide(Finding &F, const threads::Side &S, NoteRole Role) {
  for (const solve::ChainStep &Step : S.What.Chain)
    addNote(F, Step.Call, "by the call of '" + Step.Function + "' here", Role);
  if (S.By)
    addNote(F, S.By->Loc,
            S.By->IsMany ? "several threads that run it are started here"
                         : "the thread is started here",
            Role);
  if (std::string Locks = lockNames(S); !Locks.empty())
    addNote(F, S.What.Loc, "only " + Locks + " is held here", Role);
}

std::string rules::others(const threads::Race &R) {
  return R.Others ? "; " + std::to_string(R.Others) + " more race with the first one, too" : "";
}
