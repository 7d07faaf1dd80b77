//===- LinkTest.cpp - several modules as one ------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "link/Link.h"
#include "ir/Binary.h"
#include "ir/Text.h"
#include "ir/Verify.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"
#include <algorithm>

using namespace holdfast;
using link::Linker;
using link::Rank;

namespace {

ir::Module parse(llvm::StringRef Text) {
  llvm::Expected<ir::Module> M = ir::parseText(Text, "test.hfx");
  if (!M) {
    ADD_FAILURE() << llvm::toString(M.takeError());
    return {};
  }
  return std::move(*M);
}

std::string textOf(const ir::Module &M) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  ir::printText(M, OS);
  return OS.str();
}

std::string bytesOf(const ir::Module &M) {
  std::string Bytes;
  llvm::raw_string_ostream OS(Bytes);
  ir::writeBinary(M, OS);
  return OS.str();
}

std::vector<std::string> usrsOf(const ir::Module &M) {
  std::vector<std::string> Result;
  for (const ir::Function &F : M.Functions)
    Result.push_back(M.text(F.Usr).str());
  return Result;
}

using Usrs = std::vector<std::string>;

TEST(LinkTest, NothingIsAnEmptyProgram) {
  Linker L;
  ir::Module M = L.take();
  EXPECT_TRUE(M.Functions.empty());
  EXPECT_TRUE(M.Files.empty());
}

TEST(LinkTest, AHundredUnitsWithOneHeaderAreOneFunction) {
  Linker L;
  for (int I = 0; I != 100; ++I)
    L.add(parse("file 0 \"u" + std::to_string(I) +
                ".cpp\"\nfile 1 \"h.h\"\n"
                "function \"h\" @f1:3:1\n  op std::vector::clear recv @v @f1:4:1\n"
                "function \"u" +
                std::to_string(I) + "\" @1:1\n  call \"h\" @2:1\n"));
  ir::Module M = L.take();
  EXPECT_EQ(M.Functions.size(), 101u);
  EXPECT_EQ(L.statistics().Read, 200u);
  EXPECT_EQ(L.statistics().Functions, 101u);
  EXPECT_EQ(L.statistics().Variants, 0u);
  EXPECT_EQ(M.Files.size(), 101u);
  EXPECT_FALSE(ir::findDefect(M));
}

TEST(LinkTest, SymbolNumbersDoNotMatter) {
  ir::Module A = parse("file 0 \"h.h\"\nfunction \"f\" @1:1\n  call \"g\" @2:1\n");
  ir::Module B = parse("file 0 \"x.h\"\nfile 1 \"h.h\"\nfunction \"g\" @9:1\n"
                       "function \"f\" @f1:1:1\n  call \"g\" @f1:2:1\n");
  Linker L;
  L.add(std::move(A));
  L.add(std::move(B));
  ir::Module M = L.take();
  EXPECT_EQ(usrsOf(M), (Usrs{"f", "g"}));
}

TEST(LinkTest, ALocationMatters) {
  Linker L;
  L.add(parse("file 0 \"h.h\"\nfunction \"f\" @1:1\n"));
  L.add(parse("file 0 \"h.h\"\nfunction \"f\" @2:1\n"));
  EXPECT_EQ(L.take().Functions.size(), 2u);
  EXPECT_EQ(L.statistics().Variants, 1u);
}

