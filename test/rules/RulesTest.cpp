//===- RulesTest.cpp - what the rules say and where -----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Violations made by hand: who claims them, the message, the notes, the merging.
// That the solver finds them is tested by test/solve/ and by the suites beside
// this file.
//
//===----------------------------------------------------------------------===//

#include "rules/Rule.h"
#include "gtest/gtest.h"

using namespace holdfast;
using rules::Finding;
using solve::CauseKind;
using solve::Confidence;
using solve::HandleKind;
using solve::UseKind;
using solve::Violation;

namespace {

class RulesTest : public ::testing::Test {
protected:
  RulesTest() : Lib(models::Library::builtin()) {
    Main = M.addFile("/src/main.cpp");
    Header = M.addFile("/src/list.h");
  }

  ir::Location at(uint32_t Line, uint32_t Column = 1) const {
    return {Main, Line, Column, Line, Column + 1, false};
  }

  /// `for (… : sessions)` at line 12, `sessions.erase(id)` at line 14.
  Violation eraseInRangeFor() const {
    Violation V;
    V.ContainerName = "this->sessions";
    V.ContainerType = "std::map";
    V.Operation = "erase";
    V.Change = models::Change::Erase;
    V.HandleLoc = at(12);
    V.CauseLoc = at(14);
    V.Use = UseKind::Advance;
    V.UseLoc = at(12, 6);
    V.InLoop = V.IsRangeFor = true;
    V.LoopLoc = at(12);
    return V;
  }

  /// `auto it = v.begin(); v.push_back(1); *it;` on lines 3, 4 and 5.
  Violation growthBehindIterator() const {
    Violation V;
    V.HandleName = "it";
    V.ContainerName = "v";
    V.ContainerType = "std::vector";
    V.Operation = "push_back";
    V.Change = models::Change::Insert;
    V.MayReallocate = true;
    V.HandleLoc = at(3);
    V.CauseLoc = at(4);
    V.UseLoc = at(5);
    return V;
  }

  std::vector<Finding> report(std::vector<Violation> Violations) const {
    solve::Solution S;
    S.Violations = std::move(Violations);
    return rules::report(S, {}, M, Lib);
  }

  Finding only(const Violation &V) const {
    std::vector<Finding> Findings = report({V});
    EXPECT_EQ(Findings.size(), 1u);
    return Findings.empty() ? Finding() : Findings.front();
  }

