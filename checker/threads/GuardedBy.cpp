//===- GuardedBy.cpp - which lock guards which container ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/GuardedBy.h"
#include "threads/Guarded.h"
#include "threads/Indices.h"
#include "threads/Locks.h"
#include "threads/Names.h"
#include "llvm/ADT/PointerIntPair.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using Root = ir::Path::Root;

Customs::Customs(const ir::Module &M, const std::map<const ir::Function *, Summary> &Summaries)
    : M(M), Summaries(Summaries), Declared(M) {
  for (const ir::Function &F : M.Functions)
    if (auto S = Summaries.find(&F); S != Summaries.end())
      for (const auto &[Callee, How] : S->second.Calls)
        Callers[Callee].push_back({&F, &How});
  for (const auto &[F, S] : Summaries) {
    Tried.insert(S.Tried.begin(), S.Tried.end());
    Waited.insert(S.Waited.begin(), S.Waited.end());
  }
  findReached(Of::Program);
  findReached(Of::Object);
  // Of equals the first one counts: who enters the object itself.
  for (Of Which : {Of::Object, Of::Program})
    for (const ir::Function &F : M.Functions)
      addUses(F, Which);
  addRepeated();
}

void Customs::addUses(const ir::Function &F, Of Which) {
  const std::optional<LockSet> AtEntry = heldAtEntry(F, Which);
  if (!AtEntry)
    return;
  const Summary &S = Summaries.at(&F);
  auto Add = [&](const Access &A, bool IsOfElement) {
    if (isMemberOfThis(A.Container) != (Which == Of::Object) || A.Kind == AccessKind::Invoke ||
        A.IsAlone || !A.Ended.empty() ||
        llvm::any_of(A.Container.Members,
                     [&](const ir::Projection &Step) { return isIndex(Step, M); }))
      return;
    LockSet Held = A.Held;
    Held.insert(AtEntry->begin(), AtEntry->end());
    const Use U{&A, std::move(Held), &F, IsOfElement};
    constexpr size_t MaxDepth = 3;
    AccessPath Object = A.Container;
    for (size_t Depth = 0; Depth != MaxDepth && !Object.Members.empty(); ++Depth) {
      const bool IsPart = !isValue(Object.Members.back(), M);
      Object.Members.pop_back();
      if (IsPart)
        addUse(Object, U);
    }
    if (A.Container.R == Root::Global)
      Containers[A.Container][A.Loc].add(U, U.Held, isThread(F));
  };
  for (const Access &A : S.Accesses)
    Add(A, /*IsOfElement=*/false);
  for (const Access &A : S.OfElements)
    Add(A, /*IsOfElement=*/true);
}

/// A callback starts threads that nobody here waits for: the next time, they run.
bool Customs::startsAgain(const ir::Function &F) const {
  auto S = Summaries.find(&F);
  return S != Summaries.end() && S->second.Starts && isUnlocked(F) && !isThread(F) &&
         llvm::none_of(S->second.Threads, [](const Thread &T) {
           return llvm::any_of(T.Handles,
                               [](const AccessPath &P) { return P.R != Root::Variable; });
         });
}

/// What such callbacks do before they start threads, where they enter other objects: they, or what
/// they call before.
void Customs::addRepeated() {
  using Visit = llvm::PointerIntPair<const ir::Function *, 1, bool>; // Is it called before?
  std::vector<Visit> Work;
  llvm::DenseSet<Visit> Seen;
  auto Add = [&](const ir::Function &F, bool IsBefore) {
    if (Visit V(&F, IsBefore); Seen.insert(V).second)
      Work.push_back(V);
  };
  for (const ir::Function &F : M.Functions)
    if (Callables.count(&F) && startsAgain(F))
      Add(F, false);
  while (!Work.empty()) {
    const Visit At = Work.back();
    Work.pop_back();
    const ir::Function &Caller = *At.getPointer();
    auto S = Summaries.find(&Caller);
    if (S == Summaries.end())
      continue;
    for (const auto &[Callee, How] : S->second.Calls) {
      if (((Caller.IsConstructor || Caller.IsDestructor) && How.IsInside) ||
          (How.IsOnOwn && !How.IsEarly) || !Summaries.count(Callee))
        continue;
      const bool IsBefore = How.IsEarly || At.getInt();
      // Which of the locks that are held here are held there, nobody says.
      Add(*Callee, IsBefore && How.Held.empty());
      if (IsBefore && !How.IsInside && Callee->Class)
        addRepeated(*Callee, How);
    }
  }
}

