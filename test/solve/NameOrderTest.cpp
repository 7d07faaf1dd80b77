//===- NameOrderTest.cpp - numbers of names decide nothing ----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is kept of functions is known by texts of names, not by their numbers (solve/Problem.h): so
// an execution may not walk anything in the order of the numbers. All programs of test/solve are
// solved with their names numbered as they are met, the other way round, and by their text.
//
//===----------------------------------------------------------------------===//
#include "ir/Fields.h"
#include "ir/Text.h"
#include "solve/Solver.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gtest/gtest.h"

using namespace holdfast;

namespace {

/// Moves symbols from one module to another.
struct Renaming : ir::FieldWalk<ir::FieldEditor> {
  Renaming(const ir::Module &From, ir::Module &To) : From(From), To(To) {}
  void symbol(ir::Symbol &S) { S = To.intern(From.text(S)); }
  const ir::Module &From;
  ir::Module &To;
};

/// M with its names numbered in another order.
ir::Module renumbered(const ir::Module &M,
                      llvm::function_ref<void(std::vector<llvm::StringRef> &)> Arrange) {
  std::vector<llvm::StringRef> Texts;
  for (size_t S = 1; S != M.numSymbols(); ++S)
    Texts.push_back(M.text(static_cast<ir::Symbol>(S)));
  Arrange(Texts);
  ir::Module Result;
  for (llvm::StringRef Text : Texts)
    Result.intern(Text);
  Result.Files = M.Files;
  Renaming Rename(M, Result);
  auto Move = [&](auto &To, const auto &From) {
    To = From;
    for (auto &Item : To)
      ir::fields(Rename, Item);
  };
  Move(Result.Functions, M.Functions);
  Move(Result.Records, M.Records);
  Move(Result.Declarations, M.Declarations);
  return Result;
}

std::vector<std::string> solved(const ir::Module &M, const models::Library &Lib) {
  std::vector<std::string> Result;
  for (const solve::Violation &V : solve::solve(M, Lib).Violations) {
    std::string &Text = Result.emplace_back();
    llvm::raw_string_ostream OS(Text);
    for (const ir::Location *L :
         {&V.CauseLoc, &V.UseLoc, &V.HandleLoc, &V.LoopLoc, &V.CallLoc, &V.ContainerLoc})
      OS << L->File << ':' << L->Line << ' ';
    OS << V.HandleName << ' ' << V.ContainerName << ' ' << V.Operation << ' ' << V.FunctionName
       << ' ' << V.Caller << ' ' << static_cast<int>(V.Level) << ' ' << static_cast<int>(V.Use);
    for (const solve::ChainStep &Step : V.Chain)
      OS << ' ' << Step.Function << ':' << Step.Call.Line;
  }
  llvm::sort(Result);
  return Result;
}

TEST(NameOrderTest, NumbersOfNamesDecideNothing) {
  const models::Library Lib = models::Library::builtin();
  size_t Programs = 0, Found = 0;
  std::error_code E;
  for (llvm::sys::fs::recursive_directory_iterator I(HOLDFAST_SOLVE_TESTS, E), End; !E && I != End;
       I.increment(E)) {
    auto Buffer = llvm::MemoryBuffer::getFile(I->path());
    llvm::Expected<ir::Module> M = Buffer && llvm::StringRef(I->path()).ends_with(".hfx")
                                       ? ir::parseText((*Buffer)->getBuffer(), I->path())
                                       : ir::Module();
    if (!M) {
      llvm::consumeError(M.takeError()); // Of another kind: split by its test.
      continue;
    }
    const std::vector<std::string> One = solved(*M, Lib);
    auto Reverse = [](std::vector<llvm::StringRef> &All) { std::reverse(All.begin(), All.end()); };
    auto Sort = [](std::vector<llvm::StringRef> &All) { llvm::sort(All); };
    EXPECT_EQ(One, solved(renumbered(*M, Reverse), Lib)) << I->path() << ", reversed";
    EXPECT_EQ(One, solved(renumbered(*M, Sort), Lib)) << I->path() << ", sorted";
    Programs += !M->Functions.empty();
    Found += One.size();
  }
  EXPECT_GT(Programs, 15u);
  EXPECT_GT(Found, 80u);
}

} // namespace