  models::Library Lib;
  ir::Module M;
  uint32_t Main = 0, Header = 0;
};

TEST_F(RulesTest, RangeForNamesContainerAndLoop) {
  Finding F = only(eraseInRangeFor());
  EXPECT_EQ(F.Rule, "holdfast-mutate-while-iterating");
  EXPECT_EQ(F.Message, "erasing from 'sessions' while the range-for at line 12 iterates it");
  EXPECT_EQ(F.Loc, at(14));
  ASSERT_EQ(F.Notes.size(), 2u);
  EXPECT_EQ(F.Notes[0].Loc, at(12));
  EXPECT_EQ(F.Notes[0].Message,
            "the range-for keeps hidden begin and end iterators into 'sessions'; its next step "
            "uses what the change invalidated");
  EXPECT_EQ(F.Notes[1].Loc, at(14));
  EXPECT_EQ(F.Notes[1].Message,
            "use 'std::erase_if(sessions, ...)' (C++20), or a loop over iterators that continues "
            "with 'it = sessions.erase(it)'");
}

TEST_F(RulesTest, LoopInAnotherFileNamesTheFile) {
  Violation V = eraseInRangeFor();
  V.LoopLoc.File = Header;
  EXPECT_EQ(only(V).Message,
            "erasing from 'sessions' while the range-for at line 12 of list.h iterates it");
}

TEST_F(RulesTest, IteratorLoopShowsTheUse) {
  Violation V = eraseInRangeFor();
  V.IsRangeFor = false;
  V.HandleName = "i";
  Finding F = only(V);
  EXPECT_EQ(F.Message, "erasing from 'sessions' while the loop at line 12 iterates it");
  ASSERT_EQ(F.Notes.size(), 2u);
  EXPECT_EQ(F.Notes[0].Loc, at(12, 6));
  EXPECT_EQ(F.Notes[0].Message, "'i' is advanced here after the change invalidated it");
  EXPECT_EQ(F.Notes[1].Message,
            "erase with 'i = sessions.erase(i)', and increment only when nothing was erased");
}

TEST_F(RulesTest, AlgorithmIsNamedAsSuch) {
  Violation V = eraseInRangeFor();
  V.InCallback = true;
  V.InLoop = V.IsRangeFor = false;
  Finding F = only(V);
  EXPECT_EQ(F.Rule, "holdfast-mutate-while-iterating");
  EXPECT_EQ(F.Message, "erasing from 'sessions' while the algorithm at line 12 iterates it");
}

TEST_F(RulesTest, LookUpThatInsertsIsExplained) {
  Violation V = eraseInRangeFor();
  V.ContainerType = "std::unordered_map";
  V.Operation = "operator[]";
  V.Change = models::Change::Insert;
  Finding F = only(V);
  EXPECT_EQ(F.Message, "inserting into 'sessions' while the range-for at line 12 iterates it");
  ASSERT_EQ(F.Notes.size(), 2u);
  EXPECT_EQ(F.Notes[1].Message,
            "'operator[]' inserts a missing key; read with 'sessions.find(...)', or collect the "
            "new elements and insert them after the loop");
}

TEST_F(RulesTest, PointerToContainerIsCalledThroughArrow) {
  Violation V = eraseInRangeFor();
  V.IsRangeFor = false;
  V.ContainerName = "*table";
  Finding F = only(V);
  ASSERT_EQ(F.Notes.size(), 2u);
  EXPECT_NE(F.Notes[1].Message.find("'it = table->erase(it)'"), std::string::npos)
      << F.Notes[1].Message;
}

TEST_F(RulesTest, UnknownContainerGetsARemedyWithoutInventedOperations) {
  Violation V = eraseInRangeFor();
  V.ContainerType = "acme::Table";
  Finding F = only(V);
  ASSERT_EQ(F.Notes.size(), 2u);
  EXPECT_EQ(F.Notes[1].Message, "collect what to erase and erase it after the loop");
}

TEST_F(RulesTest, ChainIsToldInOrder) {
  Violation V = eraseInRangeFor();
  V.Chain = {{"Widget::onEvent", at(13)}, {"unsubscribe", at(40)}};
  Finding F = only(V);
  EXPECT_EQ(F.Loc, at(13));
  EXPECT_EQ(F.Message, "calling 'Widget::onEvent' erases from 'sessions' while the range-for at line "
                       "12 iterates it");
  ASSERT_EQ(F.Notes.size(), 4u);
  EXPECT_EQ(F.Notes[1].Loc, at(40));
  EXPECT_EQ(F.Notes[1].Message, "'Widget::onEvent' calls 'unsubscribe' here");
  EXPECT_EQ(F.Notes[2].Loc, V.CauseLoc);
  EXPECT_EQ(F.Notes[2].Message, "'unsubscribe' erases from 'sessions' here");
}

TEST_F(RulesTest, SkippingIndexLoop) {
  Violation V = eraseInRangeFor();
  V.Cause = CauseKind::Skip;
  V.IsRangeFor = false;
  V.ContainerType = "std::vector";
  Finding F = only(V);
  EXPECT_EQ(F.Rule, "holdfast-mutate-while-iterating");
  EXPECT_EQ(F.Message,
            "erasing from 'sessions' while the loop at line 12 counts up skips the next element");
  EXPECT_EQ(F.Loc, at(14));
}

TEST_F(RulesTest, IteratorAfterGrowth) {
  Finding F = only(growthBehindIterator());
  EXPECT_EQ(F.Rule, "holdfast-invalidated-iterator");
  EXPECT_EQ(F.Message, "iterator 'it' is used after inserting into 'v' may have invalidated it");
  EXPECT_EQ(F.Loc, at(5));
  ASSERT_EQ(F.Notes.size(), 3u);
  EXPECT_EQ(F.Notes[0].Loc, at(3));
  EXPECT_EQ(F.Notes[1].Loc, at(4));
  EXPECT_EQ(F.Notes[1].Message, "inserting into 'v' here may move its elements to larger storage");
  EXPECT_EQ(F.Notes[2].Message, "obtain the iterator again after the change, or reserve enough "
                                "with 'v.reserve(...)' beforehand");
}

TEST_F(RulesTest, IteratorAfterErase) {
  Violation V = growthBehindIterator();
  V.Operation = "erase";
  V.Change = models::Change::Erase;
  V.MayReallocate = false;
  Finding F = only(V);
  EXPECT_EQ(F.Message, "iterator 'it' is used after erasing from 'v' invalidated it");
  ASSERT_EQ(F.Notes.size(), 3u);
  // The erased position may have been another one, so 'it = v.erase(it)' would be wrong.
  EXPECT_EQ(F.Notes[2].Message,
            "use what is needed before the change, or obtain the iterator again after it");

  V.ContainerType = "std::map";
  EXPECT_EQ(only(V).Notes[2].Message,
            "use what is needed before the change, or go on with what it returns: "
            "'it = v.erase(it)'");
}

TEST_F(RulesTest, GrowthOfNodesIsCalledRehash) {
  Violation V = growthBehindIterator();
  V.ContainerType = "std::unordered_map";
  Finding F = only(V);
  ASSERT_EQ(F.Notes.size(), 3u);
  EXPECT_EQ(F.Notes[1].Message, "inserting into 'v' here may rehash it");
  EXPECT_EQ(F.Notes[2].Message, "obtain the iterator again after the change, or reserve enough "
                                "with 'v.reserve(...)' beforehand");
}

TEST_F(RulesTest, DescriptionsAreNotQuotedAndMembersLoseThis) {
  Violation V = growthBehindIterator();
  V.HandleName = "this->position";
  V.ContainerName = "the temporary";
  Finding F = only(V);
  EXPECT_EQ(F.Message, "iterator 'position' is used after inserting into the temporary may have "
                       "invalidated it");
  ASSERT_EQ(F.Notes.size(), 3u);
  EXPECT_NE(F.Notes[2].Message.find("'c.reserve(...)'"), std::string::npos) << F.Notes[2].Message;
}

TEST_F(RulesTest, ReferenceAndViewAreCalledByTheirNames) {
  Violation V = growthBehindIterator();
  V.Handle = HandleKind::Reference;
  V.HandleName = "first";
  EXPECT_EQ(only(V).Rule, "holdfast-invalidated-reference");
  EXPECT_EQ(only(V).Message,
            "reference 'first' is used after inserting into 'v' may have invalidated it");
  V.Handle = HandleKind::View;
  V.HandleName.clear();
  EXPECT_EQ(only(V).Message,
            "view into 'v' is used after inserting into 'v' may have invalidated it");
}

TEST_F(RulesTest, OwnerDestroyed) {
  Violation V = growthBehindIterator();
  V.Handle = HandleKind::View;
  V.HandleName = "sv";
  V.ContainerName = "name";
  V.Cause = CauseKind::Destroy;
  V.Operation.clear();
  Finding F = only(V);
  EXPECT_EQ(F.Message, "view 'sv' is used after 'name' was destroyed");
  ASSERT_EQ(F.Notes.size(), 3u);
  EXPECT_EQ(F.Notes[2].Message, "keep the owner in a variable that lives as long as the view");
}

TEST_F(RulesTest, TemporaryOwnerExplainsTheStandards) {
  Violation V = eraseInRangeFor();
  V.Cause = CauseKind::Destroy;
  V.TemporaryOwner = true;
  Finding F = only(V);
  EXPECT_EQ(F.Rule, "holdfast-invalidated-reference");
  EXPECT_EQ(F.Loc, at(12));
  EXPECT_EQ(F.Message, "the range-for iterates a part of a temporary that is destroyed before its "
                       "first step");
  ASSERT_EQ(F.Notes.size(), 2u);
  EXPECT_NE(F.Notes[0].Message.find("before C++23"), std::string::npos);
}

TEST_F(RulesTest, DeletedNode) {
  Violation V;
  V.Handle = HandleKind::Pointer;
  V.HandleName = "n";
  V.Cause = CauseKind::Release;
  V.Change = models::Change::Release;
  V.CauseLoc = at(8);
  V.UseLoc = at(7, 30);
  V.InLoop = true;
  V.LoopLoc = at(7);
  Finding F = only(V);
  EXPECT_EQ(F.Rule, "holdfast-deleted-node-in-traversal");
  EXPECT_EQ(F.Loc, at(7, 30));
  EXPECT_EQ(F.Message, "the loop at line 7 reads 'n' after it was deleted");
  V.Operation = "free";
  EXPECT_EQ(only(V).Message, "the loop at line 7 reads 'n' after it was released by 'free'");
}

TEST_F(RulesTest, PossibleIsSaid) {
  Violation V = eraseInRangeFor();
  V.Level = Confidence::Possible;
  EXPECT_EQ(only(V).Message,
            "erasing from 'sessions' while the range-for at line 12 iterates it (possible)");
}

TEST_F(RulesTest, EqualFindingsMergeAndTheSurestStays) {
  Violation Unsure = eraseInRangeFor(), Sure = eraseInRangeFor();
  Unsure.Level = Confidence::Possible;
  Unsure.FunctionUsr = M.intern("f<int>");
  Sure.Level = Confidence::Certain;
  Sure.FunctionUsr = M.intern("f<char>");
  for (auto Both : {std::vector<Violation>{Unsure, Sure}, std::vector<Violation>{Sure, Unsure}}) {
    std::vector<Finding> Findings = report(Both);
    ASSERT_EQ(Findings.size(), 1u);
    EXPECT_EQ(Findings[0].Level, Confidence::Certain);
  }
}

TEST_F(RulesTest, OnlyTheFirstUseOfAHandleIsReported) {
  Violation First = growthBehindIterator(), Second = growthBehindIterator();
  Second.UseLoc = at(6);
  std::vector<Finding> Findings = report({Second, First});
  ASSERT_EQ(Findings.size(), 1u);
  EXPECT_EQ(Findings[0].Loc, at(5));
}

TEST_F(RulesTest, AnotherHandleIsAnotherFinding) {
  Violation Other = growthBehindIterator();
  Other.HandleName = "last";
  Other.UseLoc = at(6);
  EXPECT_EQ(report({growthBehindIterator(), Other}).size(), 2u);
}

TEST_F(RulesTest, SortedByFileNameThenPosition) {
  Violation InHeader = growthBehindIterator(), Late = growthBehindIterator();
  InHeader.HandleName = "inHeader";
  InHeader.UseLoc.File = Header;
  Late.HandleName = "late";
  Late.UseLoc = at(5, 9);
  std::vector<Finding> Findings = report({Late, growthBehindIterator(), InHeader});
  ASSERT_EQ(Findings.size(), 3u);
  EXPECT_EQ(Findings[0].Loc.File, Header); // "/src/list.h" < "/src/main.cpp"
  EXPECT_EQ(Findings[1].Loc, at(5));
  EXPECT_EQ(Findings[2].Loc, at(5, 9));
}

TEST_F(RulesTest, EveryRuleIsFoundByName) {
  for (const rules::Rule &R : rules::allRules()) {
    EXPECT_EQ(rules::findRule(R.Name), &R);
    EXPECT_TRUE(R.Name.starts_with("holdfast-"));
    EXPECT_FALSE(R.Summary.ends_with("."));
  }
  EXPECT_EQ(rules::findRule("holdfast-nothing"), nullptr);
}

} // namespace