/// Another object is entered.
void Customs::addRepeated(const ir::Function &Callee, const Calling &How) {
  for (const Access &A : Summaries.at(&Callee).Accesses) {
    if (!isMemberOfThis(A.Container) || A.Kind == AccessKind::Invoke || A.IsAlone ||
        !A.Ended.empty())
      continue;
    LockSet Held = A.Held;
    Held.insert(How.Held.begin(), How.Held.end());
    LockSet Here = within({Root::This, 0, {}}, Held, /*OrGlobal=*/false);
    Repeated[A.Container][A.Loc].add({&A, std::move(Held), &Callee}, std::move(Here),
                                     /*IsThread=*/false);
  }
}

void Customs::addUse(const AccessPath &Object, const Use &U) {
  const AccessPath Container = *within(Object, U.What->Container);
  const bool OrGlobal = !Declared.of(Container).empty();
  Containers[Container][U.What->Loc].add(U, within(Object, U.Held, OrGlobal), isThread(*U.Entry));
}

void Customs::Bare::offer(const Use &U, const LockSet &Here) {
  const size_t Others = U.Held.size() - Here.size();
  if (!What || std::make_pair(Here.size(), Others) < std::make_pair(Held.size(), Foreign)) {
    static_cast<Use &>(*this) = {U.What, Here, U.Entry, U.IsOfElement};
    Foreign = Others;
  }
}

void Customs::Place::add(const Use &U, LockSet Here, bool IsThread) {
  const bool IsFirst = !Barest.What;
  Barest.offer(U, Here);
  if (!IsThread)
    ByOthers.offer(U, Here);
  if (IsFirst)
    Held = std::move(Here);
  else
    intersect(Held, Here);
}

std::string Customs::spell(const AccessPath &P) const {
  std::string Result;
  if (P.R == Root::Global)
    Result = globalName(M, P.Base);
  for (const ir::Projection &Member : P.Members)
    if (!isValue(Member, M))
      Result += (Result.empty() ? "" : ".") + M.text(Member.Field).str();
  return Result;
}

/// The lock that is held at the most places: not the object itself that has the container.
std::optional<AccessPath> Customs::usual(const AccessPath &Container, const Places &All) {
  std::map<AccessPath, unsigned> Counts;
  for (const auto &[Loc, P] : All)
    for (const auto &[Lock, IsShared] : P.Held)
      if ((Lock.Members.empty() || Lock.Members.back().K == ir::Projection::Kind::Field) &&
          !Container.membersFrom(Lock))
        ++Counts[Lock];
  auto Best = std::max_element(Counts.begin(), Counts.end(),
                               [](const auto &A, const auto &B) { return A.second < B.second; });
  return Best == Counts.end() ? std::nullopt : std::optional(Best->first);
}

/// `return rows.begin();` cannot hold the lock for who uses the iterator, and `rows.erase(it);`
/// cannot have held it since a caller got the iterator: that is for callers to do, of whom some are
/// not known.
bool Customs::isForCallers(const Use &U) const {
  return U.What->IsHandedOut ||
         (U.What->IsHandedIn && U.Entry == U.What->In && !Callers.count(U.Entry));
}

/// In how many functions the lock is held at all places, and in how many not; none: it is held at
/// one place only, or at fewer than not.
std::optional<Custom> Customs::customOf(const AccessPath &Lock, const Places &All) const {
  std::map<const ir::Function *, bool> Holds;
  size_t With = 0, Without = 0;
  for (const auto &[Loc, P] : All) {
    const bool IsHeld = P.Held.count(Lock) != 0;
    if (!IsHeld && (P.Barest.What->IsGlance || isForCallers(P.Barest)))
      continue;
    ++(IsHeld ? With : Without);
    Holds.try_emplace(P.Barest.What->In, true).first->second &= IsHeld;
  }
  Custom Result;
  for (const auto &[F, IsHeld] : Holds)
    ++(IsHeld ? Result.With : Result.Without);
  return With > Without || (With == Without && With >= 2) ? std::optional(Result) : std::nullopt;
}

/// `if (jobs.empty()) return;` before the lock is taken is a race, but most often one on purpose.
/// Not if the function goes on without.
solve::Confidence Customs::levelOf(const Place &Bare, llvm::ArrayRef<const Place *> Without) const {
  if (isForCallers(Bare.Barest))
    return solve::Confidence::Possible;
  const bool IsGlance = llvm::all_of(Without, [&](const Place *P) {
    return P->Barest.What->In != Bare.Barest.What->In || P->Barest.What->IsGlance;
  });
  return IsGlance ? solve::Confidence::Possible : solve::Confidence::Likely;
}

