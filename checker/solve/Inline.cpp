//===- Inline.cpp - callees become part of the function that calls --------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Inline.h"
#include "solve/Presume.h"
#include "solve/Splice.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

namespace holdfast::solve {

namespace {

/// What a call finds: the body, the variables that are a lambda's captures, and what is `this`.
struct Callee {
  const ir::Function *Body;
  std::vector<ir::VarId> Captures;
  std::optional<ir::VarId> Self;
  std::optional<uint32_t> MadeIn;   ///< Of a lambda: in which frame.
  std::optional<ir::Path> Receiver; ///< What Self is to be bound to.
};

/// A lambda that a library operation is given.
struct Callback {
  size_t Argument; ///< Its index.
  Callee Lambda;
};

class Inliner {
public:
  Inliner(const ir::Module &M, const ir::Function &F, const models::Library &Lib,
          const Facts *Known, const InlineLimits &Limits)
      : M(M), Lib(Lib), Known(Known), Limits(Limits), Table(M, Lib), Root(F), F(F),
        Held(M, this->F, Table) {
    Frames.emplace_back();
    FrameOf.assign(F.Blocks.size(), 0);
    for (ir::VarId V = 0; V != F.Vars.size(); ++V)
      Originals.push_back({&Root, V});
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        if (const auto *Made = std::get_if<ir::Closure>(&E.What))
          Closures[Made->Body].push_back(*Made);
  }

  Inlined run();

private:
  bool expand(ir::BlockId B, size_t Index);
  bool expandIndirect(ir::BlockId B, size_t Index, const ir::Call &Call);
  bool expandCall(ir::BlockId B, size_t Index, const ir::Call &Call);
  void enterAny(ir::BlockId B, size_t Index, const ir::Call &Call, llvm::ArrayRef<Callee> Callees,
                bool Others);
  std::vector<Callee> registeredAt(const ir::Path &Callable, ir::BlockId CalledIn);
  std::optional<ir::Path> receiverOf(const Registration &R, const AccessPath &KeptAt,
                                     ir::BlockId CalledIn) const;
  bool isKeptIn(const Registration &R, const AccessPath &KeptAt, const ir::Path &Self) const;
  std::optional<ir::Closure> keptAmong(llvm::ArrayRef<ir::Closure> Made, const Registration &R,
                                       const AccessPath &KeptAt) const;
  std::vector<ir::VarId> unknownCaptures(const ir::Function &Body);
  void enter(ir::BlockId From, const Callee &C, const ir::Call &Call, ir::BlockId After,
             const ir::Location &Loc);
  bool expandOperation(ir::BlockId B, size_t Index, const ir::ModelOp &Op);
  ir::BlockId splitCall(ir::BlockId B, size_t Index);
  std::optional<Callee> calleeOf(const ir::Path &Callable, ir::BlockId CalledIn);
  std::optional<Callee> calleeOf(const ir::Closure &C, ir::BlockId CalledIn);
  const std::vector<ir::VarId> &capturesOf(const ir::Closure &C, const ir::Function &Body);
  bool mayEnter(const ir::Function &Body, ir::BlockId CalledIn) const;

  ir::VarId addCursor(ir::BlockId B, const ir::ModelOp &Op, const models::Operation &Row,
                      const ir::Location &Loc);
  ir::EffectKind cursorStart(ir::VarId Cursor, const ir::ModelOp &Op,
                             const models::Operation &Row) const;
  std::vector<Callback> callbacksOf(const ir::ModelOp &Op, const models::Operation &Row,
                                    ir::BlockId CalledIn);
  void addLoop(ir::BlockId From, ir::BlockId After, ir::VarId Cursor,
               llvm::ArrayRef<Callback> Callbacks, const ir::Location &Loc);
  ir::BlockId addBlock(ir::BlockId Like);
  Spliced spliceBody(const Callee &C, ir::BlockId CalledIn, std::optional<ir::VarId> Result,
                     ir::BlockId Continuation, const ir::Location &Loc);
  void append(ir::BlockId B, ir::EffectKind What, const ir::Location &Loc);
  void insertCaptures();

