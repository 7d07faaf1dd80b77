//===- Inline.cpp - callees become part of the function that calls --------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Inliner.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

/// The nearest changes first, as long as there is room.
Inlined Inliner::run() {
  for (std::optional<unsigned> Rank = 0; Rank; Rank = expandUpTo(*Rank))
    ;
  dropReleases();
  insertCaptures();
  replaceEnclosed(F, Enclosings, Held);
  if (Known)
    presumeReferents(F, Root, {Frames, FrameOf, Held, *Known});
  return {std::move(F), std::move(Frames), std::move(FrameOf),
          std::vector(Asked.begin(), Asked.end())};
}

/// What a callee deallocates matters when the function has the pointer in a variable of its own. A
/// callee that deletes a node it was led to, `list.drop(n->next)`, mends the links to it.
void Inliner::dropReleases() {
  for (ir::BlockId B = 0; B != F.Blocks.size(); ++B)
    for (ir::Effect &E : F.Blocks[B].Effects) {
      auto *Release = std::get_if<ir::Release>(&E.What);
      if (!Release || FrameOf[B] == 0 || !Release->Pointer.hasPath())
        continue;
      AccessPath Pointer = Held.resolve(Release->Pointer.P);
      if (Pointer.R != ir::Path::Root::Variable || Pointer.Base >= Root.Vars.size() ||
          !Pointer.Members.empty())
        E.What = ir::Use{Release->Pointer.P, ir::Use::Kind::Read};
    }
}

bool Inliner::expand(ir::BlockId B, size_t Index) {
  // Copies, because expanding moves the effects.
  ir::EffectKind What = F.Blocks[B].Effects[Index].What;
  if (std::optional<ir::Call> Call = callOf(What))
    return Call->K == ir::Call::Kind::Indirect ? expandIndirect(B, Index, *Call)
                                               : expandCall(B, Index, *Call);
  if (const auto *Op = std::get_if<ir::ModelOp>(&What))
    return expandOperation(B, Index, *Op);
  return false;
}

/// The kinds of containers that Body walks when the call says which: a member or global that
/// somebody whom Body calls may reach, too. Only here both are known to be the same.
std::optional<Touched::Kinds> Inliner::walkedAsGiven(const ir::Function &Body,
                                                     const ir::Call &Call) const {
  bool GivesPlace = llvm::any_of(Call.Arguments, [](const ir::Operand &O) {
    return O.K == ir::Operand::Kind::Address && (O.P.R == ir::Path::Root::Global || O.P.member());
  });
  std::optional<Touched::Kinds> Theirs = GivesPlace ? Known->Looked.into(Body) : std::nullopt;
  bool IsChanged =
      Theirs && !Theirs->empty() && Known->Calls.anyCallee(Body, [&](const ir::Function &Callee) {
        return Known->Changed.mayChange(Callee, *Theirs);
      });
  return IsChanged ? Theirs : std::nullopt;
}

/// What it changes or uses may be what the function looks into, or it may return a way into
/// something. What the function itself has changed before it looks, says what it finds.
bool Inliner::isWorthwhile(const ir::Function &Body, const ir::Call &Call, uint32_t Caller) {
  if (Answers && (&Body == Answers->Callee || Known->Changed.mayAlter(Body, Answers->About)))
    return true;
  if (Interest.isForAnything() || Known->Changed.mayChange(Body, Interest.kinds()) ||
      (Caller == 0 && Known->Changed.changesItself(Body, Interest.later())))
    return true;
  if (std::optional<Touched::Kinds> Theirs = walkedAsGiven(Body, Call)) {
    Interest.add(*Theirs);
    return true;
  }
  if (!Call.Result)
    return false;
  llvm::StringRef Type = M.text(F.Vars[*Call.Result].Type);
  return F.Vars[*Call.Result].IsReference || Type == "iterator" || Type == "pointer" ||
         Known->Changed.gives(Body);
}

std::optional<Callee> Inliner::calleeOf(const ir::Path &Callable, ir::BlockId CalledIn) {
  if (!Callable.isVariable())
    return std::nullopt;
  const ir::Closure *C = Held.closureIn(Callable.Base);
  if (!C)
    return std::nullopt;
  return calleeOf(ir::Closure(*C), CalledIn);
}

const ir::Function *Inliner::bodyOf(const ir::Closure &C) const {
  if (Known)
    return Known->Calls.find(C.Body);
  auto Body = llvm::find_if(M.Functions, [&](const ir::Function &B) { return B.Usr == C.Body; });
  return Body == M.Functions.end() ? nullptr : &*Body;
}

