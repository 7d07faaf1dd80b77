//===- Solver.cpp - from effect programs to violations --------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Solver.h"
#include "solve/Engine.h"
#include "solve/Inline.h"
#include "solve/Problem.h"
#include "solve/Remembering.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>

namespace holdfast::solve {

namespace {

/// Whether anything in a function could make a handle dangle.
class Prefilter {
public:
  Prefilter(const ir::Function &F, Rows &Table) : F(F), Table(Table) {}

  bool isInteresting() {
    bool Destroys = false, Borrows = false;
    for (const ir::Block &B : F.Blocks) {
      for (const ir::Effect &E : B.Effects) {
        if (std::holds_alternative<ir::Release>(E.What))
          return true;
        Destroys |= std::holds_alternative<ir::Destroy>(E.What);
        if (const auto *Op = std::get_if<ir::ModelOp>(&E.What)) {
          const models::Operation *Row = Table.find(*Op).Row;
          if (Row && invalidates(*Row))
            return true;
          Borrows |= Row && borrows(*Row);
        }
      }
    }
    if (Borrows && assignsOwner())
      return true;
    // Handles into something whose lifetime ends; a loop over what a temporary owns.
    return Destroys && (Borrows || llvm::any_of(F.Vars, [](const ir::Variable &V) {
                          return V.Walk != ir::Variable::Hidden::No;
                        }));
  }

private:
  /// `x = y;` of an object whose member is used as a container: `x.items.begin()`.
  bool assignsOwner() const {
    llvm::SmallVector<ir::Path, 4> Owners;
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        if (const auto *Op = std::get_if<ir::ModelOp>(&E.What); Op && Op->Receiver)
          for (ir::Path P = *Op->Receiver; P.member();) {
            P.Projections.pop_back();
            Owners.push_back(P);
          }
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        if (const auto *A = std::get_if<ir::Assign>(&E.What);
            A && A->Source.K == ir::Operand::Kind::Value &&
            llvm::is_contained(Owners, A->Destination))
          return true;
    return false;
  }
  static bool borrows(const models::Operation &Row) {
    using models::Result;
    return llvm::is_contained({Result::Begin, Result::End, Result::Find, Result::Iterator,
                               Result::Element, Result::ElementAtKey, Result::First, Result::Last,
                               Result::Data, Result::View},
                              Row.Returns);
  }

