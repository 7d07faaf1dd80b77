//===- LookupTest.cpp - shapes, patterns and names ------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "models/Model.h"
#include "gtest/gtest.h"

using namespace holdfast::models;

namespace {

TEST(Shapes, LettersMatchThemselves) {
  EXPECT_TRUE(matchesShape("", ""));
  EXPECT_TRUE(matchesShape("IN", "IN"));
  EXPECT_FALSE(matchesShape("IN", "NI"));
  EXPECT_FALSE(matchesShape("I", ""));
  EXPECT_FALSE(matchesShape("", "I"));
}

TEST(Shapes, ValueAcceptsEveryLetter) {
  for (const char *Letter : {"I", "F", "C", "M", "N", "V"})
    EXPECT_TRUE(matchesShape("V", Letter)) << Letter;
  EXPECT_FALSE(matchesShape("N", "V"));
}

TEST(Shapes, ContainerAcceptsAMovedOneNotTheReverse) {
  EXPECT_TRUE(matchesShape("C", "M"));
  EXPECT_FALSE(matchesShape("M", "C"));
}

TEST(Shapes, StarAcceptsAnyRest) {
  EXPECT_TRUE(matchesShape("*", ""));
  EXPECT_TRUE(matchesShape("*", "IVN"));
  EXPECT_TRUE(matchesShape("I*", "I"));
  EXPECT_FALSE(matchesShape("I*", ""));
  EXPECT_FALSE(matchesShape("I*", "V"));
}

struct Lookups : testing::Test {
  Library Lib = Library::builtin();
};

TEST_F(Lookups, OwnRowsWinOverFamilies) {
  // basic_string states its own swap; std::inplace_vector its own push_back.
  const ClassModel &C = *Lib.findClass("std::inplace_vector");
  EXPECT_EQ(Lib.findMethod(C, "push_back", "V")->Iterators, Scope::None);
  EXPECT_EQ(Lib.findMethod(C, "erase", "I")->Iterators, Scope::FromPosition); // VectorLike's
}

TEST_F(Lookups, UnknownIsNull) {
  EXPECT_EQ(Lib.findClass("std::vectors"), nullptr);
  EXPECT_EQ(Lib.findMethod(*Lib.findClass("std::vector"), "frobnicate", ""), nullptr);
  EXPECT_EQ(Lib.findFunction("std::for_each", "I"), nullptr);
  EXPECT_EQ(Lib.resolve("std::vector::push_front", "V").Row, nullptr);
  EXPECT_EQ(Lib.resolve("free", "").Row, nullptr);
  EXPECT_EQ(Lib.resolve("", "").Row, nullptr);
  EXPECT_EQ(Lib.resolve("::free", "V").Row, nullptr);
}

TEST_F(Lookups, ForeignClassModelHasNoRows) {
  ClassModel Mine;
  Mine.Name = "mine";
  EXPECT_EQ(Lib.findMethod(Mine, "begin", ""), nullptr);
}

TEST_F(Lookups, ResolveFindsMethodsAndFunctions) {
  Library::Lookup Method = Lib.resolve("std::map::erase", "I");
  EXPECT_EQ(Method.Class, Lib.findClass("std::map"));
  EXPECT_EQ(Method.Row, Lib.findMethod(*Method.Class, "erase", "I"));
  Library::Lookup Function = Lib.resolve("std::find_if", "IIF");
  EXPECT_EQ(Function.Class, nullptr);
  EXPECT_EQ(Function.Row, Lib.findFunction("std::find_if", "IIF"));
}

TEST_F(Lookups, ClassesHaveTheirOwnRowsForFunctions) {
  const ClassModel &Vector = *Lib.findClass("std::vector"), &List = *Lib.findClass("std::list");
  Library::Lookup OnVector = Lib.findFunctionOn(Vector, "std::erase_if", "CF");
  EXPECT_EQ(OnVector.Class, &Vector);
  EXPECT_EQ(OnVector.Row->Iterators, Scope::FromPosition);
  EXPECT_EQ(Lib.findFunctionOn(List, "std::erase_if", "CF").Row->Iterators, Scope::Erased);
  EXPECT_EQ(Lib.resolve("std::vector::std::erase_if", "CF").Row, OnVector.Row);
  Library::Lookup Generic = Lib.findFunctionOn(Vector, "std::begin", "C");
  EXPECT_EQ(Generic.Class, nullptr);
  EXPECT_EQ(Generic.Row->Returns, Result::Begin);
}

TEST_F(Lookups, SwapFollowsTheElementsOfAVectorNotOfAString) {
  auto Iterators = [&](const char *Class) {
    return Lib.findFunctionOn(*Lib.findClass(Class), "std::swap", "CC").Row->Iterators;
  };
  EXPECT_EQ(Iterators("std::vector"), Scope::None);
  EXPECT_EQ(Iterators("std::basic_string"), Scope::All);
  EXPECT_EQ(Iterators("llvm::SmallVector"), Scope::All);
}

TEST_F(Lookups, SameAsHasTheSameRows) {
  const ClassModel &Original = *Lib.findClass("std::basic_string");
  const ClassModel &Alias = *Lib.findClass("folly::basic_fbstring");
  for (const char *Name : {"c_str", "erase", "begin"}) { // own rows and a family's
    ASSERT_TRUE(Lib.findMethod(Original, Name, ""));
    EXPECT_EQ(Lib.findMethod(Alias, Name, ""), Lib.findMethod(Original, Name, ""));
  }
  EXPECT_EQ(Alias.Kind, Original.Kind);
  EXPECT_EQ(Alias.KeyField, "-");
}

TEST_F(Lookups, LikeAddsToTheRowsOfAnotherClass) {
  const ClassModel &Original = *Lib.findClass("std::unordered_map");
  const ClassModel &Like = *Lib.findClass("boost::unordered::unordered_map");
  EXPECT_EQ(Lib.findMethod(Like, "erase", "I"), Lib.findMethod(Original, "erase", "I"));
  EXPECT_TRUE(Lib.findMethod(Like, "quick_erase", "I"));
  EXPECT_FALSE(Lib.findMethod(Original, "quick_erase", "I"));
}

TEST_F(Lookups, SurviveAMoveOfTheLibrary) {
  const Operation *Row = Lib.resolve("std::map::erase", "I").Row;
  Library Moved = std::move(Lib);
  EXPECT_EQ(Moved.resolve("std::map::erase", "I").Row, Row);
}

// The iterators of tbb::concurrent_vector hold its address.
TEST_F(Lookups, SwappingConcurrentVectorsKeepsReferencesOnly) {
  const Operation *Row = Lib.resolve("tbb::concurrent_vector::swap", "C").Row;
  ASSERT_TRUE(Row);
  EXPECT_EQ(Row->Iterators, Scope::All);
  EXPECT_EQ(Row->References, Scope::None);
}

} // namespace
