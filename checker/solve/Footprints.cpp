//===- Footprints.cpp - what flattening a function depends on -------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Footprints.h"
#include "ir/Spelling.h"
#include "solve/NamedThings.h"
#include "llvm/Support/xxhash.h"
#include <cstring>

namespace holdfast::solve {

/// Says what is known, field by field.
class FootprintSpeller : public ir::Spelling<const Footprints::TextHashes> {
public:
  explicit FootprintSpeller(const Footprints &Of) : Spelling(Of.Texts) {}

  Print take() {
    list(Places, [&](const auto &Numbered) { number(Numbered.second); });
    Places.clear();
    llvm::TruncatedBLAKE3<16> H;
    H.update(Bytes);
    Bytes.clear();
    return H.final();
  }

  void print(const Print &P) { Bytes.append(reinterpret_cast<const char *>(P.data()), P.size()); }
  void sum(const Footprints::Sum &S) {
    integer(static_cast<int64_t>(S.High));
    integer(static_cast<int64_t>(S.Low));
  }
  /// Until take(): places count as they are if Exact, else by their order.
  void begin(bool Exact) { IsExact = Exact; }
  void location(const ir::Location &L) {
    if (IsExact)
      return Spelling::location(L);
    number(L.isValid()
               ? 1 + Places.try_emplace(L, static_cast<uint32_t>(Places.size())).first->second
               : 0);
  }