  const ir::Function &F;
  Rows &Table;
};

auto key(const Violation &V) {
  return std::make_tuple(V.CauseLoc, V.UseLoc, V.Cause, V.Handle, V.Use,
                         llvm::StringRef(V.HandleName), llvm::StringRef(V.ContainerName),
                         llvm::StringRef(V.FunctionName), V.CallLoc, V.firstCall());
}

/// Of violations with one key, the first is told.
bool isBefore(const Violation &A, const Violation &B) {
  auto Rank = [](const Violation &V) {
    // The last ones only make it an order, whatever was found first.
    return std::make_tuple(-int(V.Level), V.Chain.size(), V.LoopLoc, V.HandleLoc, V.FunctionUsr,
                           llvm::StringRef(V.Caller), V.OtherChains);
  };
  auto KeyA = key(A), KeyB = key(B);
  return KeyA != KeyB ? KeyA < KeyB : Rank(A) < Rank(B);
}

} // namespace

/// Pure: what it depends on is what Problem says.
static Solution execute(const ir::Module &M, const Inlined &In, Rows &Table, const Premises &Given,
                        const SolverOptions &Options) {
  Solution Result;
  Result.Stats.Functions = 1;
  /// True: that is all.
  auto Look = [&](const StateLimits &Limits, bool IsLast) {
    Context C(M, In, Table, Given);
    Reporter Report(C);
    Engine States(C, Report, Limits, Options.MaxSteps);
    Result.Stats.GaveUp = !States.run();
    Result.Violations = Report.take();
    const bool IsEnough =
        IsLast || States.isExact() || (Result.Violations.empty() && !Result.Stats.GaveUp);
    if (Options.Dump && IsEnough) {
      *Options.Dump << "function " << M.text(In.F.Name) << '\n';
      States.dump(*Options.Dump);
    }
    return IsEnough;
  };
  if (!Options.FirstLook || !Look(*Options.FirstLook, false))
    Look(Options.PerBlock, true);
  return Result;
}

static std::optional<Solution> withoutExecution(const ir::Function &F, Rows &Table) {
  if (Prefilter(F, Table).isInteresting())
    return std::nullopt;
  Solution Nothing;
  Nothing.Stats.Skipped = 1;
  return Nothing;
}

/// What the memory knows of the problem that is posed; Key: what it is known by.
static std::optional<Solution> recallProblem(const Problem &Posed, llvm::StringRef Key,
                                             Memory &Before) {
  std::optional<Solution> Kept = Before.recall(Key);
  std::optional<Solution> Result = Kept ? Posed.fromStore(std::move(*Kept)) : std::nullopt;
  if (Result)
    Before.used(Key);
  return Result;
}

/// Problems: where the key of what is executed goes; null: nowhere.
Solution Solver::solveFunction(const Inlined &In, std::vector<std::string> *Problems) {
  if (std::optional<Solution> Nothing = withoutExecution(In.F, Table))
    return std::move(*Nothing);
  const Premises Given(In.F, Known);
  if (!Options.Remembered || Options.Dump)
    return execute(M, In, Table, Given, Options);
  const Problem Posed(M, In, Given, Table, Options);
  const std::string Key = Options.Remembered->keyOf(Posed.bytes());
  if (Problems)
    Problems->push_back(Key);
  if (std::optional<Solution> Before = recallProblem(Posed, Key, *Options.Remembered))
    return std::move(*Before);
  Solution Result = execute(M, In, Table, Given, Options);
  if (std::optional<Solution> ToKeep = Posed.toStore(Result))
    Options.Remembered->keep(Key, *ToKeep);
  return Result;
}

Solver::Solver(const ir::Module &Original, const models::Library &Lib, const SolverOptions &Options)
    : Options(Options), Named(withNamesForInlining(Original, Lib)), M(Named ? *Named : Original),
      Table(M, Lib), Known(M, Table) {
  if (Options.Remembered && !Options.Dump)
    Past = std::make_unique<Remembering>(M, Known, Options, Named.has_value());
}

Solver::~Solver() = default;

std::optional<Solution> Solver::recall(size_t Root) {
  const ir::Function &F = M.Functions[Root];
  if (!Past)
    return std::nullopt;
  if (mayInline(F, Known))
    return Past->recall(F);
  if (std::optional<Solution> Nothing = withoutExecution(F, Table))
    return Nothing;
  const Problem Posed(M, {F, {}, {}, {}}, Premises(F, Known), Table, Options);
  return recallProblem(Posed, Options.Remembered->keyOf(Posed.bytes()), *Options.Remembered);
}

/// In has the body of F, with the calls that lead to the change: what is found in it, by itself or
/// by its callees, is found there, too, unless the caller rules it out.
static bool covers(const Inlined &In, const ir::Function &F, const Violation &V) {
  auto IsWithin = [&](const Frame &Inner, uint32_t Outer) {
    for (const Frame *At = &Inner; At->Body; At = &In.Frames[At->Caller])
      if (At == &In.Frames[Outer])
        return true;
    return false;
  };
  bool Any = false;
  for (uint32_t I = 0; I != In.Frames.size(); ++I) {
    if (In.Frames[I].Body != &F)
      continue;
    Any = true;
    for (const ChainStep &Step : V.Chain)
      if (llvm::none_of(In.Frames, [&](const Frame &Inner) {
            return Inner.Call == Step.Call && IsWithin(Inner, I);
          }))
        return false;
  }
  return Any;
}

/// Where nobody but its few callers calls F, and none of them, looked at with F in it, makes a
/// violation happen, they may have made sure of something that F does not ask. What rests on a
/// presumption, they know better, whoever else may call F.
void Solver::doubtByCallers(const Inlined &Flat, const ir::Function &F,
                            std::vector<Violation> &Violations) {
  constexpr size_t MaxCallers = 6;
  llvm::ArrayRef<const ir::Function *> Callers = Known.Calls.callersOf(F);
  auto IsTold = [&](const Violation &V) {
    return V.Level != Confidence::Possible && (F.IsPrivate || V.IsPresumed);
  };
  if (F.IsVirtual || Callers.empty() || Callers.size() > MaxCallers ||
      llvm::is_contained(Callers, &F) || llvm::none_of(Violations, IsTold))
    return;
  Question Meets{&F, Known.Looked.into(F).value_or(Touched::Kinds())};
  for (const Frame &Entered : Flat.Frames)
    Meets.About |= Known.Changed.askedBy(Entered.Body ? *Entered.Body : F);
  std::vector<std::pair<Inlined, Solution>> Looks;
  for (const ir::Function *Caller : Callers) {
    Inlined In = inlineCalls(M, *Caller, Table, &Known, Options.Inline, &Meets);
    if (llvm::none_of(Violations, [&](const Violation &V) { return covers(In, F, V); }))
      return;
    Solution There = solveFunction(In, nullptr);
    if (There.Stats.GaveUp)
      return;
    Looks.emplace_back(std::move(In), std::move(There));
  }
  auto IsRuledOut = [&](const Violation &V) {
    return llvm::all_of(Looks, [&](const auto &Look) {
      const auto &[In, There] = Look;
      return covers(In, F, V) && llvm::none_of(There.Violations, [&V](const Violation &Same) {
               return Same.CauseLoc == V.CauseLoc && Same.InnermostUse == V.InnermostUse;
             });
    });
  };
  for (Violation &V : Violations)
    if (IsTold(V) && IsRuledOut(V))
      V.Level = Confidence::Possible;
}

Solution Solver::solve(size_t Root) {
  const ir::Function &F = M.Functions[Root];
  if (!mayInline(F, Known))
    return solveFunction({F, {}, {}, {}}, nullptr);
  Remembering::Dependences On;
  // What is given up ends somewhere in the callees: with fewer of them the function's own end may
  // be reached.
  Solution Result;
  for (InlineLimits Limits = Options.Inline;; Limits.BlocksForCalls /= 8) {
    const Inlined In = inlineCalls(M, F, Table, &Known, Limits);
    On.add(In);
    Result.Stats = {};
    Result += solveFunction(In, &On.Problems);
    if (!Result.Stats.GaveUp || In.F.Blocks.size() <= F.Blocks.size() || !Limits.BlocksForCalls) {
      doubtByCallers(In, F, Result.Violations);
      break;
    }
  }
  if (Past)
    Past->keep(F, On, Result);
  return Result;
}

Solution &Solution::operator+=(Solution Other) {
  Violations.insert(Violations.end(), std::make_move_iterator(Other.Violations.begin()),
                    std::make_move_iterator(Other.Violations.end()));
  Stats.Functions += Other.Stats.Functions;
  Stats.Skipped += Other.Stats.Skipped;
  Stats.GaveUp += Other.Stats.GaveUp;
  return *this;
}

void mergeViolations(std::vector<Violation> &Violations) {
  llvm::sort(Violations, isBefore);
  auto IsRepeat = [](const Violation &A, const Violation &B) {
    return key(A) == key(B) && A.FunctionUsr == B.FunctionUsr;
  };
  Violations.erase(std::unique(Violations.begin(), Violations.end(), IsRepeat), Violations.end());
}

Solution solve(const ir::Module &M, const models::Library &Lib, const SolverOptions &Options,
               size_t Roots) {
  Solution Result;
  Solver S(M, Lib, Options);
  for (size_t I = 0; I != std::min(Roots, M.Functions.size()); ++I)
    Result += S.solve(I);
  mergeViolations(Result.Violations);
  return Result;
}

} // namespace holdfast::solve