std::optional<Callee> Inliner::calleeOf(const ir::Closure &C, ir::BlockId CalledIn) {
  const ir::Function *Body = bodyOf(C);
  if (!Body || Body->NumCaptures != C.Captures.size() || !mayEnter(*Body, CalledIn))
    return std::nullopt;
  if (!Body->IsLambda) { // A function's address. Whose method it will be, nobody knows.
    if (Body->Class)
      return std::nullopt;
    return Callee{Body, {}, std::nullopt, std::nullopt, std::nullopt};
  }
  auto Made = FrameOfClosure.find(C.Result);
  uint32_t MadeIn = Made == FrameOfClosure.end() ? 0 : Made->second;
  return Callee{Body, capturesOf(C, *Body), Frames[MadeIn].Self, MadeIn, std::nullopt};
}

/// A closure's captures are variables of their own, made when the closure is: a copy keeps the
/// value of that time, and one call sees what another did to it.
const std::vector<ir::VarId> &Inliner::capturesOf(const ir::Closure &C, const ir::Function &Body) {
  auto [It, New] = CapturedBy.try_emplace(C.Result);
  Captured &Made = It->second;
  for (size_t I = 0; New && I != C.Captures.size(); ++I) {
    ir::VarId V = addVariable(F, Body.Vars[Body.NumParams + I]);
    Made.Variables.push_back(V);
    if (std::optional<ir::EffectKind> Effect = initialize(F, V, C.Captures[I])) {
      Held.add({*Effect, {}});
      Made.Effects.push_back(std::move(*Effect));
    }
  }
  return Made.Variables;
}

void Inliner::insertCaptures() {
  for (ir::Block &B : F.Blocks) {
    std::vector<ir::Effect> Effects;
    for (ir::Effect &E : B.Effects) {
      ir::Location Loc = E.Loc;
      const auto *C = std::get_if<ir::Closure>(&E.What);
      auto Made = C ? CapturedBy.find(C->Result) : CapturedBy.end();
      Effects.push_back(std::move(E));
      if (Made != CapturedBy.end())
        for (ir::EffectKind &What : Made->second.Effects)
          Effects.push_back({What, Loc});
    }
    B.Effects = std::move(Effects);
  }
}

void Inliner::append(ir::BlockId B, ir::EffectKind What, const ir::Location &Loc) {
  F.Blocks[B].Effects.push_back({std::move(What), Loc});
  Held.add(F.Blocks[B].Effects.back());
}

ir::BlockId Inliner::addBlock(ir::BlockId Like) {
  F.Blocks.emplace_back();
  FrameOf.push_back(FrameOf[Like]);
  return static_cast<ir::BlockId>(F.Blocks.size() - 1);
}

Spliced Inliner::spliceBody(const Callee &C, ir::BlockId CalledIn, std::optional<ir::VarId> Result,
                            ir::BlockId Continuation, const ir::Location &Loc) {
  Spliced Place = splice(F, *C.Body, {C.Captures, C.Self, Result, Continuation});
  Originals.resize(F.Vars.size());
  for (ir::VarId V = 0; V != Place.Variables.size(); ++V)
    Originals[Place.Variables[V]] = {C.Body, V};
  uint32_t Caller = FrameOf[CalledIn], New = static_cast<uint32_t>(Frames.size());
  FrameOf.resize(F.Blocks.size(), New);
  Interest.enter(New);
  Frames.push_back(
      {Caller, C.Body, Loc, Frames[Caller].Depth + 1, C.Self, C.MadeIn, C.IsGuess, C.IsEnd});
  for (ir::BlockId B = Place.Entry; B != Place.End; ++B)
    for (const ir::Effect &E : F.Blocks[B].Effects) {
      Held.add(E);
      if (const auto *Made = std::get_if<ir::Closure>(&E.What)) {
        FrameOfClosure[Made->Result] = New;
        Closures[Made->Body].push_back(*Made);
      }
    }
  return Place;
}

/// From the end of block From: the arguments become parameters, the body runs, then After.
void Inliner::enter(ir::BlockId From, const Callee &C, const ir::Call &Call, ir::BlockId After,
                    const ir::Location &Loc) {
  Spliced Body = spliceBody(C, From, Call.Result, After, Loc);
  for (auto [Parameter, Argument] : llvm::zip(Body.Parameters, Call.Arguments))
    if (auto Effect = initialize(F, Parameter, Argument))
      append(From, std::move(*Effect), Loc);
  jump(F, From, Body.Entry);
}

/// The effects of block B from Index on go to a new block of the same frame.
ir::BlockId Inliner::split(ir::BlockId B, size_t Index) {
  ir::BlockId New = splitBlock(F, B, Index);
  FrameOf.push_back(FrameOf[B]);
  Interest.split(B, Index, New);
  return New;
}