  void member(const ir::Projection &P) { ir::fields(*this, P); }
  void members(llvm::ArrayRef<ir::Projection> Path) {
    list(Path, [&](const ir::Projection &P) { member(P); });
  }
  /// A member by name and owner, or a global.
  void pair(const std::pair<ir::Symbol, ir::Symbol> &Name) {
    symbol(Name.first);
    symbol(Name.second);
  }
  void path(const AccessPath &P) {
    choice(P.R, ir::Path::Root::Global);
    if (P.R == ir::Path::Root::Variable)
      variable(P.Base);
    else
      symbol(P.Base);
    members(P.Members);
  }
  void referent(const Referent &R) {
    symbol(R.Class);
    symbol(R.Global);
    members(R.Members);
  }
  template <class Set> void symbols(const Set &All) {
    list(All, [&](ir::Symbol S) { symbol(S); });
  }

private:
  bool IsExact = false;
  std::map<ir::Location, uint32_t> Places; ///< Numbered as they are met.
};

Footprints::Footprints(const ir::Module &M, const Facts &Known, const SolverOptions &Options)
    : M(M), Known(Known) {
  for (size_t S = 0; S != M.numSymbols(); ++S)
    Texts.Symbols.push_back(llvm::xxh3_64bits(M.text(static_cast<ir::Symbol>(S))));
  for (const std::string &File : M.Files)
    Texts.Files.push_back(llvm::xxh3_64bits(llvm::StringRef(File)));
  for (const ir::Function &F : M.Functions)
    Named.try_emplace(nameOf(F), &F);
  nameKinds();
  nameFlags();
  printProgram(Options);
  printComponents();
  printOutsides();
  printInsides();
}

Footprints::Sum Footprints::sumOf(const Touched::Kinds &All, llvm::ArrayRef<Sum> Names) {
  Sum Result;
  for (unsigned K : All) {
    Result.High += Names[K].High;
    Result.Low += Names[K].Low;
  }
  return Result;
}

llvm::SmallVector<const ir::Function *, 2> Footprints::bodiesNamed(ir::Symbol Usr) const {
  ir::Call Call; // Whatever way it is called: a direct call enters the first one.
  Call.K = ir::Call::Kind::Virtual;
  Call.Callee = Usr;
  return Known.Calls.bodiesOf(Call);
}

/// What a print adds to the sum of a set.
static Footprints::Sum summand(const Print &P) {
  Footprints::Sum S;
  std::memcpy(&S.High, P.data(), sizeof(S.High));
  std::memcpy(&S.Low, P.data() + sizeof(S.High), sizeof(S.Low));
  return S;
}

void Footprints::nameFlags() {
  FootprintSpeller Said(*this);
  FlagNames.resize(Known.Given.Known.size());
  for (const auto &[Member, Its] : Known.Given.Known) {
    Said.member(Member);
    FlagNames[Its.Number] = summand(Said.take());
  }
}

void Footprints::nameKinds() {
  FootprintSpeller Said(*this);
  auto Add = [&] { KindNames.push_back(summand(Said.take())); };
  for (unsigned K = 0; K != Touched::FirstContainer; ++K) {
    Said.number(K);
    Add();
  }
  for (const Touched::Kind &K : Known.Changed.All) {
    Said.text(K.Class ? llvm::StringRef(K.Class->Name) : "");
    Said.member(K.Member);
    Add();
  }
}

/// Sets in the order in which flattening walks them.
void Footprints::printProgram(const SolverOptions &Options) {
  FootprintSpeller Said(*this);
  for (unsigned N : {Options.Inline.Lambdas, Options.Inline.Calls, Options.Inline.Callables,
                     static_cast<unsigned>(Options.Inline.Blocks),
                     static_cast<unsigned>(Options.Inline.BlocksForCalls), Options.PerBlock.Exact,
                     Options.PerBlock.Blurred, Options.MaxSteps,
                     Options.FirstLook ? Options.FirstLook->Exact + 1 : 0,
                     Options.FirstLook ? Options.FirstLook->Blurred : 0})
    Said.number(N);
  // Flattening looks them up: whether anybody has them counts.
  for (llvm::StringRef Text : {llvm::StringRef(models::PairClass), llvm::StringRef(models::PairKey),
                               llvm::StringRef(models::PairMapped), llvm::StringRef(ir::AllSlots),
                               llvm::StringRef("iterator")})
    Said.flag(M.lookup(Text));
  std::vector<llvm::StringRef> Keys;
  for (ir::Symbol S : Known.Table.keyMembers())
    Keys.push_back(M.text(S));
  llvm::sort(Keys);
  Said.list(Keys, [&](llvm::StringRef Text) { Said.text(Text); });
  Said.list(M.Records, [&](const ir::Record &R) { ir::fields(Said, R); });
  auto Names = [&](const auto &All) { Said.list(All, [&](const auto &N) { Said.pair(N); }); };

  const Members &Ways = Known.Ways;
  Said.list(Ways.Pointers, [&](const auto &Owner) {
    Said.symbol(Owner.first);
    Said.list(Owner.second, [&](const auto &Way) {
      Said.pair(Way.first);
      Said.symbols(Way.second);
    });
  });
  for (const auto *Map : {&Ways.Parts, &Ways.Homes})
    Said.list(*Map, [&](const auto &Class) {
      Said.symbol(Class.first);
      Names(Class.second);
    });

  const Stores &Kept = Known.Kept;
  Said.list(Kept.Callables, [&](const auto &At) {
    Said.symbol(At.first);
    Said.list(At.second, [&](const Stores::Known &K) {
      Said.path(K.Where);
      Said.symbol(K.R.Body);
      Said.flag(Known.Calls.find(K.R.Body));
      Said.symbol(K.R.Class);
      Said.optional(K.R.KeptIn, [&](const auto &In) { Said.members(In); });
      Said.symbol(K.In->Usr);
    });
  });
  Names(Kept.Containers);
  Said.list(Kept.Referents, [&](const auto &At) {
    Said.pair(At.first);
    Said.optional(At.second, [&](const Referent &R) { Said.referent(R); });
  });
  Said.list(Kept.Kept, [&](const auto &At) {
    Said.pair(At.first);
    Said.referent(At.second);
  });
  Said.list(Kept.Keepers, [&](const auto &At) {
    Said.pair(At.first);
    Said.symbol(At.second);
  });

  Said.list(Known.Named.Known, [&](const auto &KeptBy) {
    Said.member(KeptBy.first);
    Said.list(KeptBy.second, [&](const ir::Projection &P) { Said.member(P); });
  });
  for (const auto &[Member, Its] : Known.Given.Known)
    if (Known.Given.find(Member)) {
      Said.member(Member);
      for (bool Is : {Its.IsLatch, Its.IsFlag, Its.IsOwn, Its.IsCounter})
        Said.flag(Is);
    }
  Program = Said.take();
}

void Footprints::printComponents() {
  llvm::DenseSet<const ir::Function *> Callables;
  for (const ir::Function &F : M.Functions)
    Known.Calls.forEachCallable(F, [&](const ir::Function &Body) { Callables.insert(&Body); });
  FootprintSpeller Said(*this);
  for (const Components::Component &C : Known.Changed.components().all()) {
    std::vector<const ir::Function *> Functions = C.Functions;
    llvm::sort(Functions);
    for (const ir::Function *F : Functions) {
      Said.symbol(F->Usr);
      Said.sum(sumOf(Known.Changed.Own.find(F)->second));
      Said.flag(Known.Calls.callsIndirectly(*F));
      Said.flag(Callables.contains(F));
      Known.Calls.anyCallee(*F, [&](const ir::Function &Callee) {
        Said.symbol(Callee.Usr);
        return false;
      });
      Said.symbol(0);
    }
    std::vector<Print> Callees;
    for (unsigned Callee : C.Callees)
      Callees.push_back(Cones[Callee]);
    llvm::sort(Callees);
    for (const Print &P : Callees)
      Said.print(P);
    Cones.push_back(Said.take());
    Alters.push_back(sumOf(Known.Changed.Alters[Changes.size()]));
    Changes.push_back(sumOf(Known.Changed.Changes[Changes.size()]));
  }
}

void Footprints::printOutsides() {
  const Touched &Changed = Known.Changed;
  FootprintSpeller Said(*this);
  for (const ir::Function &F : M.Functions) {
    Said.symbol(F.Usr);
    Said.symbol(F.Class);
    Said.number(F.NumParams);
    Said.number(F.NumCaptures);
    Said.number(static_cast<uint32_t>(F.Blocks.size()));
    for (bool Is : {F.IsLambda, F.IsVirtual, F.IsConstructor, F.IsDestructor, F.IsCoroutine,
                    F.ReturnsReference, Known.Calls.matters(F), Known.Calls.callsIndirectly(F),
                    Known.Calls.registersItself(F), Changed.takesBack(F), Changed.gives(F),
                    Known.Freeing.contains(F), Known.Lent.areReturnedBy(F)})
      Said.flag(Is);
    for (const ir::Function *Overrider : bodiesNamed(F.Usr))
      Said.symbol(Overrider->Usr);
    Said.symbol(0);
    const unsigned Component = *Changed.components().find(F);
    Said.print(Cones[Component]);
    Said.sum(Changes[Component]);
    Said.sum(Alters[Component]);
    Said.sum(sumOf(Known.Given.givenBy(F), FlagNames));
    Said.sum(sumOf(Changed.Own.find(&F)->second));
    Said.sum(sumOf(Changed.walkedBy(F)));
    const Looks::Handed &Given = *Known.Looked.handedBy(F);
    for (const Touched::Kinds *K : {&Given.Returned, &Given.Kept, &Given.All})
      Said.sum(sumOf(*K));
    Said.sum(sumOf(Known.Looked.heldBy(F).all()));
    Known.Calls.anyCallee(F, [&](const ir::Function &Callee) {
      Said.sum(Changes[*Changed.components().find(Callee)]);
      Said.flag(Changed.keeps(Callee));
      return false;
    });
    Outside.push_back(Said.take());
  }
}

void Footprints::printInsides() {
  FootprintSpeller Said(*this);
  for (const ir::Function &F : M.Functions) {
    Said.begin(releasesAnything(F, Known.Table));
    ir::fields(Said, F);
    Said.print(outside(F));
    Said.list(Known.Changed.waysOf(F), [&](const Touched::Way &W) {
      Said.optional(W.Holder, [&](ir::VarId V) { Said.variable(V); });
      Said.sum(sumOf(W.Into));
    });
    if (auto It = Known.Kept.Own.find(&F); It != Known.Kept.Own.end())
      Said.list(It->second, [&](const Store &S) {
        Said.path(S.Where);
        Said.symbol(S.What.Body);
        Said.path(S.What.Object);
        Said.flag(S.IsInside);
      });
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        if (const Unlinking::Members *Given = Known.Leaving.at(E.Loc))
          Said.list(*Given, [&](const ir::Projection &P) { Said.member(P); });
    NamedThings Named;
    for (const ir::Block &B : F.Blocks)
      ir::fields(Named, B);
    for (ir::Symbol Usr : Named.Usrs)
      for (const ir::Function *Body : bodiesNamed(Usr))
        Said.print(outside(*Body));
    Inside.push_back(Said.take());
  }
}

} // namespace holdfast::solve
