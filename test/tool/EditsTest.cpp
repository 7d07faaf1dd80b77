//===- EditsTest.cpp - many files, all or none ----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Edits.h"
#include "tool/Patch.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"
#include <random>

using namespace holdfast;
using namespace holdfast::tool;
namespace fs = llvm::sys::fs;

namespace {

/// A directory of its own for each test.
class Edits : public testing::Test {
protected:
  void SetUp() override { ASSERT_FALSE(fs::createUniqueDirectory("holdfast-edits", Directory)); }
  void TearDown() override { fs::remove_directories(Directory); }

  std::string path(llvm::StringRef Name) const { return (Directory + "/" + Name).str(); }
  void write(llvm::StringRef Name, llvm::StringRef Text) const {
    std::error_code E;
    llvm::raw_fd_ostream OS(path(Name), E);
    OS << Text;
  }
  std::string read(llvm::StringRef Name) const {
    auto Buffer = llvm::MemoryBuffer::getFile(path(Name));
    return Buffer ? (*Buffer)->getBuffer().str() : "cannot be read";
  }
  /// What Set makes of the one file that it changes.
  static std::string after(const EditSet &Set) {
    auto Files = Set.apply();
    if (!Files)
      return llvm::toString(Files.takeError());
    return Files->size() == 1 ? Files->front().After
                              : std::to_string(Files->size()) + " files are changed";
  }
  static std::string message(llvm::Error E) { return llvm::toString(std::move(E)); }
  size_t filesInDirectory() const {
    std::error_code E;
    size_t Result = 0;
    for (fs::directory_iterator It(Directory, E), End; It != End && !E; It.increment(E))
      ++Result;
    return Result;
  }