/// Ends block B before the call that its effect is or begins with; returns the block that goes on
/// behind the call. An object is destroyed after its destructor was called.
ir::BlockId Inliner::splitCall(ir::BlockId B, size_t Index) {
  ir::EffectKind &What = F.Blocks[B].Effects[Index].What;
  bool IsAll = std::holds_alternative<ir::Call>(What);
  if (auto *Destroy = std::get_if<ir::Destroy>(&What))
    Destroy->Destructor = 0;
  else if (auto *Release = std::get_if<ir::Release>(&What))
    Release->Destructor = 0;
  else if (auto *Op = std::get_if<ir::ModelOp>(&What))
    Op->Destructor = 0;
  ir::BlockId After = split(B, IsAll ? Index + 1 : Index);
  if (IsAll)
    F.Blocks[B].Effects.pop_back();
  return After;
}

bool Inliner::expandIndirect(ir::BlockId B, size_t Index, const ir::Call &Call) {
  if (!Call.Target || isDisconnected(*Call.Target, B, F.Blocks[B].Effects[Index].Loc))
    return false;
  if (Call.Receiver) {
    std::vector<Callee> Callees;
    bool Others = true;
    if (Known)
      for (const ir::Call &Method : methodCalls(Call, FrameOf[B]))
        llvm::append_range(Callees, calleesOf(Method, B, F.Blocks[B].Effects[Index].Loc, Others));
    if (!Callees.empty())
      enterAny(B, Index, Call, Callees, Others);
    return !Callees.empty();
  }
  if (std::optional<Callee> C = calleeOf(*Call.Target, B)) {
    enterAny(B, Index, Call, *C, false);
    return true;
  }
  std::vector<Callee> Callees = registeredAt(*Call.Target, B);
  if (Callees.empty())
    return false;
  enterAny(B, Index, Call, Callees, true);
  return true;
}

/// Drops what does not run on an object of Class, or of one derived from it: an override there
/// hides those of the bases.
static void dropHidden(llvm::SmallVectorImpl<const ir::Function *> &Bodies, ir::Symbol Class,
                       const Hierarchy &Classes) {
  const llvm::SmallVector<const ir::Function *, 4> All(Bodies.begin(), Bodies.end());
  llvm::erase_if(Bodies, [&](const ir::Function *Body) {
    if (!Body->Class || Classes.isDerived(Body->Class, Class))
      return false;
    return !Classes.isDerived(Class, Body->Class) ||
           llvm::any_of(All, [&](const ir::Function *Nearer) {
             return Nearer->Class && Nearer->Class != Body->Class &&
                    Classes.isDerived(Class, Nearer->Class) &&
                    Classes.isDerived(Nearer->Class, Body->Class);
           });
  });
}

/// Drops the overriders that the receiver cannot have: it is of the classes whose methods run on it
/// already, and of those that lead to it were declared with.
void Inliner::dropHidden(llvm::SmallVectorImpl<const ir::Function *> &Bodies,
                         const ir::Path &Receiver, ir::BlockId CalledIn) const {
  const Hierarchy &Classes = Known->Classes;
  AccessPath Object = Held.resolve(Receiver);
  for (uint32_t N = FrameOf[CalledIn];; N = Frames[N].Caller) {
    ir::Symbol Class = classOf(Frames[N], Root);
    if (Class && Held.resolve(selfOf(Frames[N])) == Object)
      solve::dropHidden(Bodies, Class, Classes);
    if (N == 0)
      break;
  }
  for (ir::Symbol Class : Held.classesOf(Receiver))
    if (Classes.nameOf(Class))
      solve::dropHidden(Bodies, Class, Classes);
}

bool Inliner::expandCall(ir::BlockId B, size_t Index, const ir::Call &Call) {
  if (!Known || Call.NoReturn)
    return false;
  bool Others = false;
  std::vector<Callee> Callees = calleesOf(Call, B, F.Blocks[B].Effects[Index].Loc, Others);
  if (Callees.empty())
    return false;
  enterAny(B, Index, Call, Callees, Others);
  return true;
}

