//===- Joins.cpp - threads that are waited for when they run --------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   void start() {                        Who starts a thread gives the flag a value: it says
//     running = true;                     whether the thread runs.
//     thread = std::thread(work);
//   }
//   void add(int job) {
//     const bool was = running;
//     if (was)                            The other way, there is nothing to wait for.
//       stop();
//     jobs.push_back(job);
//
//===----------------------------------------------------------------------===//
#include "threads/Scan.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using models::Sync;

RunFlags findRunFlags(const ir::Module &M, solve::Rows &Table) {
  RunFlags Result;
  auto Starts = [&](const ir::Effect &E) {
    const auto *Op = std::get_if<ir::ModelOp>(&E.What);
    const models::Operation *Row = Op ? Table.find(*Op).Row : nullptr;
    return Row && Row->Between == Sync::Spawn;
  };
  for (const ir::Function &F : M.Functions) {
    if (llvm::none_of(F.Blocks,
                      [&](const ir::Block &B) { return llvm::any_of(B.Effects, Starts); }))
      continue;
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects) {
        const auto *A = std::get_if<ir::Assign>(&E.What);
        const auto *N = std::get_if<ir::Not>(&E.What);
        const ir::Path *Flag = A ? &A->Destination : N ? &N->Destination : nullptr;
        if (Flag && Flag->member() && !(A && A->Source == ir::Operand::integer(0)))
          Result.insert(*Flag->member());
      }
  }
  return Result;
}

/// A branch asks a flag of the object, or a global one.
bool Scan::asksFlags() const {
  llvm::BitVector Flags(F.Vars.size());
  auto IsFlag = [&](const ir::Operand &O) {
    return O.hasPath() &&
           (O.P.isVariable() ? Flags.test(O.P.Base) : O.P.R != ir::Path::Root::Variable);
  };
  for (const ir::Block &B : F.Blocks) {
    for (const ir::Effect &E : B.Effects) {
      const auto *N = std::get_if<ir::Not>(&E.What);
      const auto *A = std::get_if<ir::Assign>(&E.What);
      const auto *Op = std::get_if<ir::ModelOp>(&E.What);
      if (N && N->Destination.isVariable() && IsFlag(N->Source))
        Flags.set(N->Destination.Base);
      else if (A && A->Destination.isVariable() && IsFlag(A->Source))
        Flags.set(A->Destination.Base);
      else if (Op && Op->Result && Op->Receiver && IsFlag(ir::Operand::value(*Op->Receiver)) &&
               Table.find(*Op).Row &&
               llvm::is_contained({Sync::Await, Sync::SignalAwait}, Table.find(*Op).Row->Between))
        Flags.set(*Op->Result); // An atomic.
    }
    if (B.Term.K == ir::Terminator::Kind::Branch && IsFlag(B.Term.Condition))
      return true;
  }
  return false;
}

/// `if (running) thread.join();` of a function that starts none: the flag says whether it runs.
void Scan::summarizeFlagged() {
  if (Awaited.empty() || !asksFlags())
    return;
  for (const AccessPath &Handle : Awaited)
    if (Paths.isOutside(Handle) &&
        llvm::none_of(Threads, [&](const Thread &T) { return T.Handles.count(Handle) != 0; }))
      Result.Ended.insert(Handle);
}

/// What B waits for, by itself or in what it calls.
std::set<AccessPath> Scan::endedIn(const ir::Block &B) const {
  std::set<AccessPath> Result;
  for (const ir::Effect &E : B.Effects) {
    const auto *Op = std::get_if<ir::ModelOp>(&E.What);
    const models::Operation *Row = Op ? Table.find(*Op).Row : nullptr;
    if (const ir::Path *Handle =
            Row && Row->Between == Sync::Join ? subject(*Op, *Row, 't') : nullptr)
      Result.insert(Paths.resolve(*Handle));
    else if (const auto *Call = std::get_if<ir::Call>(&E.What))
      for (const ir::Function *Body : Calls.bodiesOf(*Call))
        if (const Summary *Theirs = Known(*Body); Theirs && !Theirs->Ended.empty())
          Result.merge(Paths.ours(Theirs->Ended, Paths.bindCall(*Call, *Body)));
  }
  return Result;
}

/// The ways of branches on which a flag says that no thread runs, where the other one waits for it.
void Scan::findUnneeded() {
  if (Flags.empty())
    return;
  std::map<ir::VarId, bool> Copies; ///< Of flags; false: of the negation.
  auto SaysRunning = [&](const ir::Operand &O) -> std::optional<bool> {
    if (!O.hasPath())
      return std::nullopt;
    if (auto It = O.P.isVariable() ? Copies.find(O.P.Base) : Copies.end(); It != Copies.end())
      return It->second;
    return O.P.member() && Flags.count(*O.P.member()) ? std::optional(true) : std::nullopt;
  };
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects) {
      const auto *N = std::get_if<ir::Not>(&E.What);
      const auto *A = std::get_if<ir::Assign>(&E.What);
      const ir::Path *To = N ? &N->Destination : A ? &A->Destination : nullptr;
      if (!To || !To->isVariable())
        continue;
      if (std::optional<bool> Says = SaysRunning(N ? N->Source : A->Source))
        Copies[To->Base] = *Says != (N != nullptr);
      else
        Copies.erase(To->Base);
    }
  for (ir::BlockId B = 0; B != F.Blocks.size(); ++B) {
    const ir::Terminator &Term = F.Blocks[B].Term;
    if (Term.K != ir::Terminator::Kind::Branch)
      continue;
    if (std::optional<bool> Says = SaysRunning(Term.Condition)) {
      std::set<AccessPath> Ended = endedIn(F.Blocks[Term.Successors[*Says ? 0 : 1]]);
      if (!Ended.empty())
        Unneeded[{B, *Says ? 1 : 0}] = std::move(Ended);
    }
  }
}

/// Where threads are waited for. A loop that waits for each thread of a container has waited for
/// all when it ends, and for none if there is none.
void Scan::findJoins() {
  for (ir::BlockId B = 0; B != F.Blocks.size(); ++B)
    for (const ir::Effect &E : F.Blocks[B].Effects) {
      const auto *Op = std::get_if<ir::ModelOp>(&E.What);
      const models::Operation *Row = Op ? Table.find(*Op).Row : nullptr;
      const bool IsJoin = Row && Row->Between == Sync::Join;
      const ir::Path *Handle =
          IsJoin || (Row && Row->Between == Sync::Spawn) ? subject(*Op, *Row, 't') : nullptr;
      if (!Handle)
        continue;
      Waitable.insert(Paths.resolve(*Handle));
      const solve::Cycle *Loop = IsJoin && Loops.inCycle(B) ? Loops.around(B, B) : nullptr;
      if (Loop)
        JoinedBy[Loop->Header].push_back(Paths.resolve(*Handle));
    }
  // `thread = new std::thread(work);`
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects)
      if (const auto *A = std::get_if<ir::Assign>(&E.What);
          A && A->Source.hasPath() && Waitable.count(Paths.resolve(A->Source.P)))
        Waitable.insert(Paths.resolve(A->Destination));
}

} // namespace holdfast::threads