  llvm::SmallString<128> Directory;
};

TEST_F(Edits, replacesAndInserts) {
  write("a.cpp", "one two three\n");
  EditSet Set;
  EXPECT_EQ(message(Set.add({{path("a.cpp"), 4, 3, "2"}, {path("a.cpp"), 8, 0, "and "}})), "");
  EXPECT_EQ(after(Set), "one 2 and three\n");
}

TEST_F(Edits, ofSeveralUnitsAreMadeOnce) {
  write("a.h", "one two three\n");
  EditSet Set;
  for (int Unit = 0; Unit != 3; ++Unit)
    EXPECT_EQ(message(Set.add({{path("a.h"), 0, 0, "zero "}, {path("a.h"), 4, 3, "2"}})), "");
  EXPECT_EQ(after(Set), "zero one 2 three\n");
}

TEST_F(Edits, ofOneFileByTwoNamesAreMadeOnce) {
  write("a.h", "one\n");
  ASSERT_FALSE(fs::create_link(path("a.h"), path("b.h")));
  EditSet Set;
  EXPECT_EQ(message(Set.add({{path("a.h"), 0, 0, "zero "}})), "");
  EXPECT_EQ(message(Set.add({{path("b.h"), 0, 0, "zero "}})), "");
  EXPECT_EQ(after(Set), "zero one\n");
}

TEST_F(Edits, thatOverlapAreRefusedAsAWhole) {
  write("a.cpp", "one two three\n");
  EditSet Set;
  EXPECT_EQ(message(Set.add({{path("a.cpp"), 4, 3, "2"}})), "");
  for (fix::Edit Wrong : std::vector<fix::Edit>{{"", 5, 1, "x"},
                                                {"", 0, 5, "x"},
                                                {"", 5, 0, "x"},
                                                {"", 4, 3, "other text"},
                                                {"", 0, 14, ""}}) {
    Wrong.File = path("a.cpp");
    EXPECT_NE(message(Set.add({{path("a.cpp"), 0, 3, "1"}, Wrong})), "") << Wrong.Offset;
  }
  EXPECT_EQ(after(Set), "one 2 three\n");
}

TEST_F(Edits, thatTouchDoNotOverlap) {
  write("a.cpp", "one two three\n");
  EditSet Set;
  EXPECT_EQ(message(Set.add({{path("a.cpp"), 4, 3, "2"}})), "");
  EXPECT_EQ(message(Set.add({{path("a.cpp"), 4, 0, "<"}, {path("a.cpp"), 7, 0, ">"}})), "");
  EXPECT_EQ(message(Set.add({{path("a.cpp"), 3, 1, "_"}})), "");
  EXPECT_EQ(after(Set), "one_<2> three\n");
}

TEST_F(Edits, ofLinesAtOnePlaceAreInOrderAndOtherInsertionsAreNot) {
  write("a.cpp", "int i;\n");
  EditSet Set;
  EXPECT_EQ(message(Set.add({{path("a.cpp"), 0, 0, "#include <vector>\n"}})), "");
  EXPECT_EQ(message(Set.add({{path("a.cpp"), 0, 0, "#include <algorithm>\n"}})), "");
  EXPECT_NE(message(Set.add({{path("a.cpp"), 0, 0, "static "}})), "");
  EXPECT_EQ(after(Set), "#include <algorithm>\n#include <vector>\nint i;\n");
}

TEST_F(Edits, keepLineEnds) {
  write("a.cpp", "one\r\ntwo\r\n");
  EditSet Set;
  EXPECT_EQ(message(Set.add({{path("a.cpp"), 5, 0, "a\nb\n"}})), "");
  EXPECT_EQ(after(Set), "one\r\na\r\nb\r\ntwo\r\n");
}

TEST_F(Edits, areFormattedWhereThereIsAStyle) {
  llvm::StringRef Code = "void f(int  a) {\n  if (a) f(0);\n  g( );\n}\n";
  write("a.cpp", Code);
  EditSet Set;
  EXPECT_EQ(message(Set.add({{path("a.cpp"), unsigned(Code.find("f(0)")), 4, "{f(0);f(  1);}"}})),
            "");
  EXPECT_EQ(after(Set), "void f(int  a) {\n  if (a) {f(0);f(  1);};\n  g( );\n}\n");
  write(".clang-format", "BasedOnStyle: LLVM\n");
  EXPECT_EQ(after(Set), "void f(int  a) {\n  if (a) {\n    f(0);\n    f(1);\n  };\n  g( );\n}\n");
  write(".clang-format", "BasedOnStyle: [\n");
  EXPECT_NE(after(Set).find("cannot format"), std::string::npos);
}

TEST_F(Edits, leaveOtherIncludesInTheirOrder) {
  write(".clang-format", "BasedOnStyle: Google\n");
  write("a.cpp", "#include \"z.h\"\n#include <map>\n#include <algorithm>\n\n#include \"b.h\"\n");
  EditSet Set;
  EXPECT_EQ(message(Set.add({{path("a.cpp"), 29, 0, "\n#include <holdfast/map.hpp>"}})), "");
  EXPECT_EQ(after(Set), "#include \"z.h\"\n#include <map>\n#include <holdfast/map.hpp>\n"
                        "#include <algorithm>\n\n#include \"b.h\"\n");
}

TEST_F(Edits, areWrittenToAllFilesOrToNone) {
  for (llvm::StringRef Name : {"a.cpp", "b.cpp", "c.cpp"})
    write(Name, "one\n");
  EditSet Set;
  EXPECT_EQ(
      message(Set.add(
          {{path("a.cpp"), 0, 3, "1"}, {path("b.cpp"), 0, 3, "1"}, {path("c.cpp"), 0, 3, "1"}})),
      "");
  auto Files = Set.apply();
  ASSERT_TRUE(bool(Files));
  ASSERT_FALSE(fs::setPermissions(path("b.cpp"), fs::all_read));
  EXPECT_NE(message(writeAll(*Files)).find("b.cpp: it is read-only; no file was changed"),
            std::string::npos);
  for (llvm::StringRef Name : {"a.cpp", "b.cpp", "c.cpp"})
    EXPECT_EQ(read(Name), "one\n");
  ASSERT_FALSE(fs::setPermissions(path("b.cpp"), fs::all_read | fs::owner_write));
  EXPECT_EQ(message(writeAll(*Files)), "");
  for (llvm::StringRef Name : {"a.cpp", "b.cpp", "c.cpp"})
    EXPECT_EQ(read(Name), "1\n");
  EXPECT_EQ(filesInDirectory(), 3u); // Nothing temporary is left.
  EXPECT_EQ(*fs::getPermissions(path("b.cpp")), fs::all_read | fs::owner_write);
}

TEST_F(Edits, doNotOverwriteWhatSomebodyElseWroteMeanwhile) {
  write("a.cpp", "one\n");
  EditSet Set;
  EXPECT_EQ(message(Set.add({{path("a.cpp"), 0, 3, "1"}})), "");
  auto Files = Set.apply();
  ASSERT_TRUE(bool(Files));
  write("a.cpp", "one more\n");
  EXPECT_NE(message(writeAll(*Files)).find("it was changed meanwhile; no file was changed"),
            std::string::npos);
  EXPECT_EQ(read("a.cpp"), "one more\n");
  write("a.cpp", "");
  EXPECT_NE(after(Set).find("was changed since it was analyzed"), std::string::npos);
}

TEST_F(Edits, areMadeInWhatTheyWereMadeFor) {
  write("a.cpp", "one two\n");
  EditSet Set;
  fix::Edit E{path("a.cpp"), 4, 3, "2", fix::digestOf("one two\n")};
  EXPECT_EQ(message(Set.add(E)), "");
  EXPECT_EQ(after(Set), "one 2\n");
  write("a.cpp", "ten two\n"); // As long as before.
  EXPECT_NE(after(Set).find("was changed since it was analyzed"), std::string::npos);
}

TEST_F(Edits, ofAFileThatIsGone) {
  EditSet Set;
  EXPECT_EQ(message(Set.add({{path("a.cpp"), 0, 0, "x"}})), "");
  EXPECT_NE(after(Set).find("cannot read"), std::string::npos);
}

TEST_F(Edits, areShownAsAPatch) {
  std::string Before, After;
  for (int I = 1; I != 30; ++I)
    Before += std::to_string(I) + "\n";
  After = Before;
  After.replace(After.find("5\n"), 1, "five");
  After.replace(After.find("20\n"), 3, "");
  EXPECT_EQ(unifiedDiff({"/x/a.cpp", Before, After}),
            "--- a/x/a.cpp\n+++ b/x/a.cpp\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"
            "@@ -17,7 +17,6 @@\n 17\n 18\n 19\n-20\n 21\n 22\n 23\n");
  EXPECT_EQ(unifiedDiff({"/x/a.cpp", Before, Before}), "");
  EXPECT_EQ(unifiedDiff({"/x/a.cpp", "", "1\n"}),
            "--- a/x/a.cpp\n+++ b/x/a.cpp\n@@ -0,0 +1 @@\n+1\n");
  EXPECT_EQ(unifiedDiff({"/x/a.cpp", "1", "1\n"}),
            "--- a/x/a.cpp\n+++ b/x/a.cpp\n@@ -1 +1 @@\n-1\n\\ No newline at end of file\n+1\n");
}

/// What patch(1) makes of a patch is the text that it was made of.
TEST_F(Edits, makePatchesThatApply) {
  std::mt19937 Random(1);
  for (int Round = 0; Round != 200; ++Round) {
    auto Text = [&] {
      std::string Result;
      for (int I = Random() % 40; I-- > 0;)
        Result += std::string(1, 'a' + Random() % 4) + (I == 0 && Random() % 4 == 0 ? "" : "\n");
      return Result;
    };
    EditedFile F{path("a.cpp"), Text(), Text()};
    if (F.Before == F.After)
      continue;
    write("a.cpp", F.Before);
    write("a.patch", unifiedDiff(F));
    std::string Command = "patch -s -d / -p1 < " + path("a.patch");
    ASSERT_EQ(std::system(Command.c_str()), 0) << unifiedDiff(F);
    // patch(1) removes a file that becomes empty.
    ASSERT_EQ(F.After.empty() && !fs::exists(path("a.cpp")) ? "" : read("a.cpp"), F.After);
  }
}

} // namespace