std::vector<Race> Customs::exceptions() const {
  std::vector<Race> Result;
  for (const auto &[Container, All] : Containers) {
    if (llvm::ArrayRef<AccessPath> Guards = Declared.of(Container); !Guards.empty()) {
      addBreaches(Container, Guards, All, Result);
      continue;
    }
    if (Declared.isDeclared(Container)) // In terms of its own object.
      continue;
    const std::optional<AccessPath> Lock = usual(Container, All);
    std::optional<Custom> Kept = Lock ? customOf(*Lock, All) : std::nullopt;
    if (!Kept)
      continue;
    Kept->Lock = spell(*Lock);
    Kept->IsTried = Tried.count(lastOf(*Lock)) && !Waited.count(lastOf(*Lock));
    std::vector<const Place *> With, Without;
    for (const auto &[Loc, P] : All)
      (P.Held.count(*Lock) ? With : Without).push_back(&P);
    for (const Place *Bare : Without)
      if (const Place *Other = Bare->Barest.Foreign ? nullptr : conflicting(*Bare, With))
        Result.push_back(exception(Container, *Kept, *Bare, *Other, levelOf(*Bare, Without)));
    auto Again = Repeated.find(Container);
    if (Again == Repeated.end())
      continue;
    for (const auto &[Loc, P] : Again->second)
      if (const Place *Other = conflicting(P, With); Other && !All.count(Loc) &&
                                                     !P.Held.count(*Lock) && !P.Barest.Foreign &&
                                                     !P.Barest.What->IsGlance)
        Result.push_back(exception(Container, *Kept, P, *Other, solve::Confidence::Likely));
  }
  return Result;
}

Race Customs::exception(const AccessPath &Container, const Custom &Kept, const Place &Bare,
                        const Place &Other, solve::Confidence Level) const {
  Race R;
  R.First.What = *Bare.Barest.What;
  R.Second = {*Other.Barest.What, std::nullopt, {}};
  if (!(R.First.What.Loc == R.Second.What.Loc))
    R.Second.Locks.push_back(Kept.Lock);
  R.ContainerName = spell(Container);
  R.FunctionUsr = Bare.Barest.Entry->Usr;
  R.Level = Level;
  R.Kept = Kept;
  return R;
}

/// The declaration names the locks one of which must be held: whoever else uses the container holds
/// it. So a change needs no other use to be wrong, and what only reads, a change. What is done to
/// an element, which was perhaps obtained under the lock, is for others to say (Loans.h).
void Customs::addBreaches(const AccessPath &Container, llvm::ArrayRef<AccessPath> Guards,
                          const Places &All, std::vector<Race> &To) const {
  Custom Said;
  Said.IsDeclared = true;
  Said.Lock = spell(Guards.front());
  auto IsGuarded = [&](const Place &P) {
    return llvm::any_of(Guards, [&](const AccessPath &Lock) { return P.Held.count(Lock) != 0; });
  };
  auto IsChange = [](const Place &P) {
    return P.Barest.What->Kind == AccessKind::Change && !P.Barest.IsOfElement;
  };
  for (const auto &[Loc, Bare] : All) {
    if (IsGuarded(Bare) || Bare.Barest.IsOfElement)
      continue;
    const Place *Other = nullptr;
    for (const auto &[OtherLoc, P] : All)
      if (&P != &Bare && IsGuarded(P) && (IsChange(Bare) || IsChange(P)) &&
          (!Other || (IsChange(P) && !IsChange(*Other))))
        Other = &P;
    const bool IsChanged = llvm::any_of(All, [&](const auto &At) { return IsChange(At.second); });
    if (!Other && !IsChanged)
      continue;
    // A lock that nobody here knows may be the one that is meant.
    To.push_back(
        exception(Container, Said, Bare, Other ? *Other : Bare,
                  Bare.Barest.Foreign ? solve::Confidence::Possible : solve::Confidence::Likely));
  }
}

/// A place with the lock that must not happen at the same time; the first that changes the
/// structure, if there is one.
const Customs::Place *Customs::conflicting(const Place &Bare,
                                           llvm::ArrayRef<const Place *> Guarded) {
  auto IsChange = [](const Place *P) { return P->Barest.What->Kind == AccessKind::Change; };
  auto Change = llvm::find_if(Guarded, IsChange);
  if (Change != Guarded.end())
    return *Change;
  return IsChange(&Bare) ? Guarded.front() : nullptr;
}

} // namespace holdfast::threads