TEST(LinkTest, EveryOrderGivesTheSameBytes) {
  const char *Texts[] = {
      "file 0 \"a/u.cpp\"\nfunction \"s\" usr \"c:u.cpp@F@s#\" @1:1\n"
      "function \"f\" @2:1\n  call \"c:u.cpp@F@s#\" @3:1\n",
      "file 0 \"b/u.cpp\"\nfunction \"s\" usr \"c:u.cpp@F@s#\" @1:1\n"
      "function \"g\" @2:1\n  call \"c:u.cpp@F@s#\" @3:1\n",
      "file 0 \"b/u.cpp\"\nfunction \"s\" usr \"c:u.cpp@F@s#\" @1:1\n  use @x.*\n"
      "function \"g\" @2:1\n  call \"c:u.cpp@F@s#\" @3:1\n",
      "file 0 \"m.cpp\"\nfunction \"f\" @2:1\n  call \"g\" @3:1\n"};
  std::vector<int> Order = {0, 1, 2, 3};
  std::string First;
  do {
    Linker L;
    for (int I : Order)
      L.add(parse(Texts[I]));
    std::string Bytes = bytesOf(L.take());
    if (First.empty())
      First = Bytes;
    EXPECT_EQ(Bytes, First);
  } while (std::next_permutation(Order.begin(), Order.end()));
}

TEST(LinkTest, ANameIsGuardedByWhatAnyUnitSays) {
  ir::Module A = parse("file 0 \"a.h\"\ndeclared \"jobs\" of \"Pool\" @4:3-4:9\n"
                       "declared \"names\" of \"Pool\" guarded-by this.mutex@Pool @5:3-5:9\n");
  ir::Module B =
      parse("file 0 \"a.h\"\ndeclared \"jobs\" of \"Pool\" guarded-by @\"c:@all\" @4:3-4:9\n"
            "declared \"names\" of \"Pool\" guarded-by @\"c:@all\" @5:3-5:9\n");
  const char *Expected =
      "file 0 \"a.h\"\n"
      "declared \"jobs\" of \"Pool\" guarded-by @\"c:@all\" @4:3-4:9\n"
      "declared \"names\" of \"Pool\" guarded-by @\"c:@all\", this.mutex@Pool @5:3-5:9\n";
  for (bool Swapped : {false, true}) {
    Linker L;
    L.add(Swapped ? B : A);
    L.add(Swapped ? A : B);
    EXPECT_EQ(textOf(L.take()), Expected);
  }
}

TEST(LinkTest, ANameIsDeclaredAtTheFirstPlaceOfAnyUnit) {
  ir::Module A = parse("file 0 \"b.h\"\ndeclared \"jobs\" of \"Pool\" @4:3-4:9\n"
                       "declared \"c:@all\" @9:1-9:4\n");
  ir::Module B = parse("file 0 \"a.h\"\nfile 1 \"b.h\"\ndeclared \"jobs\" of \"Pool\" @7:3-7:9\n"
                       "declared \"jobs\" of \"Other\" @f1:5:3-5:9\n");
  const char *Expected = "declared \"c:@all\" @9:1-9:4\n"
                         "declared \"jobs\" of \"Other\" @5:3-5:9\n"
                         "declared \"jobs\" of \"Pool\" @f1:7:3-7:9\n";
  for (bool Swapped : {false, true}) {
    Linker L;
    L.add(Swapped ? B : A);
    L.add(Swapped ? A : B);
    EXPECT_EQ(textOf(L.take()), std::string("file 0 \"b.h\"\nfile 1 \"a.h\"\n") + Expected);
  }
}

TEST(LinkTest, ALinkerCanBeUsedAgain) {
  Linker L;
  L.add(parse("function \"f\"\n"));
  std::string Once = textOf(L.take());
  L.add(parse("function \"f\"\n"));
  EXPECT_EQ(textOf(L.take()), Once);
}

TEST(LinkTest, RecursionEndsAndVariantsOfItAreApart) {
  auto Text = [](llvm::StringRef Leaf) {
    return ("file 0 \"h.h\"\nfunction \"a\" @1:1\n  call \"b\" @2:1\n"
            "function \"b\" @3:1\n  call \"a\" @4:1\n  call \"leaf\" @5:1\n"
            "function \"leaf\" @6:1\n  " +
            Leaf + "\n")
        .str();
  };
  Linker L;
  L.add(parse(Text("op std::vector::clear recv @v @7:1")));
  L.add(parse(Text("use @v.* @7:1")));
  ir::Module M = L.take();
  EXPECT_EQ(M.Functions.size(), 6u);
  EXPECT_EQ(L.statistics().Variants, 3u);
}