/// What a direct or virtual call enters. Others: or somebody else.
std::vector<Callee> Inliner::calleesOf(const ir::Call &Call, ir::BlockId B, const ir::Location &Loc,
                                       bool &Others) {
  CallGraph::Targets T = Known->Calls.targets(Call, [&](const ir::Function &Body) {
    return !Interest.isForAnything() && Known->Changed.dealsInHandles(Body, Interest.kinds());
  });
  if (Call.K == ir::Call::Kind::Virtual && Call.Receiver)
    dropHidden(T.Entered, *Call.Receiver, B);
  size_t All = T.Entered.size();
  dropFar(T.Entered, FrameOf[B]);
  llvm::erase_if(T.Entered, [&](const ir::Function *Body) {
    return !isWorthwhile(*Body, Call, FrameOf[B]) || !mayEnter(*Body, B);
  });
  std::vector<Callee> Result;
  for (const ir::Function *Body : T.Entered) {
    Result.push_back({Body, {}, std::nullopt, std::nullopt, Call.Receiver});
    if (Call.Receiver)
      Result.back().Self = addObject(F, Loc);
  }
  Others |= T.Others || Result.size() != All;
  return Result;
}

/// `(object->*method)(x)`: the calls of the methods that the pointer is known to hold.
std::vector<ir::Call> Inliner::methodCalls(const ir::Call &Call, uint32_t CalledIn) {
  llvm::SmallVector<const ir::Function *, 4> Bodies;
  auto Add = [&](ir::Symbol Usr) {
    const ir::Function *Body = Known->Calls.find(Usr);
    if (Body && Body->Class && !Body->IsLambda)
      Bodies.push_back(Body);
  };
  if (const ir::Closure *C =
          Call.Target->isVariable() ? Held.closureIn(Call.Target->Base) : nullptr)
    Add(C->Body);
  else
    for (const Registration &R : registrationsAt(*Call.Target))
      Add(R.Body);
  dropFar(Bodies, CalledIn);
  std::vector<ir::Call> Result;
  for (const ir::Function *Body : Bodies) {
    Result.push_back(Call);
    Result.back().K = Body->IsVirtual ? ir::Call::Kind::Virtual : ir::Call::Kind::Direct;
    Result.back().Callee = Body->Usr;
    Result.back().Target.reset();
  }
  return Result;
}

/// The call becomes any of these bodies or, if there are Others, a call of somebody unknown.
void Inliner::enterAny(ir::BlockId B, size_t Index, const ir::Call &Call,
                       llvm::ArrayRef<Callee> Callees, bool Others) {
  ir::Location Loc = F.Blocks[B].Effects[Index].Loc;
  bool IsEnd = !std::holds_alternative<ir::Call>(F.Blocks[B].Effects[Index].What);
  const std::optional<ir::Operand> Owner = ownerReleasedBy(F.Blocks[B].Effects[Index].What);
  ir::BlockId After = splitCall(B, Index);
  if (Owner)
    B = branchOn(B, *Owner, After, Loc);
  if (Call.Result)
    Held.replaceCall(*Call.Result);
  if (Call.Target && Others)
    append(B, ir::Use{*Call.Target, ir::Use::Kind::Read}, Loc);
  bool IsCertain = Callees.size() == 1 && !Others;
  std::vector<ir::BlockId> Ways;
  for (Callee C : Callees) {
    C.IsGuess = !IsCertain;
    C.IsEnd = IsEnd;
    ir::BlockId Way = IsCertain ? B : addBlock(B);
    if (C.Receiver)
      append(Way, ir::Bind{*C.Self, *C.Receiver}, Loc);
    enter(Way, C, Call, After, Loc);
    Ways.push_back(Way);
  }
  if (IsCertain)
    return;
  if (Others) {
    ir::Call Unknown = Call; // Not to be entered again; of its callee, what all have in common.
    Unknown.K = ir::Call::Kind::Indirect;
    Unknown.Target.reset();
    Ways.push_back(addBlock(B));
    append(Ways.back(), std::move(Unknown), Loc);
    jump(F, Ways.back(), After);
  }
  F.Blocks[B].Term = {ir::Terminator::Kind::Any, {}, {}, Ways, Loc};
}

Inlined inlineCalls(const ir::Module &M, const ir::Function &F, Rows &Table, const Facts *Known,
                    const InlineLimits &Limits, const Question *Answers) {
  return Inliner(M, F, Table, Known, Limits, Answers).run();
}

bool makesClosure(const ir::Function &F) {
  return llvm::any_of(F.Blocks, [](const ir::Block &B) {
    return llvm::any_of(
        B.Effects, [](const ir::Effect &E) { return std::holds_alternative<ir::Closure>(E.What); });
  });
}

bool mayInline(const ir::Function &F, const Facts &Known) {
  std::optional<Touched::Kinds> Interest = Known.Looked.into(F);
  auto Uses = [&](const ir::Function &Body) {
    return Interest && Known.Changed.dealsInHandles(Body, *Interest);
  };
  return makesClosure(F) || Known.Calls.callsIndirectly(F) || Known.Calls.callsWhatMatters(F, Uses);
}

} // namespace holdfast::solve
