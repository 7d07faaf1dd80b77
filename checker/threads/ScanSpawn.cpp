//===- ScanSpawn.cpp - threads that an operation starts -------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Scan.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using models::Sync;

unsigned Scan::numberOf(const Place &At, ir::Symbol By, size_t Part, const Thread *Started) {
  auto [It, New] = Numbers.try_emplace({At.B, At.Index, By, Part});
  if (!New)
    return It->second.Number;
  constexpr unsigned Max = 2;
  unsigned Same = 0;
  for (unsigned Number = 0; Started && Number != Threads.size(); ++Number)
    if (doesTheSame(Threads[Number], *Started) && ++Same == Max) {
      It->second = {Number, true};
      return Number;
    }
  It->second.Number = Threads.size();
  Threads.emplace_back();
  return It->second.Number;
}

/// The thread runs from here on, and these are what it can be waited for by.
void Scan::hold(unsigned Number, const std::set<AccessPath> &Handles, ScanState &S) {
  S.Live.set(Number);
  for (const AccessPath &Handle : Handles) {
    S.Handles[Handle].insert(Number);
    S.Ended.erase(Handle);
  }
}

/// What starts at At runs already, as far as anybody can tell: what it does to others was looked
/// at.
bool Scan::runsAlready(const Place &At, ir::Symbol By, size_t Part, ScanState &S) const {
  auto Known = Numbers.find({At.B, At.Index, By, Part});
  if (Known == Numbers.end() || !Known->second.IsRepeated)
    return false;
  const unsigned Number = Known->second.Number;
  if (Number >= S.Live.size() || !S.Live.test(Number))
    return false;
  hold(Number, Threads[Number].Handles, S);
  return true;
}

/// What a callable is called with: the arguments behind it, or those that are marked.
static std::vector<ir::Operand> handedTo(const ir::ModelOp &Op, const models::Operation &Row,
                                         size_t Callable) {
  if (Row.Between != Sync::Spawn &&
      Row.Between != Sync::Prepare) // Pools and algorithms call it with what is theirs.
    return {};
  if (Row.Roles.find('v') == std::string::npos)
    return {Op.Arguments.begin() + static_cast<ptrdiff_t>(Callable) + 1, Op.Arguments.end()};
  std::vector<ir::Operand> Result;
  for (size_t I = 0; I < Op.Arguments.size() && I < Row.Roles.size(); ++I)
    if (Row.Roles[I] == 'v')
      Result.push_back(Op.Arguments[I]);
  return Result;
}

/// One thread, or many that do the same, for each callable.
void Scan::spawn(const Place &At, const ir::ModelOp &Op, const models::Operation &Row,
                 ScanState &S) {
  const bool IsWaitedFor = Row.Between == Sync::Parallel || Row.Between == Sync::Together;
  if (!IsWaitedFor)
    Result.Starts = S.HasStarted = true;
  llvm::SmallVector<size_t, 2> Callables;
  for (size_t I = 0; I != Op.Arguments.size(); ++I)
    if (I < Row.Roles.size() ? Row.Roles[I] == 'd' : Row.Between == Sync::Together)
      Callables.push_back(I);
  for (size_t I : Callables) {
    const ir::Closure *C = Op.Arguments[I].hasPath() ? Paths.closureIn(Op.Arguments[I].P) : nullptr;
    // Whoever runs beside the function runs beside those that it waits for.
    if (const ir::Function *Body = C && IsWaitedFor ? Calls.find(C->Body) : nullptr)
      callBody(At, *Body, Paths.bindClosure(*C, *Body, {}, false), false, std::nullopt, S);
  }
  // `auto *t = QThread::create(f); t->start();`
  if (auto Made = Op.Receiver ? Prepared.find(Paths.resolve(*Op.Receiver)) : Prepared.end();
      Made != Prepared.end()) {
    const models::Operation &How = *Table.find(*Made->second).Row;
    if (size_t I = How.Roles.find('d'); I < Made->second->Arguments.size())
      return spawn(At, *Made->second, How, I, &*Op.Receiver, S);
  }
  for (size_t I : Callables)
    spawn(At, Op, Row, I, subject(Op, Row, 't'), S);
  if (IsWaitedFor)
    for (size_t I : Callables)
      if (unsigned Number = numberOf(At, 0, I); Number < S.Live.size())
        S.Live.reset(Number);
}

