//===- Touched.cpp - which containers functions change --------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Touched.h"
#include "solve/CallGraph.h"
#include <set>

namespace holdfast::solve {

using models::ClassKind;

/// Classes whose objects are the container, and no way to another one.
static bool isContainerClass(const models::ClassModel *Class) {
  return Class && (Class->Kind == ClassKind::Container || Class->Kind == ClassKind::SmartPointer);
}

static bool hasAny(const Touched::Kinds &Among, llvm::function_ref<bool(unsigned)> Is) {
  for (unsigned K : Among)
    if (Is(K))
      return true;
  return false;
}

static const ir::Path *containerOf(const ir::ModelOp &Op, const models::Operation &Row) {
  if (Op.Receiver)
    return &*Op.Receiver;
  size_t Target = Row.Roles.find('c');
  return Target < Op.Arguments.size() && Op.Arguments[Target].hasPath() ? &Op.Arguments[Target].P
                                                                        : nullptr;
}

void Touched::addKinds(const models::ClassModel *Class, const Referents::Members &Members,
                       Kinds &To) {
  for (const ir::Projection &Member : Members)
    To.set(kindOf(Class, Member));
}

unsigned Touched::kindOf(const models::ClassModel *Class, const ir::Projection &Member) {
  Kind K{Class, Member};
  auto [It, New] = Numbers.try_emplace({Class, K.Member.Field, K.Member.Owner},
                                       FirstContainer + static_cast<unsigned>(All.size()));
  if (New) {
    All.push_back(K);
    ClassKinds &Alike = ByClass[Class];
    Alike.All.set(It->second);
    if (Member.K != ir::Projection::Kind::Field)
      Alike.NoMember = It->second;
  }
  return It->second;
}

/// What Op does by itself, for callers of F.
void Touched::addChanged(const ir::Function &F, const Referents::Bound &Names,
                         const ir::ModelOp &Op) {
  models::Library::Lookup Found = Table.find(Op);
  const models::Operation *Row = Found.Row;
  if (!Row)
    return;
  const ir::Path *Target = containerOf(Op, *Row);
  if (Target && isContainerClass(Found.Class))
    addKinds(Found.Class, Names.membersOf(*Target), Asks[&F]);
  if (!invalidates(*Row) && !Row->mutates())
    return;
  Kinds To;
  auto Add = [&](const ir::Path &P) {
    if (isOwnObject(F, P))
      return;
    if (isContainerClass(Found.Class))
      addKinds(Found.Class, Names.membersOf(P), To);
    else
      To.set(Anything);
  };
  if (Row->What == models::Change::Release && !Op.Receiver) // free(p)
    To.set(Deallocated);
  else if (!Target)
    To.set(Anything);
  else
    Add(*Target);
  for (size_t I = 0; Target && I < Op.Arguments.size() && I < Row->Roles.size(); ++I)
    if (Row->Roles[I] == 's' && Op.Arguments[I].hasPath())
      Add(Op.Arguments[I].P); // swap, splice, move.
  OwnAltered[&F] |= To;
  if (invalidates(*Row))
    Own[&F] |= To;
}

bool isHandle(const ir::Module &M, const ir::Variable &V) {
  llvm::StringRef Type = M.text(V.Type);
  return V.IsReference || Type == "iterator" || Type == "pointer";
}

/// The callable goes to an object that the caller gives: `c->closed = f`. It will call back.
static bool isRegistered(const ir::Function &F, const ir::Assign &A,
                         const llvm::DenseSet<ir::VarId> &Closures) {
  const ir::Path &P = A.Destination;
  return A.Source.hasPath() && A.Source.P.isVariable() && Closures.contains(A.Source.P.Base) &&
         P.R == ir::Path::Root::Variable && P.Base < F.NumParams && P.dereferences();
}

/// An address, or an iterator that the function has.
static bool isKept(const ir::Module &M, const ir::Function &F, const ir::Operand &O) {
  return O.K == ir::Operand::Kind::Address ||
         (O.hasPath() && O.P.isVariable() && M.text(F.Vars[O.P.Base].Type) == "iterator");
}

Touched::Touched(const ir::Module &M, const CallGraph &Calls, Rows &Table)
    : M(M), Table(Table), Away(M, Calls), Referred(M, Calls), Called(M, Calls),
      Carried(M, Calls, Table) {
  for (const ir::Function &F : M.Functions) {
    for (auto *Of : {&Own, &OwnAltered, &Asks})
      Of->try_emplace(&F);
    Kinds &Mine = Own[&F];
    const Referents::Bound Names(Referred, F);
    llvm::DenseSet<ir::VarId> Closures;
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        if (const auto *Made = std::get_if<ir::Closure>(&E.What))
          Closures.insert(Made->Result);
        else if (const auto *Op = std::get_if<ir::ModelOp>(&E.What))
          addChanged(F, Names, *Op);
        else if (std::holds_alternative<ir::Release>(E.What))
          Mine.set(Deallocated);
        else if (const auto *A = std::get_if<ir::Assign>(&E.What);
                 A && ((!isOwnObject(F, A->Destination) && isKept(M, F, A->Source)) ||
                       isRegistered(F, *A, Closures)))
          Mine.set(Kept);
    if (Calls.callsIndirectly(F))
      OwnAltered[&F].set(Anything);
    if (Carried.keeps(F))
      Mine.set(Kept);
    for (const ir::Projection &Member : Carried.usedBy(F))
      Mine.set(kindOf(nullptr, Member));
  }
  addTakenBack(Calls);
  propagate();
  for (const ir::Function &F : M.Functions)
    addLookedInto(M, F);
}

void Touched::addKept(const ir::Function &F, Kinds &Into) const {
  // What objects carry is of interest to those who look into a container.
  if (!hasAny(Into, [&](unsigned K) { return !isMember(K); }))
    Into.clear();
  bool ChangesContainers =
      hasAny(Own.find(&F)->second, [&](unsigned K) { return K == Anything || isContainer(K); });
  if (ChangesContainers || !Into.empty())
    Into.set(Kept);
}

/// The member that an effect assigns to, if it does.
static const ir::Projection *assignedMember(const ir::Effect &E) {
  const auto *A = std::get_if<ir::Assign>(&E.What);
  return A ? A->Destination.member() : nullptr;
}

/// A constructor leaves its object in a member of another one: who gives that member another value,
/// in a method or in one that this calls, may take it back. Mostly that is the destructor.
void Touched::addTakenBack(const CallGraph &Calls) {
  std::set<std::pair<ir::Symbol, ir::Projection>> Left; // By class.
  for (const ir::Function &F : M.Functions)
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        if (const ir::Projection *Member = F.IsConstructor ? assignedMember(E) : nullptr) {
          const auto &A = std::get<ir::Assign>(E.What);
          if (A.Source.K == ir::Operand::Kind::Address && A.Source.P == ir::Path::thisObject() &&
              A.Destination.Projections.size() + (A.Destination.R != ir::Path::Root::This) > 1)
            Left.insert({F.Class, *Member});
        }
  llvm::DenseSet<const ir::Function *> Direct;
  for (const ir::Function &F : M.Functions)
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        if (const ir::Projection *Member = F.IsConstructor ? nullptr : assignedMember(E);
            Member && Left.count({F.Class, *Member}))
          Direct.insert(&F);
  if (Direct.empty())
    return;
  auto CallsOne = [&](const ir::Function &F, const ir::Effect &E) {
    const auto *Call = std::get_if<ir::Call>(&E.What);
    return Call && llvm::any_of(Calls.bodiesOf(*Call), [&](const ir::Function *Body) {
             return Body->Class == F.Class && Direct.contains(Body);
           });
  };
  for (const ir::Function &F : M.Functions) {
    if (!F.Class || F.IsConstructor)
      continue;
    bool Does =
        Direct.contains(&F) || llvm::any_of(F.Blocks, [&](const ir::Block &B) {
          return llvm::any_of(B.Effects, [&](const ir::Effect &E) { return CallsOne(F, E); });
        });
    if (!Does)
      continue;
    Own[&F].set(Kept);
    TakeBack.insert(&F);
  }
}

llvm::ArrayRef<Touched::Way> Touched::waysOf(const ir::Function &F) const {
  auto It = Ways.find(&F);
  return It == Ways.end() ? llvm::ArrayRef<Way>() : llvm::ArrayRef<Way>(It->second);
}

bool Touched::gives(const ir::Function &F) const { return Carried.gives(F); }

/// Blocks are numbered along the control flow, mostly.
static bool hasLoop(const ir::Function &F) {
  for (ir::BlockId B = 0; B != F.Blocks.size(); ++B)
    if (llvm::any_of(F.Blocks[B].Term.Successors, [&](ir::BlockId To) { return To <= B; }))
      return true;
  return false;
}

void Touched::addLookedInto(const ir::Module &M, const ir::Function &F) {
  std::vector<Way> &Mine = Ways[&F];
  Walks.try_emplace(&F);
  auto Add = [&](std::optional<ir::VarId> Holder, Kinds Into) {
    if (!Into.empty())
      Mine.push_back({Holder, std::move(Into)});
  };
  const bool HasLoop = hasLoop(F);
  const Referents::Bound Names(Referred, F);
  Kinds OfMembers;
  for (const ir::Projection &Member : Carried.membersOf(F))
    OfMembers.set(kindOf(nullptr, Member));
  Add(std::nullopt, OfMembers);
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects) {
      const auto *A = std::get_if<ir::Assign>(&E.What);
      auto IsVariableOf = [&](const ir::Path &P, llvm::StringRef Type) {
        return P.R == ir::Path::Root::Variable && M.text(F.Vars[P.Base].Type) == Type;
      };
      bool IsStep = A && A->Destination.isVariable() && A->Source.hasPath() &&
                    !A->Source.P.Projections.empty() && IsVariableOf(A->Destination, "pointer") &&
                    !IsVariableOf(A->Source.P, "iterator");
      if (IsStep && HasLoop) { // n = n->next
        Kinds Nodes;
        Nodes.set(Deallocated);
        Walks[&F] |= Nodes;
        Add(A->Destination.Base, Nodes);
      }
      const auto *Op = std::get_if<ir::ModelOp>(&E.What);
      models::Library::Lookup Found = Op ? Table.find(*Op) : models::Library::Lookup();
      if (!Found.Row || !borrows(*Found.Row))
        continue;
      const ir::Path *Container = containerOf(*Op, *Found.Row);
      Kinds Looked;
      if (isContainerClass(Found.Class) && Container)
        addKinds(Found.Class, Names.membersOf(*Container), Looked);
      else if (Found.Class || Container)
        Looked.set(Anything);
      Add(Op->Result, Looked);
      if (Found.Row->Returns == models::Result::Begin)
        Walks[&F] |= Looked;
    }
}

