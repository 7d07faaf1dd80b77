//===- CallGraph.cpp - who may be called, and does it matter --------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/CallGraph.h"
#include "solve/Carriers.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

/// The operation calls something that F is given, or finds: `std::for_each(b, e, onAdd_)`. What a
/// lambda of F does is F's.
static bool callsBack(const ir::Function &F, const ir::ModelOp &Op, const models::Operation *Row) {
  for (size_t I = 0; Row && I < Op.Arguments.size() && I < Row->Roles.size(); ++I) {
    const ir::Operand &Given = Op.Arguments[I];
    bool IsOwn = Given.hasPath() && Given.P.isVariable() &&
                 Given.P.Base >= F.NumParams + F.NumCaptures && !F.Vars[Given.P.Base].IsReference;
    if (Row->Roles[I] == 'f' && Given.hasPath() && !IsOwn)
      return true;
  }
  return false;
}

namespace {

/// What one function does by itself that a caller may notice.
class Evidence {
public:
  Evidence(const ir::Module &M, const ir::Function &F, Rows &Table) : M(M), F(F), Table(Table) {}

  bool any() const {
    return llvm::any_of(F.Blocks, [&](const ir::Block &B) {
      return llvm::any_of(B.Effects, [&](const ir::Effect &E) {
        return std::visit([&](const auto &What) { return matters(What); }, E.What);
      });
    });
  }

private:
  /// The object is F's own and dies with it.
  bool isOwn(const ir::Path &P) const {
    return P.R == ir::Path::Root::Variable && !F.Vars[P.Base].IsReference && !P.dereferences();
  }
  bool isForeign(const ir::Operand &O) const { return O.hasPath() && !isOwn(O.P); }

  template <class Other> bool matters(const Other &) const { return false; }
  bool matters(const ir::ModelOp &Op) const {
    const models::Operation *Row = Table.find(Op).Row;
    if (callsBack(F, Op, Row))
      return true;
    using models::Scope;
    if (Row && Row->What == models::Change::Release && !Op.Receiver)
      return true; // free(p)
    if (!Row || (!Row->mutates() && Row->Iterators == Scope::None &&
                 Row->References == Scope::None && Row->Returns != models::Result::Inserter))
      return false;
    return (Op.Receiver && !isOwn(*Op.Receiver)) ||
           llvm::any_of(Op.Arguments, [&](const ir::Operand &O) { return isForeign(O); });
  }
  bool matters(const ir::Release &) const { return true; }
  bool matters(const ir::Call &Call) const { return Call.K == ir::Call::Kind::Indirect; }
  bool matters(const ir::Assign &A) const { return !isOwn(A.Destination) && isHandle(A.Source); }
  bool matters(const ir::Return &R) const {
    return R.Value.hasPath() &&
           (F.ReturnsReference || R.Value.K == ir::Operand::Kind::Address || isHandle(R.Value));
  }

  /// An iterator, pointer or view.
  bool isHandle(const ir::Operand &O) const {
    if (O.K == ir::Operand::Kind::Address)
      return true;
    if (!O.hasPath() || !O.P.isVariable() || !F.Vars[O.P.Base].Type)
      return false;
    llvm::StringRef Type = M.text(F.Vars[O.P.Base].Type);
    return Type == "iterator" || Type == "pointer";
  }

  const ir::Module &M;
  const ir::Function &F;
  Rows &Table;
};

template <class Fn> void forEachCall(const ir::Function &F, Fn Visit) {
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects)
      if (std::optional<ir::Call> Call = callOf(E.What))
        Visit(*Call);
}

} // namespace

static ir::Call destructorCall(ir::Symbol Destructor, bool IsVirtual, ir::Path Object) {
  ir::Call Result;
  Result.K = IsVirtual ? ir::Call::Kind::Virtual : ir::Call::Kind::Direct;
  Result.Callee = Destructor;
  Result.Receiver = std::move(Object);
  return Result;
}

std::optional<ir::Call> callOf(const ir::EffectKind &E) {
  if (const auto *Call = std::get_if<ir::Call>(&E))
    return *Call;
  if (const auto *D = std::get_if<ir::Destroy>(&E); D && D->Destructor)
    return destructorCall(D->Destructor, false, D->P);
  const ir::Projection Deref = ir::Projection::deref();
  if (const auto *R = std::get_if<ir::Release>(&E); R && R->Destructor && R->Pointer.hasPath())
    return destructorCall(R->Destructor, R->IsVirtual,
                          R->Pointer.K == ir::Operand::Kind::Address ? R->Pointer.P
                                                                     : R->Pointer.P.then(Deref));
  // The pointee of a smart pointer, or some element: nothing is known of that one.
  const auto *Op = std::get_if<ir::ModelOp>(&E);
  if (!Op || !Op->Destructor)
    return std::nullopt;
  if (Op->Receiver)
    return destructorCall(Op->Destructor, true, Op->Receiver->then(Deref));
  auto Container = llvm::find_if(Op->Arguments, [](const ir::Operand &O) { return O.hasPath(); });
  if (Container == Op->Arguments.end())
    return std::nullopt;
  return destructorCall(Op->Destructor, true, Container->P.then(Deref));
}