/// One that runs Given with Arguments.
Thread Scan::threadOf(const Place &At, const ir::Operand &Given,
                      llvm::ArrayRef<ir::Operand> Arguments) {
  Thread T;
  T.Loc = F.Blocks[At.B].Effects[At.Index].Loc;
  T.In = &F;
  auto Add = [&](const ir::Function &Body, const Bindings &To) {
    T.Bodies.push_back(&Body);
    Result.Callables[&Body].IsForThread = true;
    if (const Summary *Theirs = Known(Body))
      forEachAccess(Theirs->Accesses, To, [&](Access A) { T.Accesses.push_back(std::move(A)); });
  };
  const ir::Closure *C = Paths.closureIn(Given.P);
  if (const ir::Function *Body = C ? Calls.find(C->Body) : nullptr)
    Add(*Body, Paths.bindClosure(*C, *Body, Arguments, /*Copied=*/true));
  else
    for (const Callable &One : Paths.callablesIn(Given))
      if (One.Body) {
        Add(*One.Body, *One.To);
      } else {
        T.Accesses.push_back(accessAt(At, {}));
        T.Accesses.back().Kind = AccessKind::Invoke;
        T.Accesses.back().Container = One.Place;
      }
  return T;
}

/// Pool: who waits for it, waits for this one.
void Scan::spawn(const Place &At, const ir::ModelOp &Op, const models::Operation &Row, size_t Index,
                 const ir::Path *Pool, ScanState &S) {
  const ir::Operand &Given = Op.Arguments[Index];
  if (!Given.hasPath())
    return;
  Thread T = threadOf(At, Given, handedTo(Op, Row, Index));
  if (Pool)
    T.Handles.insert(Paths.resolve(*Pool));
  if (Op.Result) {
    T.Handles.insert(Paths.resolve(ir::Path::variable(*Op.Result)));
    if (Pool) // What std::async returns waits in its destructor, other futures do not.
      Unwaited.insert(*Op.Result);
  }
  T.Handles.insert(Paths.resolve(Given.P)); // A packaged_task: its future.
  if (Pool && Row.Between == Sync::SpawnInTurn)
    for (Access &A : T.Accesses)
      A.Held.insert({Paths.resolve(*Pool), false});
  const unsigned Number = numberOf(At, 0, Index);
  S.Live.resize(Threads.size());
  if (Row.Between == Sync::SpawnMany || Row.Between == Sync::Parallel)
    S.Live.set(Number); // Beside itself.
  start(At, Number, std::move(T), S);
  // And those that it starts and nobody waits for in it.
  const ir::Closure *C = Paths.closureIn(Given.P);
  const ir::Function *Body = C ? Calls.find(C->Body) : nullptr;
  if (const Summary *Theirs = Body ? Known(*Body) : nullptr)
    startAll(At, *Body, *Theirs,
             Paths.bindClosure(*C, *Body, handedTo(Op, Row, Index), /*Copied=*/true), S, Number);
}

/// T runs beside the main thread, and only where it is started. The master of a team may be the
/// main thread.
void Scan::runElsewhere(Thread &T, const ScanState &S) {
  llvm::erase_if(T.Accesses, [&](Access &A) {
    std::optional<Condition> When = T.IsTeam ? A.When : A.When.elsewhere();
    if (!When || !When->assume(S.When.ofAnyThread()))
      return true;
    A.When = std::move(*When);
    return false;
  });
}

/// All threads that the container or pointer owns end with it, and are waited for.
bool Scan::endsThreads(const ir::ModelOp &Op, const models::Operation &Row) const {
  using models::Change;
  if (!Op.Destructor || (Row.What != Change::Clear && Row.What != Change::Release))
    return false;
  const models::Operation *Each = Table.library().resolve(M.text(Op.Destructor), "").Row;
  return Each && Each->Between == Sync::Join;
}

} // namespace holdfast::threads
