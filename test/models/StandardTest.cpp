//===- StandardTest.cpp - what the standard says, row by row --------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The well-known facts, each written as the sentence that a C++ programmer
// knows. The oracle (test/oracle/) executes every row.
//
//===----------------------------------------------------------------------===//
#include "models/Names.h"
#include "gtest/gtest.h"

using namespace holdfast::models;

namespace {

const Library &builtin() {
  static const Library Lib = Library::builtin();
  return Lib;
}

const Operation &row(llvm::StringRef Name, llvm::StringRef Shape) {
  static const Operation Missing;
  const Operation *Row = builtin().resolve(Name, Shape).Row;
  EXPECT_TRUE(Row) << Name.str() << "(" << Shape.str() << ")";
  return Row ? *Row : Missing;
}

/// "erased/none/all": what happens to iterators, references and end().
std::string scopes(llvm::StringRef Name, llvm::StringRef Shape) {
  const Operation &Row = row(Name, Shape);
  return (wordFor(Row.Iterators) + "/" + wordFor(Row.References) + "/" + wordFor(Row.End)).str();
}

struct ClassTest : testing::TestWithParam<const char *> {
  std::string method(const char *Name) const { return std::string(GetParam()) + "::" + Name; }
};

//--- Sequences ----------------------------------------------------------------

TEST(Vector, GrowthInvalidatesEverythingUnlessReserved) {
  EXPECT_EQ(scopes("std::vector::push_back", "V"), "growth/growth/all");
  EXPECT_EQ(scopes("std::vector::emplace_back", "VVV"), "growth/growth/all");
  EXPECT_EQ(scopes("std::vector::insert", "IV"), "growth/growth/all");
  EXPECT_EQ(scopes("std::vector::resize", "N"), "growth/growth/all");
  EXPECT_EQ(row("std::vector::push_back", "V").Where, Place::Last);
}

TEST(Vector, ErasureInvalidatesAtAndAfter) {
  EXPECT_EQ(scopes("std::vector::erase", "I"), "from-position/from-position/all");
  EXPECT_EQ(scopes("std::vector::erase", "II"), "from-position/from-position/all");
  EXPECT_EQ(scopes("std::vector::pop_back", ""), "erased/erased/all");
  EXPECT_EQ(row("std::vector::erase", "I").Returns, Result::Iterator);
}

TEST(Vector, ReserveIsNoMutation) {
  EXPECT_FALSE(row("std::vector::reserve", "N").mutates());
  EXPECT_EQ(scopes("std::vector::reserve", "N"), "growth/growth/growth");
}

TEST(Vector, InsertTellsItsOverloadsApart) {
  EXPECT_EQ(row("std::vector::insert", "IV").Roles, "pv");
  EXPECT_EQ(row("std::vector::insert", "III").Roles, "pyz");
  EXPECT_EQ(row("std::vector::insert", "INV").Roles, "pnv");
  EXPECT_EQ(row("std::vector::insert", "IVV").Roles, "pyz"); // two raw pointers
  EXPECT_EQ(builtin().resolve("std::vector::insert", "V").Row, nullptr);
}

TEST(Deque, TheEndsAreNotTheMiddle) {
  EXPECT_EQ(scopes("std::deque::push_back", "V"), "all/none/all");
  EXPECT_EQ(scopes("std::deque::push_front", "V"), "all/none/all");
  EXPECT_EQ(scopes("std::deque::insert", "IV"), "all/middle/all");
  EXPECT_EQ(scopes("std::deque::erase", "I"), "middle/middle/all");
  EXPECT_EQ(scopes("std::deque::pop_front", ""), "erased/erased/none");
  EXPECT_EQ(scopes("std::deque::pop_back", ""), "erased/erased/all");
}

TEST(Deque, EraseIfKeepsWhatIsBeforeTheFirstErased) {
  EXPECT_EQ(scopes("std::deque::std::erase_if", "CV"), "from-position/from-position/all");
  EXPECT_EQ(scopes("std::deque::std::erase", "CV"), "from-position/from-position/all");
}

TEST(List, OnlyTheErasedGoes) {
  for (const char *Insertion : {"push_back", "push_front"})
    EXPECT_EQ(scopes(std::string("std::list::") + Insertion, "V"), "none/none/none");
  EXPECT_EQ(scopes("std::list::insert", "IV"), "none/none/none");
  EXPECT_EQ(scopes("std::list::erase", "I"), "erased/erased/none");
  EXPECT_EQ(scopes("std::list::remove_if", "F"), "erased/erased/none");
  EXPECT_EQ(scopes("std::list::clear", ""), "all/all/none");
}

TEST(List, ResizingMayErase) {
  EXPECT_EQ(scopes("std::list::resize", "N"), "erased/erased/none");
  EXPECT_EQ(scopes("std::forward_list::resize", "NV"), "erased/erased/none");
}

TEST(List, SplicedElementsKeepTheirHandles) {
  EXPECT_EQ(scopes("std::list::splice", "IC"), "none/none/none");
  EXPECT_EQ(row("std::list::splice", "ICI").Roles, "psx");
  EXPECT_EQ(row("std::list::splice", "IMII").Roles, "psyz");
  EXPECT_EQ(row("std::list::merge", "C").What, Change::Splice);
}

TEST(ForwardList, ErasesTheElementAfter) {
  EXPECT_EQ(row("std::forward_list::erase_after", "I").Roles, "a");
  EXPECT_EQ(scopes("std::forward_list::erase_after", "I"), "erased/erased/none");
  EXPECT_EQ(builtin().resolve("std::forward_list::erase", "I").Row, nullptr);
}

TEST(String, AnyNonConstCallMayInvalidate) {
  for (const char *Name : {"push_back", "operator+=", "append"})
    EXPECT_EQ(scopes(std::string("std::basic_string::") + Name, "V"), "all/all/all");
  EXPECT_EQ(scopes("std::basic_string::erase", "I"), "all/all/all");
  EXPECT_EQ(scopes("std::basic_string::pop_back", ""), "all/all/all");
  EXPECT_EQ(scopes("std::operator>>", "VC"), "all/all/all");
  EXPECT_EQ(scopes("std::getline", "VC"), "all/all/all");
}

TEST(String, ByIndexAndByIteratorReturnDifferently) {
  EXPECT_EQ(row("std::basic_string::erase", "NN").Returns, Result::Self);
  EXPECT_EQ(row("std::basic_string::erase", "I").Returns, Result::Iterator);
  EXPECT_EQ(row("std::basic_string::insert", "NV").Returns, Result::Self);
  EXPECT_EQ(row("std::basic_string::insert", "IV").Returns, Result::Iterator);
}

TEST(String, HandlesNeverFollowAMoveOrASwap) {
  EXPECT_EQ(scopes("std::basic_string::swap", "C"), "all/all/all");
  EXPECT_EQ(scopes("std::basic_string::{ctor}", "M"), "all/all/all");
  EXPECT_EQ(scopes("std::basic_string::operator=", "M"), "all/all/all");
}

TEST(Array, NothingInvalidates) {
  EXPECT_EQ(scopes("std::array::swap", "C"), "none/none/none");
  EXPECT_EQ(scopes("std::array::operator=", "M"), "none/none/none");
  EXPECT_EQ(row("std::array::swap", "C").What, Change::Assign);
}

//--- Associative --------------------------------------------------------------

using Associative = ClassTest;
TEST_P(Associative, InsertionDisturbsNothingErasureOnlyTheErased) {
  EXPECT_EQ(scopes(method("insert"), "V"), "none/none/none");
  EXPECT_EQ(scopes(method("emplace"), "V"), "none/none/none");
  EXPECT_EQ(scopes(method("erase"), "I"), "erased/erased/none");
  EXPECT_EQ(scopes(method("erase"), "V"), "erased/erased/none");
  EXPECT_EQ(scopes(method("erase"), "II"), "erased/erased/none");
  EXPECT_EQ(scopes(method("clear"), ""), "all/all/none");
  EXPECT_EQ(row(method("erase"), "V").When, Condition::IfPresent);
  EXPECT_EQ(row(method("erase"), "V").Returns, Result::Removed);
}
TEST_P(Associative, ExtractedElementsKeepTheirReferences) {
  EXPECT_EQ(scopes(method("extract"), "I"), "erased/none/none");
  EXPECT_EQ(row(method("extract"), "I").Returns, Result::Node);
}
TEST_P(Associative, MergedAndSwappedElementsKeepTheirIterators) {
  EXPECT_EQ(scopes(method("merge"), "C"), "none/none/none");
  EXPECT_EQ(scopes(method("swap"), "C"), "none/none/all");
  EXPECT_EQ(scopes(method("{ctor}"), "M"), "none/none/all");
}
INSTANTIATE_TEST_SUITE_P(Std, Associative,
                         testing::Values("std::map", "std::multimap", "std::set", "std::multiset"));

using Unordered = ClassTest;
TEST_P(Unordered, RehashingInvalidatesIteratorsNeverReferences) {
  EXPECT_EQ(scopes(method("insert"), "V"), "growth/none/growth");
  EXPECT_EQ(scopes(method("emplace"), "V"), "growth/none/growth");
  EXPECT_EQ(scopes(method("rehash"), "N"), "growth/none/growth");
  EXPECT_FALSE(row(method("reserve"), "N").mutates());
}
TEST_P(Unordered, ErasureInvalidatesOnlyTheErased) {
  EXPECT_EQ(scopes(method("erase"), "I"), "erased/erased/none");
  EXPECT_EQ(scopes(method("erase"), "V"), "erased/erased/none");
}
TEST_P(Unordered, MergeInvalidatesTheTargetsIterators) {
  EXPECT_EQ(scopes(method("merge"), "C"), "all/none/all");
}
INSTANTIATE_TEST_SUITE_P(Std, Unordered,
                         testing::Values("std::unordered_map", "std::unordered_multimap",
                                         "std::unordered_set", "std::unordered_multiset",
                                         "boost::unordered::unordered_map", "absl::node_hash_map"));

TEST(Maps, SubscriptInsertsWhatIsMissing) {
  for (const char *Name : {"std::map::operator[]", "std::unordered_map::operator[]",
                           "absl::flat_hash_map::operator[]", "llvm::DenseMap::operator[]"}) {
    EXPECT_EQ(row(Name, "V").What, Change::Insert) << Name;
    EXPECT_EQ(row(Name, "V").When, Condition::IfMissing) << Name;
    EXPECT_EQ(row(Name, "V").Returns, Result::ElementAtKey) << Name;
  }
  EXPECT_FALSE(row("std::map::at", "V").mutates());
}

TEST(Maps, InsertionReturnsAPairOrAnIterator) {
  EXPECT_EQ(row("std::map::insert", "V").Returns, Result::IteratorBool);
  EXPECT_EQ(row("std::map::insert", "IV").Returns, Result::Iterator);
  EXPECT_EQ(row("std::multimap::insert", "V").Returns, Result::Iterator);
  EXPECT_EQ(row("std::map::try_emplace", "VV").Returns, Result::IteratorBool);
  EXPECT_EQ(row("std::map::try_emplace", "IVV").Returns, Result::Iterator);
  EXPECT_EQ(row("std::map::insert_or_assign", "IVV").Returns, Result::Iterator);
}

TEST(Maps, KeysAreNamed) {
  EXPECT_EQ(builtin().findClass("std::map")->KeyField, "first");
  EXPECT_EQ(builtin().findClass("std::set")->KeyField, "");
  EXPECT_EQ(builtin().findClass("std::vector")->KeyField, "-");
  EXPECT_TRUE(builtin().findClass("std::unordered_map")->StableReferences);
  EXPECT_FALSE(builtin().findClass("std::flat_map")->StableReferences);
}

//--- Flat, hash and shared ------------------------------------------------------

TEST(Flat, IsAVector) {
  // Sorted: even with capacity to spare an insertion moves what follows, wherever that is.
  EXPECT_EQ(scopes("std::flat_map::insert", "V"), "all/all/all");
  EXPECT_EQ(scopes("std::flat_set::erase", "I"), "from-position/from-position/all");
  EXPECT_EQ(scopes("boost::container::flat_map::operator[]", "V"), "all/all/all");
}

TEST(InplaceVector, NeverReallocates) {
  EXPECT_EQ(scopes("std::inplace_vector::push_back", "V"), "none/none/all");
  EXPECT_EQ(scopes("std::inplace_vector::insert", "IV"), "from-position/from-position/all");
  EXPECT_EQ(scopes("std::inplace_vector::swap", "C"), "all/all/all");
}

TEST(OpenHash, RehashingMovesElements) {
  EXPECT_EQ(scopes("absl::flat_hash_map::insert", "V"), "growth/growth/growth");
  EXPECT_EQ(scopes("phmap::flat_hash_set::erase", "V"), "erased/erased/none");
  EXPECT_EQ(scopes("tsl::robin_map::erase", "I"), "all/all/all");
  EXPECT_EQ(scopes("tsl::hopscotch_map::erase", "I"), "erased/erased/none");
  EXPECT_EQ(scopes("absl::btree_map::erase", "I"), "all/all/all");
}

TEST(Llvm, EpochsForbidWhatTheMemoryWouldAllow) {
  EXPECT_EQ(scopes("llvm::DenseMap::try_emplace", "VV"), "all/growth/all");
  EXPECT_EQ(scopes("llvm::DenseMap::erase", "V"), "tombstone/erased/none");
  EXPECT_EQ(scopes("llvm::SmallPtrSet::erase", "V"), "all/all/all");
  EXPECT_EQ(scopes("llvm::StringMap::try_emplace", "VV"), "growth/none/growth");
}

TEST(Qt, DetachesOnNonConstAccessOnly) {
  EXPECT_EQ(scopes("QList::begin", ""), "detach/detach/detach");
  EXPECT_EQ(scopes("QList::begin const", ""), "none/none/none");
  EXPECT_EQ(scopes("QList::constBegin", ""), "none/none/none");
  EXPECT_EQ(scopes("QMap::erase", "I"), "erased/erased/none");
  EXPECT_TRUE(builtin().findClass("QHash")->ImplicitlyShared);
  EXPECT_EQ(row("QtPrivate::qMakeForeachContainer", "C").Returns, Result::Fresh);
}

TEST(Concurrent, GrowthIsSafeAndUnsafeIsNot) {
  for (const char *Namespace : {"tbb::detail::d1::", "tbb::detail::d2::", "tbb::interface5::"}) {
    std::string Map = std::string(Namespace) + "concurrent_unordered_map";
    EXPECT_EQ(builtin().findClass(Map)->Kind, ClassKind::Concurrent);
    EXPECT_EQ(scopes(Map + "::insert", "V"), "none/none/none");
    EXPECT_EQ(scopes(Map + "::unsafe_erase", "V"), "erased/erased/none");
    EXPECT_EQ(scopes(Map + "::clear", ""), "all/all/all");
  }
}

//--- Functions ------------------------------------------------------------------

TEST(Algorithms, NeverInvalidate) {
  for (const Operation &Row : builtin().functions())
    if (Row.What == Change::Reorder)
      EXPECT_EQ(Row.Iterators, Scope::None) << Row.Name;
  EXPECT_EQ(row("std::remove_if", "IIF").What, Change::Reorder);
  EXPECT_EQ(row("std::remove_if", "IIF").Roles, "bef");
  EXPECT_EQ(row("std::for_each", "VIIF").Roles, ".bef"); // with an execution policy
  EXPECT_EQ(row("std::equal", "III").Roles, "beg");
  EXPECT_EQ(row("std::equal", "IIII").Roles, "beg.");
  EXPECT_EQ(row("std::equal", "VIII").Roles, ".beg");
}

TEST(Algorithms, RangesTakeAContainerOrTwoIterators) {
  EXPECT_EQ(row("std::ranges::for_each", "CF").Roles, "cf");
  EXPECT_EQ(row("std::ranges::for_each", "IIFF").Roles, "bef");
  EXPECT_EQ(row("std::ranges::sort", "C").Roles, "c");
  EXPECT_EQ(row("std::ranges::transform", "CIF").Roles, "cof");
}

TEST(Views, OfATemporaryContainerOwnIt) {
  auto Filtered = [](const char *Class, const char *Shape) {
    return builtin()
        .findFunctionOn(*builtin().findClass(Class), "std::ranges::views::filter", Shape)
        .Row->Returns;
  };
  for (const char *Class : {"std::vector", "std::map", "QList", "absl::flat_hash_set"}) {
    EXPECT_EQ(Filtered(Class, "CF"), Result::View) << Class;
    EXPECT_EQ(Filtered(Class, "MF"), Result::Taken) << Class;
  }
  EXPECT_EQ(Filtered("std::ranges::transform_view", "MF"), Result::View);
  EXPECT_EQ(Filtered("std::basic_string_view", "MF"), Result::View);
}

TEST(Views, ArePipedInBothLibraries) {
  EXPECT_EQ(row("std::ranges::operator|", "CV").Returns, Result::View); // libc++
  EXPECT_EQ(row("std::ranges::views::__adaptor::operator|", "CF").Returns,
            Result::View);                                              // libstdc++
  EXPECT_EQ(row("std::ranges::operator|", "VV").Returns, Result::None); // two adaptors make one
}

TEST(Views, OfRangesAreLazySpansAreNot) {
  EXPECT_TRUE(builtin().findClass("std::ranges::filter_view")->Lazy);
  EXPECT_FALSE(builtin().findClass("std::span")->Lazy);
  EXPECT_FALSE(builtin().findClass("std::ranges::subrange")->Lazy);
}

TEST(Memory, DeallocationReleasesItsArgument) {
  for (const char *Name : {"free", "std::free", "kfree", "g_free", "operator delete"}) {
    EXPECT_EQ(row(Name, "I").What, Change::Release) << Name;
    EXPECT_EQ(row(Name, "I").Roles, "p") << Name;
  }
  EXPECT_EQ(row("realloc", "IN").Roles, "pn");
}

TEST(SmartPointers, UniqueAndSharedOwnersDiffer) {
  EXPECT_EQ(scopes("std::unique_ptr::reset", ""), "none/all/none");
  EXPECT_EQ(scopes("std::shared_ptr::reset", ""), "none/last-owner/none");
  EXPECT_EQ(row("std::unique_ptr::get", "").Returns, Result::Pointee);
  // The pointee lives on, but the owner has it no more.
  EXPECT_EQ(row("std::unique_ptr::release", "").What, Change::Move);
  EXPECT_EQ(scopes("std::unique_ptr::release", ""), "none/none/none");
}

TEST(Annotation, InvalidatesEverything) {
  EXPECT_EQ(scopes("clang::experimental_invalidates", "C"), "all/all/all");
  EXPECT_EQ(row("clang::experimental_invalidates", "V").Roles, "c");
}

} // namespace