TEST(LinkTest, ClosuresAndDestructorsAreBoundToo) {
  auto Text = [](llvm::StringRef File) {
    return ("file 0 \"" + File +
            "\"\nfunction \"f\" usr \"c:u.cpp@F@f#\" @1:1\ntemp %l\nlocal %x\n"
            "  closure %l = \"c:u.cpp@7@lambda\" @2:1\n"
            "  destroy %x calls \"c:u.cpp@aN@S@X@F@~X#\" @3:1\n"
            "function \"lambda\" usr \"c:u.cpp@7@lambda\" lambda @2:1\n")
        .str();
  };
  Linker L;
  L.add(parse(Text("a/u.cpp")));
  L.add(parse(Text("b/u.cpp")));
  std::string Linked = textOf(L.take());
  auto Count = [&](llvm::StringRef Word) { return llvm::StringRef(Linked).count(Word); };
  EXPECT_EQ(Count("closure %l = \"c:u.cpp@7@lambda\""), 1u);
  EXPECT_EQ(Count("closure %l = \"c:u.cpp@7@lambda~"), 1u);
  EXPECT_EQ(Count("calls \"c:u.cpp@aN@S@X@F@~X#\""), 1u);
  EXPECT_EQ(Count("calls \"c:u.cpp@aN@S@X@F@~X#~"), 1u);
}

TEST(LinkTest, SummariesGiveWayAndComeLast) {
  Linker L;
  L.add(parse("file 0 \"a.cpp\"\nfunction \"a\" @1:1\n  call \"old\" @2:1\n"
              "function \"b\" @5:1\n  call \"a\" @6:1\nfunction \"old\" @8:1\n"),
        Rank::Summary);
  L.add(parse("file 0 \"a.cpp\"\nfunction \"a\" @2:1\n  call \"b\" @3:1\n"));
  ir::Module M = L.take();
  EXPECT_EQ(usrsOf(M), (Usrs{"a", "b", "old"}));
  EXPECT_EQ(L.statistics().Own, 1u);
  EXPECT_EQ(M.Functions.front().Loc.Line, 2u);
}

TEST(LinkTest, AHeaderThatIsSeenDefinesWhatIsMeant) {
  // Two programs of one source: a method is inline in one of them. Who sees the header without its
  // definition means the other one, though more units have it.
  const std::string Files = "file 0 \"h.h\"\nfile 1 \"gui.cpp\"\n";
  const std::string Inline = Files + "function \"size\" @1:1\nfunction \"next\" @5:1\n";
  auto Build = [&](bool SeesHeader) {
    Linker L;
    L.add(parse(Inline));
    L.add(parse(Inline + "function \"fill\" @f1:9:1\n  call \"next\" @f1:2:1\n"));
    L.add(parse("file 0 \"core.cpp\"\nfunction \"next\" @7:1\n"));
    L.add(parse(Files + (SeesHeader ? "function \"size\" @1:1\n" : "") +
                "function \"fill\" @f1:1:1\n  call \"next\" @f1:2:1\n"));
    return L.take();
  };
  auto LineOfCallee = [](const ir::Module &M) {
    for (const ir::Function &F : M.Functions)
      if (M.text(F.Name) == "fill" && F.Loc.Line == 1)
        for (const ir::Function &Callee : M.Functions)
          if (Callee.Usr == std::get<ir::Call>(F.Blocks[0].Effects[0].What).Callee)
            return Callee.Loc.Line;
    return 0U;
  };
  EXPECT_EQ(LineOfCallee(Build(true)), 7U);
  EXPECT_EQ(LineOfCallee(Build(false)), 5U);
}

TEST(LinkTest, ADefinitionTwiceInOneUnitStays) {
  Linker L;
  L.add(
      parse("function \"f\" @1:1\nfunction \"f\" @2:1\nfunction \"g\" @3:1\n  call \"f\" @4:1\n"));
  ir::Module M = L.take();
  EXPECT_EQ(M.Functions.size(), 3u);
}

} // namespace