static bool givesAwayThis(llvm::ArrayRef<ir::Operand> Arguments) {
  return llvm::any_of(Arguments, [](const ir::Operand &A) {
    return A.K == ir::Operand::Kind::Address && A.P == ir::Path::thisObject();
  });
}

CallGraph::CallGraph(const ir::Module &M, Rows &Table) {
  for (const ir::Function &F : M.Functions)
    Bodies.try_emplace(F.Usr, &F);
  for (const ir::Function &F : M.Functions)
    for (ir::Symbol Base : F.Overrides)
      Overriders[Base].push_back(F.Usr);
  addCallers(M);
  for (const ir::Function &F : M.Functions) {
    if (Evidence(M, F, Table).any())
      Matters.insert(&F);
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects) {
        const auto *Call = std::get_if<ir::Call>(&E.What);
        const auto *Op = std::get_if<ir::ModelOp>(&E.What);
        if ((Call && Call->K == ir::Call::Kind::Indirect) ||
            (Op && callsBack(F, *Op, Table.find(*Op).Row)))
          CallIndirectly.insert(&F);
        if (F.IsConstructor &&
            ((Call && givesAwayThis(Call->Arguments)) || (Op && givesAwayThis(Op->Arguments))))
          Registering.insert(&F);
      }
  }
  propagate();
}

void CallGraph::addCallers(const ir::Module &M) {
  for (const ir::Function &F : M.Functions)
    forEachCall(F, [&](const ir::Call &Call) {
      for (const ir::Function *Callee : bodiesOf(Call)) {
        std::vector<const ir::Function *> &Known = Callers[Callee];
        if (Known.empty() || Known.back() != &F)
          Known.push_back(&F);
      }
    });
}

llvm::ArrayRef<const ir::Function *> CallGraph::callersOf(const ir::Function &F) const {
  auto It = Callers.find(&F);
  if (It == Callers.end())
    return {};
  return It->second;
}

/// Callers of what matters matter.
void CallGraph::propagate() {
  llvm::SmallVector<const ir::Function *, 32> Pending(Matters.begin(), Matters.end());
  while (!Pending.empty())
    for (const ir::Function *Caller : callersOf(*Pending.pop_back_val()))
      if (Matters.insert(Caller).second)
        Pending.push_back(Caller);
}

llvm::SmallVector<const ir::Function *, 2> CallGraph::bodiesOf(const ir::Call &Call) const {
  llvm::SmallVector<const ir::Function *, 2> Result;
  if (Call.K == ir::Call::Kind::Indirect)
    return Result;
  llvm::SmallVector<ir::Symbol, 4> Names = {Call.Callee};
  for (size_t I = 0; I != Names.size(); ++I) {
    if (const ir::Function *F = find(Names[I]))
      Result.push_back(F);
    if (Call.K != ir::Call::Kind::Virtual)
      break;
    for (ir::Symbol Overrider : Overriders.lookup(Names[I]))
      if (!llvm::is_contained(Names, Overrider))
        Names.push_back(Overrider);
  }
  return Result;
}

CallGraph::Targets CallGraph::targets(const ir::Call &Call,
                                      llvm::function_ref<bool(const ir::Function &)> Also) const {
  Targets Result;
  for (const ir::Function *F : bodiesOf(Call))
    if ((matters(*F) || (Also && Also(*F))) && !F->IsCoroutine && F->NumCaptures == 0)
      Result.Entered.push_back(F);
    else
      Result.Others = true;
  Result.Others |= Call.K == ir::Call::Kind::Virtual;
  return Result;
}

bool CallGraph::anyCallee(const ir::Function &F,
                          llvm::function_ref<bool(const ir::Function &)> Matches) const {
  bool Result = false;
  forEachCall(F, [&](const ir::Call &Call) {
    for (const ir::Function *Callee : bodiesOf(Call))
      Result = Result || Matches(*Callee);
  });
  return Result;
}

void CallGraph::forEachCallable(const ir::Function &F,
                                llvm::function_ref<void(const ir::Function &)> Visit) const {
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects)
      if (const auto *Made = std::get_if<ir::Closure>(&E.What)) {
        ir::Call Call; // `&Job::step` may call any that overrides it.
        Call.K = ir::Call::Kind::Virtual;
        Call.Callee = Made->Body;
        for (const ir::Function *Body : bodiesOf(Call))
          Visit(*Body);
      }
}

bool CallGraph::callsWhatMatters(const ir::Function &F,
                                 llvm::function_ref<bool(const ir::Function &)> Also) const {
  bool Result = false;
  forEachCall(F, [&](const ir::Call &Call) { Result |= !targets(Call, Also).Entered.empty(); });
  return Result;
}

} // namespace holdfast::solve
