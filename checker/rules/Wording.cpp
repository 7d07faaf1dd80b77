//===- Wording.cpp - phrases that the rules share -------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Wording.h"

using namespace holdfast;
using namespace holdfast::rules;
using models::Change;
using solve::UseKind;
using solve::Violation;

namespace {

struct Verb {
  Change What;
  llvm::StringRef Gerund;
  llvm::StringRef Finite;
};

constexpr Verb Verbs[] = {
    {Change::None, "changing", "changes"},
    {Change::Insert, "inserting into", "inserts into"},
    {Change::Erase, "erasing from", "erases from"},
    {Change::Clear, "clearing", "clears"},
    {Change::Assign, "assigning to", "assigns to"},
    {Change::Move, "moving the elements of", "moves the elements of"},
    {Change::Swap, "swapping", "swaps"},
    {Change::Splice, "splicing elements of", "splices elements of"},
    {Change::Reserve, "reserving capacity in", "reserves capacity in"},
    {Change::Shrink, "shrinking", "shrinks"},
    {Change::Reorder, "reordering", "reorders"},
    {Change::Release, "releasing", "releases"},
};

const Verb &verb(Change What) {
  for (const Verb &V : Verbs)
    if (V.What == What)
      return V;
  return Verbs[0];
}

/// What the solver says of an object that has no name in the source: "the temporary".
bool isDescription(llvm::StringRef Name) { return Name.starts_with("the "); }

std::string withoutThis(llvm::StringRef Name) {
  Name.consume_front("this->");
  return Name.str();
}

llvm::StringRef baseName(llvm::StringRef File) {
  return File.substr(File.rfind('/') == llvm::StringRef::npos ? 0 : File.rfind('/') + 1);
}

} // namespace

std::string rules::quoted(llvm::StringRef Name) { return ("'" + Name + "'").str(); }

std::string rules::container(const Violation &V) {
  return isDescription(V.ContainerName) ? V.ContainerName : quoted(withoutThis(V.ContainerName));
}

std::string rules::containerCode(const Violation &V) {
  return isDescription(V.ContainerName) ? "c" : withoutThis(V.ContainerName);
}

std::string rules::handleCode(const Violation &V) {
  return V.HandleName.empty() ? "it" : withoutThis(V.HandleName);
}

std::string rules::changing(const Violation &V) {
  return verb(V.Change).Gerund.str() + " " + container(V);
}

std::string rules::changingThrough(const Violation &V) {
  return V.Chain.empty() ? changing(V)
                         : "calling " + quoted(V.Chain.front().Function) + " " + changes(V);
}

const ir::Location &rules::changeIn(const Violation &V) {
  return V.Chain.empty() ? V.CauseLoc : V.Chain.front().Call;
}

std::string rules::changes(const Violation &V) {
  return verb(V.Change).Finite.str() + " " + container(V);
}

std::string rules::accessing(const threads::Access &A, llvm::StringRef ContainerName) {
  llvm::StringRef Doing = verb(A.What).Gerund;
  if (A.isEnd())
    Doing = "destroying";
  else if (A.Kind == threads::AccessKind::Structure)
    Doing = "reading";
  else if (A.Kind == threads::AccessKind::Element && A.What == models::Change::None)
    Doing = "using elements of";
  return Doing.str() + " " + quoted(withoutThis(ContainerName));
}

llvm::StringRef rules::handleNoun(const Violation &V) {
  switch (V.Handle) {
  case solve::HandleKind::Iterator:
    return "iterator";
  case solve::HandleKind::Reference:
    return "reference";
  case solve::HandleKind::Pointer:
    return "pointer";
  case solve::HandleKind::View:
    return "view";
  }
  return "handle";
}

std::string rules::handle(const Violation &V) {
  std::string Noun = handleNoun(V).str();
  if (!V.HandleName.empty())
    return Noun + " " + quoted(withoutThis(V.HandleName));
  if (V.ContainerName.empty())
    return Noun;
  return Noun + " into " + container(V);
}

std::string rules::loopAt(const Violation &V, const ir::Location &Seen, const ir::Module &M) {
  std::string Text = V.InCallback ? "the algorithm" : V.IsRangeFor ? "the range-for" : "the loop";
  if (!V.LoopLoc.isValid())
    return Text;
  Text += " at line " + std::to_string(V.LoopLoc.Line);
  if (V.LoopLoc.File != Seen.File && V.LoopLoc.File < M.Files.size())
    Text += " of " + baseName(M.Files[V.LoopLoc.File]).str();
  return Text;
}

llvm::StringRef rules::isUsed(UseKind Use) {
  switch (Use) {
  case UseKind::Advance:
    return "is advanced";
  case UseKind::Compare:
    return "is compared";
  case UseKind::Dereference:
    return "is dereferenced";
  case UseKind::Pass:
    return "is passed on";
  case UseKind::Operand:
    return "is used as a position";
  }
  return "is used";
}

ir::Location rules::declared(const solve::AccessPath &P, ir::Symbol FunctionUsr, const Context &C) {
  auto In = llvm::find_if(C.Module.Functions,
                          [&](const ir::Function &F) { return F.Usr == FunctionUsr; });
  return In == C.Module.Functions.end() ? ir::Location()
                                        : C.Declared.of(P.R, P.Base, P.Members, *In);
}

Finding rules::finding(llvm::StringRef Rule, const Violation &V, ir::Location Loc,
                       std::string Message) {
  Finding F;
  F.Rule = Rule;
  F.Level = V.Level;
  F.Loc = Loc;
  F.Message = std::move(Message);
  F.Container = V.ContainerName;
  F.ContainerType = V.ContainerType;
  F.Declared = V.ContainerLoc;
  F.Operation = V.Operation;
  F.Handle = V.HandleName;
  F.FunctionUsr = V.FunctionUsr;
  F.FunctionName = V.FunctionName;
  F.IsByCaller = !V.Caller.empty();
  F.Facts.Cause = V.Cause;
  F.Facts.Handle = V.Handle;
  F.Facts.What = V.Change;
  F.Facts.MayReallocate = V.MayReallocate;
  F.Facts.InLoop = V.InLoop || V.Cause == solve::CauseKind::Skip;
  F.Facts.InCallee = !V.Chain.empty();
  F.Facts.Change = changeIn(V);
  F.Facts.Made = V.HandleLoc;
  F.Facts.Use = V.UseLoc;
  return F;
}

void rules::addNote(Finding &F, const ir::Location &Loc, std::string Message, NoteRole Role) {
  if (Loc.isValid() && !Message.empty())
    F.Notes.push_back({Loc, std::move(Message), Role});
}

void rules::addCallNotes(Finding &F, const Violation &V, NoteRole Role) {
  for (size_t I = 1; I < V.Chain.size(); ++I)
    addNote(F, V.Chain[I].Call,
            quoted(V.Chain[I - 1].Function) + " calls " + quoted(V.Chain[I].Function) + " here",
            Role);
}

void rules::addChainNotes(Finding &F, const Violation &V, NoteRole Role) {
  if (!V.Caller.empty())
    addNote(F, V.CallLoc, "this happens when it is called by " + quoted(V.Caller) + " here");
  if (V.Chain.empty())
    return;
  addCallNotes(F, V, Role);
  std::string Last = quoted(V.Chain.back().Function) + " " + changes(V) + " here";
  if (V.OtherChains)
    Last += "; calls lead to " + std::to_string(V.OtherChains) + " other " +
            (V.OtherChains == 1 ? "change" : "changes") + " of it, too";
  addNote(F, V.CauseLoc, Last, Role);
}
