//===- TableTest.cpp - every row of the tables is well-formed -------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "models/Names.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "gtest/gtest.h"
#include <set>

using namespace holdfast::models;

namespace {

/// A row, and which table it stands in, for messages.
struct Placed {
  std::string Table;
  const Operation *Row;
  std::string text() const { return Table + ": " + Row->Name + "(" + Row->Pattern + ")"; }
};

const Library &builtin() {
  static const Library Lib = Library::builtin();
  return Lib;
}

/// All rows: each class's, in the order they are asked, and the functions.
std::vector<std::vector<Placed>> tables() {
  std::vector<std::vector<Placed>> Result;
  for (const auto &C : builtin().classes()) {
    auto &Rows = Result.emplace_back();
    for (const Operation &Row : C->Own)
      Rows.push_back({C->Name, &Row});
    for (const auto *Family : C->Families)
      for (const Operation &Row : *Family)
        Rows.push_back({C->Name, &Row});
  }
  auto &Functions = Result.emplace_back();
  for (const Operation &Row : builtin().functions())
    Functions.push_back({"functions", &Row});
  return Result;
}

template <typename Check> void forEachRow(Check C) {
  for (const auto &Table : tables())
    for (const Placed &P : Table)
      C(P);
}

template <typename Check> void forEachRowOf(const ClassModel &C, Check Do) {
  for (const Operation &Row : C.Own)
    Do(Row);
  for (const auto *Family : C.Families)
    for (const Operation &Row : *Family)
      Do(Row);
}

bool hasRole(const Operation &Row, llvm::StringRef Letters) {
  return llvm::StringRef(Row.Roles).find_first_of(Letters) != llvm::StringRef::npos;
}

/// Every shape that All accepts is accepted by Some.
bool covers(llvm::StringRef Some, llvm::StringRef All) {
  bool SomeOpen = Some.consume_back("*"), AllOpen = All.consume_back("*");
  if (SomeOpen ? All.size() < Some.size() : AllOpen || All.size() != Some.size())
    return false;
  for (size_t I = 0; I < Some.size(); ++I)
    if (Some[I] != 'V' && Some[I] != All[I] && !(Some[I] == 'C' && All[I] == 'M'))
      return false;
  return true;
}

TEST(Tables, PatternsAndRolesAgree) {
  forEachRow([](const Placed &P) {
    llvm::StringRef Pattern = P.Row->Pattern;
    Pattern.consume_back("*");
    EXPECT_EQ(Pattern.find_first_not_of(PatternLetters), llvm::StringRef::npos) << P.text();
    EXPECT_EQ(Pattern.size(), P.Row->Roles.size()) << P.text();
    EXPECT_EQ(llvm::StringRef(P.Row->Roles).find_first_not_of(RoleLetters), llvm::StringRef::npos)
        << P.text();
    EXPECT_FALSE(P.Row->Name.empty());
  });
}

TEST(Tables, EveryRowSaysWhatItRestsOn) {
  forEachRow([](const Placed &P) { EXPECT_FALSE(P.Row->Source.empty()) << P.text(); });
}

TEST(Tables, NoClassIsThereTwice) {
  llvm::StringSet<> Names;
  for (const auto &C : builtin().classes())
    EXPECT_TRUE(Names.insert(C->Name).second) << C->Name;
}

TEST(Tables, NoFamilyIsUsedTwiceByAClass) {
  for (const auto &C : builtin().classes()) {
    auto Families = C->Families;
    std::sort(Families.begin(), Families.end());
    EXPECT_EQ(std::adjacent_find(Families.begin(), Families.end()), Families.end()) << C->Name;
  }
}

// Families overlap on purpose (a class's own row is an exception to its family), so only rows of
// one list must be reachable: those that stand together in a .def file.
void checkReachable(const std::string &Table, llvm::ArrayRef<Operation> Rows) {
  llvm::StringMap<std::vector<llvm::StringRef>> Before;
  for (const Operation &Row : Rows) {
    auto &Patterns = Before[Row.Name];
    for (llvm::StringRef Earlier : Patterns)
      EXPECT_FALSE(covers(Earlier, Row.Pattern)) << Table << ": " << Row.Name << "(" << Row.Pattern
                                                 << ") is shadowed by (" << Earlier.str() << ")";
    Patterns.push_back(Row.Pattern);
  }
}

TEST(Tables, NoRowIsShadowedByAnEarlierOne) {
  std::set<const std::vector<Operation> *> Seen;
  for (const auto &C : builtin().classes()) {
    checkReachable(C->Name, C->Own);
    for (const auto *Family : C->Families)
      if (Seen.insert(Family).second)
        checkReachable("a family of " + C->Name, *Family);
  }
  checkReachable("functions", builtin().functions());
}

TEST(Tables, ContainersCanBeWalked) {
  for (const auto &C : builtin().classes()) {
    if (C->Kind != ClassKind::Container)
      continue;
    for (const char *Name : {"begin", "end"}) {
      const Operation *Row = builtin().findMethod(*C, Name, "");
      ASSERT_TRUE(Row) << C->Name << "::" << Name;
      EXPECT_EQ(Row->Returns, Name[0] == 'b' ? Result::Begin : Result::End) << C->Name;
    }
  }
}

TEST(Tables, OwnersCanBeMadeAndDestroyed) {
  for (const auto &C : builtin().classes()) {
    if (C->Kind != ClassKind::Container && C->Kind != ClassKind::Adaptor)
      continue;
    EXPECT_TRUE(builtin().findMethod(*C, "{ctor}", "C")) << C->Name;
    EXPECT_TRUE(builtin().findMethod(*C, "{ctor}", "M")) << C->Name;
    const Operation *Destructor = builtin().findMethod(*C, "{dtor}", "");
    ASSERT_TRUE(Destructor) << C->Name;
    EXPECT_EQ(Destructor->References, Scope::All) << C->Name;
  }
}

TEST(Tables, ViewsSayWhatTheyReferTo) {
  for (const auto &C : builtin().classes()) {
    if (C->Kind != ClassKind::View)
      continue;
    const Operation *Row = builtin().findMethod(*C, "{ctor}", "C");
    ASSERT_TRUE(Row) << C->Name;
    EXPECT_EQ(Row->Returns, Result::View) << C->Name;
    EXPECT_EQ(Row->Roles, "c") << C->Name;
    EXPECT_TRUE(builtin().findMethod(*C, "operator=", "M")) << C->Name;
  }
}

TEST(Tables, SmartPointersEndLifetimesBySayingRelease) {
  forEachRow([](const Placed &P) {
    if (P.Row->What == Change::Release)
      EXPECT_TRUE(P.Row->References == Scope::All || P.Row->References == Scope::LastOwner)
          << P.text();
    if (P.Row->References == Scope::LastOwner)
      EXPECT_EQ(P.Row->What, Change::Release) << P.text();
  });
}

TEST(Tables, ScopesFitTheChange) {
  forEachRow([](const Placed &P) {
    const Operation &Row = *P.Row;
    for (Scope S : {Row.Iterators, Row.References}) {
      if (S == Scope::Erased || S == Scope::Tombstone)
        EXPECT_EQ(Row.What, Change::Erase) << P.text();
      if (S == Scope::Growth)
        EXPECT_TRUE(Row.What == Change::Insert || Row.What == Change::Reserve) << P.text();
      if (S == Scope::Middle)
        EXPECT_TRUE(hasRole(Row, "pbi")) << P.text();
      if (Row.What == Change::None)
        EXPECT_TRUE(S == Scope::None || S == Scope::Detach) << P.text();
    }
    EXPECT_TRUE(Row.End == Scope::None || Row.End == Scope::Growth || Row.End == Scope::All ||
                Row.End == Scope::Detach)
        << P.text();
  });
}

TEST(Tables, ConditionsFitTheChange) {
  forEachRow([](const Placed &P) {
    if (P.Row->When == Condition::IfMissing)
      EXPECT_EQ(P.Row->What, Change::Insert) << P.text();
    if (P.Row->Returns == Result::Removed)
      EXPECT_EQ(P.Row->What, Change::Erase) << P.text();
    if (P.Row->Returns == Result::Inserted)
      EXPECT_EQ(P.Row->What, Change::Insert) << P.text();
    if (P.Row->Returns == Result::ElementAtKey || P.Row->Returns == Result::Contains)
      EXPECT_TRUE(hasRole(*P.Row, "k")) << P.text();
    if (P.Row->Returns == Result::Same || P.Row->Returns == Result::Next)
      EXPECT_TRUE(hasRole(*P.Row, "p") || P.Row->Name == "base") << P.text();
  });
}

TEST(Tables, ExchangesNameTheOtherContainer) {
  forEachRow([](const Placed &P) {
    Change What = P.Row->What;
    bool NeedsOther = What == Change::Move || What == Change::Swap || What == Change::Splice;
    // ptr_vector::transfer and multi-argument forms name the position only; release() hands out
    // what was owned.
    bool HandsOut = What == Change::Move && P.Row->Returns == Result::Pointee;
    if (NeedsOther && !HandsOut && P.Row->Name != "transfer")
      EXPECT_TRUE(hasRole(*P.Row, "s")) << P.text();
  });
}

TEST(Tables, FunctionsThatChangeHaveATarget) {
  for (const Operation &Row : builtin().functions()) {
    if (Row.What != Change::None)
      EXPECT_TRUE(hasRole(Row, "cbpo")) << Row.Name << "(" << Row.Pattern << ")";
    EXPECT_NE(Row.Name, "");
  }
}

TEST(Tables, ConnectionsNameTheSlotAndTheSignal) {
  forEachRow([](const Placed &P) {
    if (P.Row->Returns != Result::Connected)
      return;
    EXPECT_TRUE(hasRole(*P.Row, "f")) << P.text();
    // Of a class: the signal is the object that it is called on.
    EXPECT_EQ(hasRole(*P.Row, "w") && hasRole(*P.Row, "m"), P.Table == "functions") << P.text();
  });
}

TEST(Tables, SignalsCanBeConnectedAndCalled) {
  for (const auto &C : builtin().classes()) {
    if (C->Kind != ClassKind::Signal)
      continue;
    const Operation *Connect = builtin().findMethod(*C, "connect", "F");
    ASSERT_TRUE(Connect) << C->Name;
    EXPECT_EQ(Connect->Returns, Result::Connected) << C->Name;
    const Operation *Call = builtin().findMethod(*C, "operator()", "VV");
    ASSERT_TRUE(Call) << C->Name;
    EXPECT_EQ(Call->Returns, Result::Called) << C->Name;
  }
}

TEST(Tables, RowsOfAFunctionInAClassKeepTheContainerFirst) {
  forEachRow([](const Placed &P) {
    const char *First = P.Row->Between == Sync::None ? "c" : "t"; // The container, or the pool.
    if (P.Table != "functions" && llvm::StringRef(P.Row->Name).contains("::"))
      EXPECT_EQ(P.Row->Roles.substr(0, 1), First) << P.text();
  });
}

TEST(Names, EveryEnumeratorHasItsWordAtItsPlace) {
  auto Check = [](auto Words) {
    llvm::StringSet<> Seen;
    for (size_t I = 0; I < Words.size(); ++I) {
      EXPECT_EQ(static_cast<size_t>(Words[I].Value), I) << Words[I].Text.str();
      EXPECT_TRUE(Seen.insert(Words[I].Text).second) << Words[I].Text.str();
    }
  };
  Check(wordsOf<Change>());
  Check(wordsOf<Scope>());
  Check(wordsOf<Condition>());
  Check(wordsOf<Place>());
  Check(wordsOf<Result>());
  Check(wordsOf<ClassKind>());
  Check(wordsOf<Sync>());
  Check(wordsOf<Touch>());
  // The last enumerators: one that is added without a word is out of bounds.
  EXPECT_EQ(wordFor(Change::Release), "release");
  EXPECT_EQ(wordFor(Scope::LastOwner), "last-owner");
  EXPECT_EQ(wordFor(Result::Later), "later");
  EXPECT_EQ(wordFor(ClassKind::Scalar), "scalar");
  EXPECT_EQ(wordFor(Sync::Unchecked), "unchecked");
  EXPECT_EQ(wordFor(Touch::Consume), "consume");
}

/// The row names a callable that other threads may call.
bool startsThreads(const Operation &Row) {
  return llvm::is_contained({Sync::Spawn, Sync::SpawnMany, Sync::SpawnInTurn, Sync::Parallel,
                             Sync::Together, Sync::Prepare, Sync::Keep, Sync::InTurn, Sync::Once,
                             Sync::Team},
                            Row.Between);
}

TEST(Tables, RowsAboutThreadsChangeNoContainer) {
  forEachRow([](const Placed &P) {
    const Operation &Row = *P.Row;
    const bool IsOption = Row.Name == "{value}";
    const bool IsCalled = hasRole(Row, "d") || !Row.Runs.empty() ||
                          (Row.Between == Sync::Together && Row.Pattern == "*");
    EXPECT_EQ(IsCalled, startsThreads(Row) && !IsOption) << P.text();
    if (Row.Between == Sync::None)
      return;
    EXPECT_EQ(Row.What, Change::None) << P.text();
    EXPECT_EQ(Row.Returns, Result::None) << P.text();
    EXPECT_EQ(Row.Touches, Touch::Unstated) << P.text();
  });
}

TEST(Tables, GuardsHoldAndMutexesLock) {
  for (const auto &C : builtin().classes()) {
    bool Locks = false, Unlocks = false;
    forEachRowOf(*C, [&](const Operation &Row) {
      Locks |= Row.Between == Sync::Lock || Row.Between == Sync::TestAndSet;
      Unlocks |= Row.Between == Sync::Unlock;
    });
    if (C->Kind == ClassKind::Mutex)
      EXPECT_TRUE(Locks && Unlocks) << C->Name;
    if (C->Kind == ClassKind::Guard) {
      const Operation *Made = builtin().findMethod(*C, "{ctor}", "V");
      ASSERT_TRUE(Made) << C->Name;
      EXPECT_TRUE(Made->Between == Sync::Hold || Made->Between == Sync::HoldShared ||
                  Made->Between == Sync::None)
          << C->Name;
    }
    if (C->Kind == ClassKind::Option)
      EXPECT_TRUE(builtin().findMethod(*C, "{value}", "")) << C->Name;
  }
}

TEST(Tables, ConstructsOfOpenMPLockWhatTheyUnlock) {
  const Library &L = builtin();
  EXPECT_EQ(L.findFunction("$omp::lock", "V")->Between, Sync::Lock);
  EXPECT_EQ(L.findFunction("$omp::lock_shared", "V")->Between, Sync::LockShared);
  EXPECT_EQ(L.findFunction("$omp::unlock", "V")->Between, Sync::Unlock);
  EXPECT_EQ(L.findFunction("omp_test_lock", "V")->Between, Sync::TryLock);
  EXPECT_EQ(L.findFunction("$omp::team", "F")->Between, Sync::Team);
  EXPECT_EQ(L.findFunction("$omp::task", "VF")->Between, Sync::Spawn);
  EXPECT_EQ(L.findFunction("$omp::taskwait", "V")->Between, Sync::Join);
}

TEST(Tables, ScalarsAreReadAndWritten) {
  const ClassModel *Scalar = builtin().findClass("$scalar");
  ASSERT_TRUE(Scalar);
  EXPECT_EQ(builtin().findMethod(*Scalar, "read", "")->What, Change::None);
  EXPECT_EQ(builtin().findMethod(*Scalar, "write", "")->What, Change::Assign);
}

/// Row moves elements in memory that stay in the container.
bool movesElements(const Operation &Row) {
  bool Some = Row.References == Scope::Growth || Row.References == Scope::Middle ||
              Row.References == Scope::FromPosition;
  return !llvm::StringRef(Row.Name).starts_with("{") &&
         ((Row.What == Change::Insert && (Some || Row.References == Scope::All)) ||
          (Row.What == Change::Erase && Some));
}

/// References are stable iff no row moves elements.
TEST(Tables, ClassesSayWhetherReferencesAreStable) {
  for (const auto &C : builtin().classes()) {
    bool Inserts = false, Moves = false;
    forEachRowOf(*C, [&](const Operation &Row) {
      Inserts |= Row.What == Change::Insert;
      Moves |= movesElements(Row);
    });
    // A skip list of folly is changed through its accessor.
    if (C->StableReferences)
      EXPECT_FALSE(Moves || !(Inserts || C->Name == "folly::ConcurrentSkipList")) << C->Name;
    bool Owns = C->Kind == ClassKind::Container || C->Kind == ClassKind::Concurrent;
    // boost::concurrent_flat_map and its like hand out no references; a table of robin_hood is flat
    // or has nodes, as its element type asks for.
    bool Exempt = llvm::StringRef(C->Name).starts_with("boost::unordered::concurrent_") ||
                  C->Name == "libcuckoo::cuckoohash_map" || C->Name == "robin_hood::detail::Table";
    if (!C->StableReferences && Owns && Inserts && !Exempt)
      EXPECT_TRUE(Moves) << C->Name;
  }
}

} // namespace