/// Callers change what they call. Who is not entered keeps nothing for us.
void Touched::propagate() {
  for (const Components::Component &C : Called.all()) {
    Kinds Mine, Altered;
    for (unsigned Callee : C.Callees) {
      Mine |= Changes[Callee];
      Altered |= Alters[Callee];
    }
    for (const ir::Function *F : C.Functions) {
      Mine |= Own[F];
      Altered |= OwnAltered[F];
    }
    Mine.reset(Kept);
    Changes.push_back(std::move(Mine));
    Alters.push_back(std::move(Altered));
  }
}

/// Some kind among them may be the same as K.
bool Touched::hasLike(const Kinds &Among, unsigned K) const {
  if (Among.test(K) || Among.test(Anything))
    return true;
  if (K == Anything)
    return !Among.empty();
  if (!isContainer(K))
    return false;
  // Two members are the same or two; what is no member may be any of its class.
  const Kind &Like = All[K - FirstContainer];
  bool IsMember = Like.Member.K == ir::Projection::Kind::Field;
  const ClassKinds &Alike = ByClass.find(Like.Class)->second;
  return IsMember ? Alike.NoMember && Among.test(*Alike.NoMember) : Among.intersects(Alike.All);
}

bool Touched::mayChange(const ir::Function &F, const Kinds &Among) const {
  std::optional<unsigned> Component = Called.find(F);
  if (!Component)
    return true;
  bool MayKeep = Own.find(&F)->second.test(Kept);
  return hasAny(Among, [&](unsigned K) {
    return hasLike(Changes[*Component], K) || (MayKeep && (K == Kept || K == Anything));
  });
}

