//===- TogetherTest.cpp - fixes that others make together -----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "fix/Together.h"
#include "gtest/gtest.h"

using namespace holdfast::fix;

namespace {

/// Takes fixes of one file, and makes the edits that are left.
class TogetherTest : public testing::Test {
protected:
  std::string Text = "// a\n#include <b>\n\nint x;\n";
  Together Made;
  std::vector<Edit> Left;

  Fix insert(llvm::StringRef Line, Safety Trust = Safety::Safe) {
    return {"kind", "title", "why", Trust, {{"f", unsigned(Text.find("#include")), 0, Line.str()}}};
  }
  Fix replace(unsigned Offset, unsigned Length, Safety Trust = Safety::Safe) {
    return {"kind", "title", "why", Trust, {{"f", Offset, Length, "y"}}};
  }
  size_t take(const Fix &F, bool IsSure = true) {
    EXPECT_TRUE(Made.allow(F));
    std::vector<Edit> More =
        Made.take(F, [&](const std::string &) { return llvm::StringRef(Text); }, IsSure);
    Left.insert(Left.end(), More.begin(), More.end());
    return More.size();
  }
  /// No two of what is left insert at one place.
  std::string made() {
    std::sort(Left.begin(), Left.end());
    for (size_t I = 1; I < Left.size(); ++I)
      EXPECT_FALSE(Left[I].Offset == Left[I - 1].Offset && Left[I].Length == Left[I - 1].Length);
    return edited(Text, Left);
  }
};

TEST_F(TogetherTest, OneLineIsMadeOnce) {
  EXPECT_EQ(take(insert("#include <a>\n")), 1u);
  EXPECT_EQ(take(insert("#include <a>\n")), 0u);
  EXPECT_EQ(made(), "// a\n#include <a>\n#include <b>\n\nint x;\n");
}

TEST_F(TogetherTest, OthersGoBesideInOrder) {
  take(insert("#include <ab>\n"));
  take(insert("#include <aa>\n"));
  take(insert("#include <ac>\n"));
  EXPECT_EQ(made(), "// a\n#include <aa>\n#include <ab>\n#include <ac>\n#include <b>\n\nint x;\n");
  take(insert("#include <d>\n"));
  EXPECT_EQ(
      made(),
      "// a\n#include <aa>\n#include <ab>\n#include <ac>\n#include <b>\n#include <d>\n\nint x;\n");
}

TEST_F(TogetherTest, LineEndsOfWindows) {
  Text = "// a\r\n#include <b>\r\n";
  take(insert("#include <ab>\r\n"));
  take(insert("#include <aa>\r\n"));
  EXPECT_EQ(made(), "// a\r\n#include <aa>\r\n#include <ab>\r\n#include <b>\r\n");
}

TEST_F(TogetherTest, SafeOnesDoNotRelyOnOthers) {
  EXPECT_EQ(take(insert("#include <a>\n", Safety::Suggestion)), 1u);
  EXPECT_EQ(take(insert("#include <a>\n")), 1u);
  EXPECT_EQ(take(insert("#include <a>\n", Safety::Offer)), 0u);
}

TEST_F(TogetherTest, NobodyReliesOnWhatMayBeSilenced) {
  EXPECT_EQ(take(insert("#include <a>\n"), /*IsSure=*/false), 1u);
  EXPECT_EQ(take(insert("#include <a>\n")), 1u);
}

TEST_F(TogetherTest, WhatOverlapsWaits) {
  take(replace(20, 3));
  EXPECT_FALSE(Made.allow(replace(21, 3)));
  EXPECT_TRUE(Made.allow(replace(23, 1)));
  EXPECT_EQ(take(replace(20, 3)), 0u);
  take(replace(0, 2, Safety::Suggestion));
  EXPECT_TRUE(Made.allow(replace(1, 2)));
  EXPECT_FALSE(Made.allow(replace(1, 2, Safety::Offer)));
}

} // namespace
