//===- Corpus.cpp - the tests of the analysis, ready to run ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Corpus.h"
#include "ir/Binary.h"
#include "rules/Rule.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/LineIterator.h"
#include "llvm/Support/MemoryBuffer.h"

namespace holdfast::mutants {

namespace {

/// A diagnostic of the tool.
struct Said {
  bool IsNote = false;
  llvm::StringRef File;
  unsigned Line = 0;
  llvm::StringRef Rule, Level, Text;
};

} // namespace

static bool fits(const Mark &M, const Said &S) {
  if (M.File != S.File || M.Line != S.Line || !S.Text.contains(M.Text))
    return false;
  if (M.K == Mark::Kind::Note)
    return S.IsNote;
  return !S.IsNote && S.Rule == M.Rule && (M.Level.empty() || M.Level == S.Level);
}

bool Test::passes(const models::Library &Lib) const {
  std::vector<rules::Finding> Findings = rules::report(
      solve::solve(Program, Lib, Options), threads::findFaults(Program, Lib), Program, Lib);
  std::vector<Said> Left;
  for (const rules::Finding &F : Findings) {
    if (F.Level == solve::Confidence::Possible) // Not shown by default.
      continue;
    Left.push_back({false, Program.Files[F.Loc.File], F.Loc.Line, F.Rule.substr(9),
                    F.Level == solve::Confidence::Certain ? "certain" : "likely", F.Message});
    for (const rules::Note &N : F.Notes)
      if (N.Loc.isValid())
        Left.push_back({true, Program.Files[N.Loc.File], N.Loc.Line, "", "", N.Message});
  }
  // Marks are sorted: the most particular one picks first.
  for (const Mark &M : Marks) {
    auto Hit = llvm::find_if(Left, [&](const Said &S) { return fits(M, S); });
    bool Found = Hit != Left.end();
    if (Found)
      Left.erase(Hit);
    if (Found == (M.K == Mark::Kind::KnownMiss))
      return false;
  }
  return llvm::all_of(Left, [](const Said &S) { return S.IsNote; });
}

std::string Test::print(const models::Library &Lib) const {
  solve::Solution Found = solve::solve(Program, Lib, Options);
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  for (const solve::Violation &V : Found.Violations)
    OS << int(V.Level) << ' ' << int(V.Handle) << ' ' << int(V.Cause) << ' ' << int(V.Use) << ' '
       << V.CauseLoc.Line << ' ' << V.UseLoc.Line << ' ' << V.HandleLoc.Line << ' '
       << V.LoopLoc.Line << ' ' << V.InLoop << V.IsRangeFor << V.InCallback << V.TemporaryOwner
       << V.MayReallocate << ' ' << V.ContainerName << '.' << V.Operation << ' ' << V.HandleName
       << '\n';
  OS << Found.Stats.Functions << ' ' << Found.Stats.Skipped << ' ' << Found.Stats.GaveUp << '\n';
  return Text;
}

//===--- reading ------------------------------------------------------------===//

static llvm::Expected<Mark> readMark(llvm::ArrayRef<llvm::StringRef> Fields) {
  Mark M;
  static const llvm::StringLiteral Kinds[] = {"finding", "note", "known-miss", "known-false-alarm"};
  const auto *Kind = llvm::find(Kinds, Fields[1]);
  if (Kind == std::end(Kinds) || Fields[3].getAsInteger(10, M.Line))
    return llvm::createStringError("not a mark: " + llvm::join(Fields, " "));
  M.K = static_cast<Mark::Kind>(Kind - Kinds);
  M.File = Fields[2].str();
  M.Rule = Fields[4].str();
  M.Level = Fields[5].str();
  M.Text = Fields[6].str();
  return M;
}

static llvm::Expected<Test> readTest(llvm::ArrayRef<llvm::StringRef> Fields) {
  Test T;
  T.Name = Fields[1].str();
  auto Buffer = llvm::MemoryBuffer::getFile(Fields[2]);
  if (!Buffer)
    return llvm::createStringError(Buffer.getError(), "cannot read " + Fields[2]);
  llvm::Expected<ir::Module> M = ir::readModule((*Buffer)->getBuffer(), Fields[2]);
  if (!M)
    return M.takeError();
  T.Program = std::move(*M);
  T.HasMarks = Fields[0] == "test";
  for (llvm::StringRef Option : Fields.drop_front(3)) {
    if (Option.consume_front("--max-states=")) {
      unsigned Max = 0;
      Option.getAsInteger(10, Max);
      T.Options.setMaxStates(Max);
    } else if (Option.consume_front("--max-steps="))
      Option.getAsInteger(10, T.Options.MaxSteps);
  }
  return T;
}

llvm::Expected<std::vector<Test>> readCorpus(llvm::StringRef Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  if (!Buffer)
    return llvm::createStringError(Buffer.getError(), "cannot read " + Path);
  std::vector<Test> Result;
  for (llvm::line_iterator Line(**Buffer); !Line.is_at_end(); ++Line) {
    llvm::SmallVector<llvm::StringRef, 8> Fields;
    Line->split(Fields, '\t');
    bool IsMark = Fields[0] == "mark";
    if (Fields.size() < 3 || (IsMark && (Fields.size() != 7 || Result.empty())))
      return llvm::createStringError("cannot read this line of " + Path + ": " + *Line);
    if (IsMark) {
      llvm::Expected<Mark> M = readMark(Fields);
      if (!M)
        return M.takeError();
      Result.back().Marks.push_back(std::move(*M));
      continue;
    }
    llvm::Expected<Test> T = readTest(Fields);
    if (!T)
      return T.takeError();
    Result.push_back(std::move(*T));
  }
  return Result;
}

} // namespace holdfast::mutants