bool Touched::mayAlter(const ir::Function &F, const Kinds &Among) const {
  std::optional<unsigned> Component = Called.find(F);
  return !Component || hasAny(Among, [&](unsigned K) { return hasLike(Alters[*Component], K); });
}

std::optional<Touched::Named> Touched::namedBy(const ir::ModelOp &Op) const {
  const models::Library::Lookup Found = Table.find(Op);
  const ir::Path *P = Found.Row ? containerOf(Op, *Found.Row) : nullptr;
  const ir::Projection *Member = P ? P->member() : nullptr;
  if (!Member || !isContainerClass(Found.Class))
    return std::nullopt;
  auto Number = Numbers.find({Found.Class, Member->Field, Member->Owner});
  if (Number == Numbers.end())
    return std::nullopt;
  return Named{Number->second, *Member};
}

bool Touched::changesItself(const ir::Function &F, const Kinds &Among) const {
  const Kinds &Mine = Own.find(&F)->second;
  return hasAny(Among, [&](unsigned K) { return K != Kept && hasLike(Mine, K); });
}

unsigned Touched::distance(const ir::Function &F, const Kinds &Among, const Kinds &Most) const {
  // Who keeps or uses a handle changes nothing yet.
  constexpr unsigned Keeping = 4, NotWalked = 2;
  const size_t Number = static_cast<size_t>(&F - M.Functions.data());
  unsigned Result = Own.find(&F)->second.test(Kept) && Among.test(Kept) ? Keeping : Distances::Far;
  std::lock_guard<std::mutex> Guard(DistancesLock);
  for (unsigned K : Among) {
    if (K == Kept)
      continue;
    auto [It, New] = DistancesTo.try_emplace(K);
    if (New)
      It->second = Away.to(
          [&](const ir::Function &Changer) { return hasLike(Own.find(&Changer)->second, K); });
    Result = std::min(Result, It->second[Number] + (isMember(K)    ? Keeping
                                                    : Most.test(K) ? 0
                                                                   : NotWalked));
  }
  return std::min<unsigned>(Result, Distances::Far);
}

bool Touched::dealsInHandles(const ir::Function &F, const Kinds &Among) const {
  if (Carried.gives(F) || (Among.test(Kept) && TakeBack.contains(&F)))
    return true;
  std::optional<unsigned> Component = Called.find(F);
  return Component &&
         hasAny(Among, [&](unsigned K) { return isMember(K) && Changes[*Component].test(K); });
}

} // namespace holdfast::solve
