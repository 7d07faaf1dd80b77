//===- InlineOperation.cpp - library operations that call back -------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Inliner.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

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
    if (Row.Roles[I] == 'f' && Op.Arguments[I].hasPath()) {
      if (std::optional<Callee> C = calleeOf(Op.Arguments[I].P, CalledIn))
        Result.push_back({I, std::move(*C)});
      else
        for (Callee &Kept : registeredAt(Op.Arguments[I].P, CalledIn)) {
          Kept.IsGuess = true;
          Result.push_back({I, std::move(Kept)});
        }
    }
  return Result;
}

bool Inliner::expandOperation(ir::BlockId B, size_t Index, const ir::ModelOp &Op) {
  const models::Operation *Row = Table.find(Op).Row;
  if (!Row)
    return false;
  std::vector<Callback> Callbacks = callbacksOf(Op, *Row, B);
  if (Callbacks.empty())
    return false;
  ir::Location Loc = F.Blocks[B].Effects[Index].Loc;
  ir::BlockId After = split(B, Index);
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
    if (C.Lambda.Receiver)
      append(Entry, ir::Bind{*C.Lambda.Self, *C.Lambda.Receiver}, Loc);
    Spliced Body = spliceBody(C.Lambda, From, std::nullopt, Next, Loc);
    for (ir::VarId Parameter : Body.Parameters)
      append(Entry, *initialize(F, Parameter, Element), Loc);
    jump(F, Entry, Body.Entry);
    if (C.Lambda.IsGuess) { // Or another one, or none.
      ir::BlockId Choice = addBlock(From);
      F.Blocks[Choice].Term = {ir::Terminator::Kind::Any, {}, {}, {Entry, Next}, Loc};
      Entry = Choice;
    }
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

std::optional<ir::Module> withNamesForInlining(const ir::Module &M, const models::Library &Lib) {
  const models::Operation *Begin = beginOfContainer(Lib);
  if (!Begin || (M.lookup(Begin->Name) && M.lookup(Begin->Pattern)) ||
      llvm::none_of(M.Functions, makesClosure))
    return std::nullopt;
  ir::Module Copy = M;
  Copy.intern(Begin->Name);
  Copy.intern(Begin->Pattern);
  return Copy;
}

/// The pointer whose object What destroys, if there is one: `owner = nullptr;`, `delete p;`.
std::optional<ir::Operand> Inliner::ownerReleasedBy(const ir::EffectKind &What) const {
  if (const auto *Release = std::get_if<ir::Release>(&What))
    return Release->Pointer.K == ir::Operand::Kind::Value ? std::optional(Release->Pointer)
                                                          : std::nullopt;
  const auto *Op = std::get_if<ir::ModelOp>(&What);
  const models::ClassModel *Class = Op && Op->Receiver ? Table.find(*Op).Class : nullptr;
  if (!Class || Class->Kind != models::ClassKind::SmartPointer)
    return std::nullopt;
  return ir::Operand::value(*Op->Receiver);
}

/// Block B goes on in a new block, which is returned, where Pointer is not null, and else to After.
ir::BlockId Inliner::branchOn(ir::BlockId B, const ir::Operand &Pointer, ir::BlockId After,
                              const ir::Location &Loc) {
  ir::BlockId Held = addBlock(B);
  F.Blocks[B].Term = {ir::Terminator::Kind::Branch, Pointer, {}, {Held, After}, Loc};
  return Held;
}

} // namespace holdfast::solve