  const ir::Module &M;
  const models::Library &Lib;
  const Facts *Known;
  const InlineLimits Limits;
  Rows Table;
  const ir::Function &Root;
  ir::Function F;
  Origins Held;
  /// By VarId of F: what it is in the function it comes from; null: ours.
  std::vector<std::pair<const ir::Function *, ir::VarId>> Originals;
  std::map<ir::Symbol, std::vector<ir::Closure>> Closures; ///< That F makes, by body.
  std::vector<Frame> Frames;
  std::vector<uint32_t> FrameOf;                 ///< By BlockId.
  std::map<ir::VarId, uint32_t> FrameOfClosure; ///< By the variable it is made in; not frame 0.
  /// What initializes the captures of a closure, by the variable it is made in; goes right
  /// behind the Closure effect.
  struct Captured {
    std::vector<ir::VarId> Variables;
    std::vector<ir::EffectKind> Effects;
  };
  std::map<ir::VarId, Captured> CapturedBy;
};

} // namespace

/// Blocks are split and added while this goes on: what follows an expanded effect is a block
/// further on, and so are the calls in a body that was spliced in.
Inlined Inliner::run() {
  for (ir::BlockId B = 0; B != F.Blocks.size(); ++B)
    for (size_t Index = 0; Index != F.Blocks[B].Effects.size(); ++Index)
      if (expand(B, Index))
        break;
  insertCaptures();
  if (Known)
    presumeReferents(F, Root, {Frames, FrameOf, Held, *Known});
  return {std::move(F), std::move(Frames), std::move(FrameOf)};
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

/// True: Body is not being called already, nor too deep, nor too large.
bool Inliner::mayEnter(const ir::Function &Body, ir::BlockId CalledIn) const {
  unsigned Entered = Body.Usr == F.Usr, Lambdas = 0;
  uint32_t Caller = FrameOf[CalledIn];
  unsigned Depth = Frames[Caller].Depth;
  for (; Caller != 0; Caller = Frames[Caller].Caller) {
    Entered += Frames[Caller].Body == &Body;
    Lambdas += Frames[Caller].Body->IsLambda;
  }
  bool TooDeep = Body.IsLambda ? Lambdas >= Limits.Lambdas : Depth >= Limits.Calls;
  return !TooDeep && Entered <= (Body.IsLambda ? 0U : 1U) &&
         F.Blocks.size() + Body.Blocks.size() + 4 <=
             (Body.IsLambda ? Limits.Blocks : Limits.BlocksForCalls);
}

std::optional<Callee> Inliner::calleeOf(const ir::Path &Callable, ir::BlockId CalledIn) {
  if (!Callable.isVariable())
    return std::nullopt;
  const ir::Closure *C = Held.closureIn(Callable.Base);
  if (!C)
    return std::nullopt;
  return calleeOf(ir::Closure(*C), CalledIn);
}

std::optional<Callee> Inliner::calleeOf(const ir::Closure &C, ir::BlockId CalledIn) {
  auto Body = llvm::find_if(M.Functions, [&](const ir::Function &B) { return B.Usr == C.Body; });
  if (Body == M.Functions.end() || Body->NumCaptures != C.Captures.size() ||
      !mayEnter(*Body, CalledIn))
    return std::nullopt;
  if (!Body->IsLambda) { // A function's address. Whose method it will be, nobody knows.
    if (Body->Class)
      return std::nullopt;
    return Callee{&*Body, {}, std::nullopt, std::nullopt, std::nullopt};
  }
  auto Made = FrameOfClosure.find(C.Result);
  uint32_t MadeIn = Made == FrameOfClosure.end() ? 0 : Made->second;
  return Callee{&*Body, capturesOf(C, *Body), Frames[MadeIn].Self, MadeIn, std::nullopt};
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
  Frames.push_back({Caller, C.Body, Loc, Frames[Caller].Depth + 1, C.Self, C.MadeIn});
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
  ir::BlockId After = splitBlock(F, B, IsAll ? Index + 1 : Index);
  FrameOf.push_back(FrameOf[B]);
  if (IsAll)
    F.Blocks[B].Effects.pop_back();
  return After;
}

bool Inliner::expandIndirect(ir::BlockId B, size_t Index, const ir::Call &Call) {
  if (!Call.Target)
    return false;
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

/// A reference of ours to an object that nothing is known of yet.
static ir::VarId addObject(ir::Function &F, const ir::Location &Loc) {
  ir::Variable Object;
  Object.S = ir::Variable::Storage::Temporary;
  Object.IsReference = true;
  Object.Loc = Loc;
  return addVariable(F, std::move(Object));
}

/// The callables that the program keeps where Callable is.
std::vector<Callee> Inliner::registeredAt(const ir::Path &Callable, ir::BlockId CalledIn) {
  std::vector<Callee> Result;
  AccessPath KeptAt = Held.resolve(Callable);
  const ir::Function *Names = &Root;
  AccessPath Place = KeptAt;
  if (Place.R == ir::Path::Root::Variable) {
    if (Place.Base >= Originals.size() || !Originals[Place.Base].first)
      return Result;
    std::tie(Names, Place.Base) = Originals[Place.Base];
  }
  if (!Known)
    return Result;
  for (const Registration &R : Known->Kept.callablesAt(Place, *Names)) {
    const ir::Function *Body = Known->Calls.find(R.Body);
    if (Result.size() == Limits.Callables || !Body || Body->IsCoroutine ||
        !Known->Calls.matters(*Body))
      continue;
    if (auto Made = Closures.find(R.Body); Made != Closures.end()) {
      if (std::optional<ir::Closure> Kept = keptAmong(Made->second, R, KeptAt))
        if (std::optional<Callee> C = calleeOf(*Kept, CalledIn))
          Result.push_back(std::move(*C));
    } else if (mayEnter(*Body, CalledIn)) {
      Result.push_back({Body, unknownCaptures(*Body), addObject(F, F.Blocks[CalledIn].Term.Loc),
                        std::nullopt, receiverOf(R, KeptAt, CalledIn)});
    }
  }
  return Result;
}

std::vector<ir::VarId> Inliner::unknownCaptures(const ir::Function &Body) {
  std::vector<ir::VarId> Result;
  for (uint32_t I = 0; I != Body.NumCaptures; ++I)
    Result.push_back(addVariable(F, Body.Vars[Body.NumParams + I]));
  return Result;
}

bool Inliner::isKeptIn(const Registration &R, const AccessPath &KeptAt, const ir::Path &Self) const {
  if (!R.Depth)
    return true;
  AccessPath Object = Held.resolve(Self);
  size_t Depth = Object.Members.size();
  return KeptAt.R == Object.R && KeptAt.Base == Object.Base &&
         KeptAt.Members.size() == Depth + *R.Depth &&
         llvm::equal(Object.Members, llvm::ArrayRef(KeptAt.Members).take_front(Depth));
}

/// The one closure among those of one body that is kept there.
std::optional<ir::Closure> Inliner::keptAmong(llvm::ArrayRef<ir::Closure> Made, const Registration &R,
                                              const AccessPath &KeptAt) const {
  std::optional<ir::Closure> Result;
  for (const ir::Closure &C : Made) {
    auto Frame = FrameOfClosure.find(C.Result);
    if (!isKeptIn(R, KeptAt, selfOf(Frames[Frame == FrameOfClosure.end() ? 0 : Frame->second])))
      continue;
    if (Result)
      return std::nullopt;
    Result = C;
  }
  return Result;
}

/// `this` of a callable that was registered elsewhere: the object that calls it, when objects of its
/// class register such callables with themselves.
std::optional<ir::Path> Inliner::receiverOf(const Registration &R, const AccessPath &KeptAt,
                                            ir::BlockId CalledIn) const {
  std::optional<uint32_t> Same = nearestFrame(
      FrameOf[CalledIn], Frames, [&](const Frame &Candidate) {
        ir::Symbol Class = Candidate.Body ? Candidate.Body->Class : Root.Class;
        return R.Class && Class && Known->Classes.mayBe(Class, R.Class) &&
               isKeptIn(R, KeptAt, selfOf(Candidate));
      });
  if (!Same)
    return std::nullopt;
  return selfOf(Frames[*Same]);
}

bool Inliner::expandCall(ir::BlockId B, size_t Index, const ir::Call &Call) {
  if (!Known || Call.NoReturn)
    return false;
  CallGraph::Targets T = Known->Calls.targets(Call);
  size_t All = T.Entered.size();
  llvm::erase_if(T.Entered, [&](const ir::Function *Body) { return !mayEnter(*Body, B); });
  if (T.Entered.empty())
    return false;
  std::vector<Callee> Callees;
  for (const ir::Function *Body : T.Entered) {
    Callees.push_back({Body, {}, std::nullopt, std::nullopt, Call.Receiver});
    if (Call.Receiver)
      Callees.back().Self = addObject(F, F.Blocks[B].Effects[Index].Loc);
  }
  enterAny(B, Index, Call, Callees, T.Others || Callees.size() != All);
  return true;
}

/// The call becomes any of these bodies or, if there are Others, a call of somebody unknown.
void Inliner::enterAny(ir::BlockId B, size_t Index, const ir::Call &Call,
                       llvm::ArrayRef<Callee> Callees, bool Others) {
  ir::Location Loc = F.Blocks[B].Effects[Index].Loc;
  ir::BlockId After = splitCall(B, Index);
  if (Call.Target && Others)
    append(B, ir::Use{*Call.Target, ir::Use::Kind::Read}, Loc);
  bool IsCertain = Callees.size() == 1 && !Others;
  std::vector<ir::BlockId> Ways;
  for (const Callee &C : Callees) {
    ir::BlockId Way = IsCertain ? B : addBlock(B);
    if (C.Receiver)
      append(Way, ir::Bind{*C.Self, *C.Receiver}, Loc);
    enter(Way, C, Call, After, Loc);
    Ways.push_back(Way);
  }
  if (IsCertain)
    return;
  if (Others) {
    ir::Call Unknown = Call; // Not to be entered again.
    Unknown.K = ir::Call::Kind::Indirect;
    Unknown.Callee = 0;
    Unknown.Target.reset();
    Ways.push_back(addBlock(B));
    append(Ways.back(), std::move(Unknown), Loc);
    jump(F, Ways.back(), After);
  }
  F.Blocks[B].Term = {ir::Terminator::Kind::Any, {}, {}, Ways, Loc};
}

/// The first argument of Op that has the role, if it has one.
static const ir::Operand *argumentWithRole(const ir::ModelOp &Op, const models::Operation &Row,
                                           char Role) {
  size_t Index = Row.Roles.find(Role);
  return Index < Op.Arguments.size() ? &Op.Arguments[Index] : nullptr;
}

/// The table's word for the first position of any container, `std::begin(c)`.
static const models::Operation *beginOfContainer(const models::Library &Lib) {
  auto Row = llvm::find_if(Lib.functions(), [](const models::Operation &Candidate) {
    return Candidate.Returns == models::Result::Begin && Candidate.Roles == "c";
  });
  return Row == Lib.functions().end() ? nullptr : &*Row;
}

/// Where the walk of Op starts: at the begin of its range, or of the container it works on.
ir::EffectKind Inliner::cursorStart(ir::VarId Cursor, const ir::ModelOp &Op,
                                    const models::Operation &Row) const {
  ir::Path Destination = ir::Path::variable(Cursor);
  if (const ir::Operand *Begin = argumentWithRole(Op, Row, 'b'))
    return ir::Assign{Destination, *Begin};
  const ir::Operand *Given = argumentWithRole(Op, Row, 'c');
  std::optional<ir::Path> Container = Op.Receiver;
  if (!Container && Given && Given->hasPath())
    Container = Given->P;
  const models::Operation *Begin = beginOfContainer(Lib);
  ir::Symbol Name = Begin ? M.lookup(Begin->Name) : 0;
  ir::Symbol Shape = Begin ? M.lookup(Begin->Pattern) : 0;
  if (!Container || !Name || !Shape)
    return ir::Assign{Destination, ir::Operand::unknown()};
  return ir::ModelOp{Cursor, Name, Shape, std::nullopt, {ir::Operand::address(*Container)}};
}

ir::VarId Inliner::addCursor(ir::BlockId B, const ir::ModelOp &Op, const models::Operation &Row,
                             const ir::Location &Loc) {
  ir::Variable Cursor;
  Cursor.S = ir::Variable::Storage::Temporary;
  Cursor.Type = M.lookup("iterator");
  Cursor.Walk = ir::Variable::Hidden::Algorithm;
  Cursor.Loop = Cursor.Loc = Loc;
  ir::VarId V = addVariable(F, std::move(Cursor));
  append(B, cursorStart(V, Op, Row), Loc);
  return V;
}

std::vector<Callback> Inliner::callbacksOf(const ir::ModelOp &Op, const models::Operation &Row,
                                           ir::BlockId CalledIn) {
  std::vector<Callback> Result;
  for (size_t I = 0; I < Op.Arguments.size() && I < Row.Roles.size(); ++I)
    if (Row.Roles[I] == 'f' && Op.Arguments[I].hasPath())
      if (std::optional<Callee> C = calleeOf(Op.Arguments[I].P, CalledIn))
        Result.push_back({I, std::move(*C)});
  return Result;
}

bool Inliner::expandOperation(ir::BlockId B, size_t Index, const ir::ModelOp &Op) {
  const models::Operation *Row = Lib.resolve(M.text(Op.Name), M.text(Op.Shape)).Row;
  if (!Row)
    return false;
  std::vector<Callback> Callbacks = callbacksOf(Op, *Row, B);
  if (Callbacks.empty())
    return false;
  ir::Location Loc = F.Blocks[B].Effects[Index].Loc;
  ir::BlockId After = splitBlock(F, B, Index);
  FrameOf.push_back(FrameOf[B]);
  ir::Effect &Kept = F.Blocks[After].Effects.front();
  for (const Callback &C : Callbacks)
    std::get<ir::ModelOp>(Kept.What).Arguments[C.Argument] = ir::Operand::unknown();
  addLoop(B, After, addCursor(B, Op, *Row, Loc), Callbacks, Loc);
  return true;
}

/// From the end of block From: any number of times each callback in turn and then a step of the
/// cursor, then After.
void Inliner::addLoop(ir::BlockId From, ir::BlockId After, ir::VarId Cursor,
                      llvm::ArrayRef<Callback> Callbacks, const ir::Location &Loc) {
  ir::Path Walker = ir::Path::variable(Cursor);
  ir::Operand Element = ir::Operand::value(Walker.then(ir::Projection::deref()));
  ir::BlockId Head = addBlock(From);
  ir::BlockId Step = addBlock(From);
  ir::BlockId Next = Step;
  for (const Callback &C : llvm::reverse(Callbacks)) {
    ir::BlockId Entry = addBlock(From);
    Spliced Body = spliceBody(C.Lambda, From, std::nullopt, Next, Loc);
    for (ir::VarId Parameter : Body.Parameters)
      append(Entry, *initialize(F, Parameter, Element), Loc);
    jump(F, Entry, Body.Entry);
    Next = Entry;
  }
  jump(F, From, Head);
  F.Blocks[Head].Term = {ir::Terminator::Kind::Any, {}, {}, {Next, After}, Loc};
  append(Step,
         ir::Arithmetic{Walker, ir::Arithmetic::Op::Add, ir::Operand::value(Walker),
                        ir::Operand::integer(1)},
         Loc);
  jump(F, Step, Head);
}

Inlined inlineCalls(const ir::Module &M, const ir::Function &F, const models::Library &Lib,
                    const Facts *Known, const InlineLimits &Limits) {
  return Inliner(M, F, Lib, Known, Limits).run();
}

static bool hasEffect(const ir::Function &F, llvm::function_ref<bool(const ir::EffectKind &)> Is) {
  return llvm::any_of(F.Blocks, [&](const ir::Block &B) {
    return llvm::any_of(B.Effects, [&](const ir::Effect &E) { return Is(E.What); });
  });
}

static bool makesLambda(const ir::Function &F) {
  return hasEffect(
      F, [](const ir::EffectKind &E) { return std::holds_alternative<ir::Closure>(E); });
}

static bool callsIndirectly(const ir::Function &F) {
  return hasEffect(F, [](const ir::EffectKind &E) {
    const auto *Call = std::get_if<ir::Call>(&E);
    return Call && Call->K == ir::Call::Kind::Indirect;
  });
}

bool mayInline(const ir::Function &F, const CallGraph &Calls) {
  return makesLambda(F) || callsIndirectly(F) || Calls.callsWhatMatters(F);
}

std::optional<ir::Module> withNamesForInlining(const ir::Module &M, const models::Library &Lib) {
  const models::Operation *Begin = beginOfContainer(Lib);
  if (!Begin || (M.lookup(Begin->Name) && M.lookup(Begin->Pattern)) ||
      llvm::none_of(M.Functions, makesLambda))
    return std::nullopt;
  ir::Module Copy = M;
  Copy.intern(Begin->Name);
  Copy.intern(Begin->Pattern);
  return Copy;
}

} // namespace holdfast::solve
