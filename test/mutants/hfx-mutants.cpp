//===- hfx-mutants.cpp - which mutants do the tests notice? ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   hfx-mutants CORPUS --rows [--sample=N] [--seed=N] [--only=TEXT] [--list=FILE]
//   hfx-mutants CORPUS --solver=NAMES ...      NAMES: written by hfx-schemata
//   hfx-mutants --lines                        `flip \t LINE \t NAME` for each flip, and
//                                              `row \t LINE \t CLASS \t ROW` for each row
//
// Runs the tests of CORPUS (see Corpus.h) against each mutant and prints
//
//   VERDICT \t NUMBER \t NAME \t TEST...
//
//   killed    the first test that fails; `crash` or `time` when the analysis did not end
//   survived  every test passes; the tests in text form whose output is another one
//   untested  no test names the operation, or executes the statement
//
// --list: those that FILE names, one a line; `unknown` when there is no such mutant.
// Without --sample, --only and --list there is one line `row \t TABLE \t ROW \t tested|untested`
// for each row.
//
//===----------------------------------------------------------------------===//
#include "Active.h"
#include "AlteredTables.h"
#include "Corpus.h"
#include "Trial.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/LineIterator.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"
#include <map>
#include <set>

using namespace holdfast;
using namespace holdfast::mutants;

namespace {

struct Options {
  std::string Corpus;
  bool Rows = false;
  bool Lines = false;
  std::string Names;
  size_t Sample = 0; ///< 0: all.
  std::string Seed = "0";
  std::string Only;
  std::string List;

  bool isWhole() const { return !Sample && Only.empty() && List.empty(); }
};

/// Something to try: how to switch it on, and the tests that it may concern.
struct Mutant {
  size_t Number = 0;
  std::string Name;
  std::vector<const Test *> Tests;
};

/// The lines of the tables that a test has to do with.
struct Touched {
  std::set<size_t> Rows;    ///< Named by an operation.
  std::set<size_t> Related; ///< Of a class that is named: insert iterators, remedies.
  std::set<std::string> Classes;
};

} // namespace

static void touchClass(const models::ClassModel &Class, Touched &T) {
  if (!T.Classes.insert(Class.Name).second)
    return;
  auto Touch = [&](const std::vector<models::Operation> &Rows) {
    for (const models::Operation &Row : Rows)
      T.Related.insert(std::stoul(Row.Source));
  };
  Touch(Class.Own);
  for (const auto *Family : Class.Families)
    Touch(*Family);
}

/// Lib: with line numbers.
static Touched touchedBy(const Test &T, const models::Library &Lib) {
  Touched Result;
  for (const ir::Function &F : T.Program.Functions)
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        if (const auto *Op = std::get_if<ir::ModelOp>(&E.What)) {
          models::Library::Lookup L =
              Lib.resolve(T.Program.text(Op->Name), T.Program.text(Op->Shape));
          if (L.Row)
            Result.Rows.insert(std::stoul(L.Row->Source));
          if (L.Class)
            touchClass(*L.Class, Result);
        }
  return Result;
}

/// Class Name, or the one it is the same as.
static bool concernsClass(const Touched &T, llvm::StringRef Name) {
  if (T.Classes.count(Name.str()))
    return true;
  for (const models::Entry &E : originalLines())
    if (E.K == models::EntryKind::SameAs && Name == E.Pattern && concernsClass(T, E.Name))
      return true;
  return false;
}

/// The line of the row that F is about.
static size_t rowOf(const Flip &F) {
  size_t Row = F.Line;
  while (originalLines()[Row].K == models::EntryKind::Place)
    --Row;
  return Row;
}

static void printLines() {
  useLineNumbers();
  models::Library Numbered = models::Library::builtin();
  auto Print = [](llvm::StringRef Class, const std::vector<models::Operation> &Rows) {
    for (const models::Operation &Row : Rows)
      llvm::outs() << "row\t" << Row.Source << '\t' << Class << '\t' << Row.Name << '('
                   << Row.Pattern << ")\n";
  };
  for (const auto &Class : Numbered.classes()) {
    Print(Class->Name, Class->Own);
    for (const auto *Family : Class->Families)
      Print(Class->Name, *Family);
  }
  for (const Flip &F : allFlips())
    llvm::outs() << "flip\t" << rowOf(F) << '\t' << F.Name << '\n';
}

static std::vector<Mutant> rowMutants(const std::vector<Test> &Tests, const Options &O) {
  useLineNumbers();
  models::Library Numbered = models::Library::builtin();
  use(nullptr);
  std::vector<Touched> ByTest;
  std::set<size_t> Tested;
  for (const Test &T : Tests) {
    ByTest.push_back(touchedBy(T, Numbered));
    Tested.insert(ByTest.back().Rows.begin(), ByTest.back().Rows.end());
  }
  llvm::ArrayRef<models::Entry> Lines = originalLines();
  std::vector<Mutant> Result;
  for (const Flip &F : allFlips()) {
    Mutant M{Result.size(), F.Name, {}};
    size_t Row = rowOf(F);
    bool IsClass = Lines[Row].K == models::EntryKind::Class;
    for (bool Directly : {true, false})
      for (size_t I = 0; I < Tests.size(); ++I) {
        bool Names =
            IsClass ? concernsClass(ByTest[I], Lines[Row].Name) : ByTest[I].Rows.count(Row);
        bool Concerns = Names || (Tested.count(Row) && ByTest[I].Related.count(Row));
        if (Concerns && Names == Directly)
          M.Tests.push_back(&Tests[I]);
      }
    Result.push_back(std::move(M));
  }
  if (O.isWhole())
    for (size_t I = 0; I < Lines.size(); ++I)
      if (Lines[I].K == models::EntryKind::Row)
        llvm::outs() << "row\t" << spotOf(I).Table << '\t' << spotOf(I).Row << '\t'
                     << (Tested.count(I) ? "tested" : "untested") << '\n';
  return Result;
}

static bool runs(const Test &T, const models::Library &Lib) {
  return T.HasMarks ? T.passes(Lib) : T.print(Lib) == T.Printed;
}

static llvm::Expected<std::vector<Mutant>>
solverMutants(const std::vector<Test> &Tests, const models::Library &Lib, const Options &O) {
  auto Buffer = llvm::MemoryBuffer::getFile(O.Names);
  if (!Buffer)
    return llvm::createStringError(Buffer.getError(), "cannot read " + O.Names);
  std::vector<Mutant> Result;
  for (llvm::line_iterator Line(**Buffer); !Line.is_at_end(); ++Line)
    Result.push_back({Result.size() + 1, Line->str(), {}});
  Active = ~0u;
  for (const Test &T : Tests) {
    Reached.assign(Result.size() + 1, false);
    runs(T, Lib);
    for (Mutant &M : Result)
      if (Reached[M.Number])
        M.Tests.push_back(&T);
  }
  Active = 0;
  return Result;
}

/// Tries M in a process of its own.
static Outcome tryMutant(const Mutant &M, const models::Library &Lib, const Options &O) {
  return inChild([&](const std::function<void(llvm::StringRef)> &Say) {
    std::optional<models::Library> Altered;
    if (O.Rows) {
      use(&allFlips()[M.Number]);
      Altered = models::Library::builtin();
    } else {
      Active = M.Number;
    }
    for (const Test *T : M.Tests) {
      if (runs(*T, Altered ? *Altered : Lib))
        continue;
      Say(T->Name);
      if (T->HasMarks)
        return true;
    }
    return false;
  });
}

/// Those with the smallest hash: the same ones whatever else is there.
static void takeSample(std::vector<Mutant> &Mutants, const Options &O) {
  llvm::erase_if(Mutants,
                 [&](const Mutant &M) { return !llvm::StringRef(M.Name).contains(O.Only); });
  if (!O.Sample || O.Sample >= Mutants.size())
    return;
  auto Hash = [&](const Mutant &M) { return llvm::xxh3_64bits(O.Seed + " " + M.Name); };
  llvm::erase_if(Mutants, [](const Mutant &M) { return M.Tests.empty(); });
  llvm::sort(Mutants, [&](const Mutant &A, const Mutant &B) {
    return std::make_tuple(Hash(A), A.Number) < std::make_tuple(Hash(B), B.Number);
  });
  Mutants.resize(std::min(Mutants.size(), O.Sample));
  llvm::sort(Mutants, [](const Mutant &A, const Mutant &B) { return A.Number < B.Number; });
}

/// Those that a file names.
static llvm::Error takeListed(std::vector<Mutant> &Mutants, const std::string &List) {
  auto Buffer = llvm::MemoryBuffer::getFile(List);
  if (!Buffer)
    return llvm::createStringError(Buffer.getError(), "cannot read " + List);
  std::set<std::string> Names, Known;
  for (llvm::line_iterator Line(**Buffer, true, '#'); !Line.is_at_end(); ++Line)
    Names.insert(Line->str());
  llvm::erase_if(Mutants, [&](const Mutant &M) { return !Names.count(M.Name); });
  for (const Mutant &M : Mutants)
    Known.insert(M.Name);
  for (const std::string &Name : Names)
    if (!Known.count(Name))
      llvm::outs() << "unknown\t0\t" << Name << '\n';
  return llvm::Error::success();
}

static llvm::Error run(const Options &O) {
  llvm::Expected<std::vector<Test>> Tests = readCorpus(O.Corpus);
  if (!Tests)
    return Tests.takeError();
  models::Library Lib = models::Library::builtin();
  for (Test &T : *Tests) {
    if (!T.HasMarks)
      T.Printed = T.print(Lib);
    else if (!T.passes(Lib))
      return llvm::createStringError(T.Name + " fails without any mutant");
  }
  llvm::Expected<std::vector<Mutant>> Mutants =
      O.Rows ? rowMutants(*Tests, O) : solverMutants(*Tests, Lib, O);
  if (!Mutants)
    return Mutants.takeError();
  takeSample(*Mutants, O);
  if (!O.List.empty())
    if (llvm::Error E = takeListed(*Mutants, O.List))
      return E;
  for (const Mutant &M : *Mutants) {
    Outcome Result = M.Tests.empty() ? Outcome() : tryMutant(M, Lib, O);
    llvm::outs() << (M.Tests.empty() ? "untested"
                     : Result.Killed ? "killed"
                                     : "survived")
                 << '\t' << M.Number << '\t' << M.Name;
    for (const std::string &Said : Result.Said)
      llvm::outs() << '\t' << Said;
    llvm::outs() << '\n';
  }
  return llvm::Error::success();
}

int main(int Argc, char **Argv) {
  Options O;
  for (int I = 1; I < Argc; ++I) {
    llvm::StringRef Arg = Argv[I];
    if (Arg == "--rows")
      O.Rows = true;
    else if (Arg == "--lines")
      O.Lines = true;
    else if (Arg.consume_front("--solver="))
      O.Names = Arg.str();
    else if (Arg.consume_front("--sample="))
      Arg.getAsInteger(10, O.Sample);
    else if (Arg.consume_front("--seed="))
      O.Seed = Arg.str();
    else if (Arg.consume_front("--only="))
      O.Only = Arg.str();
    else if (Arg.consume_front("--list="))
      O.List = Arg.str();
    else
      O.Corpus = Arg.str();
  }
  if (O.Lines) {
    printLines();
    return 0;
  }
  if (llvm::Error E = run(O)) {
    llvm::errs() << "hfx-mutants: " << llvm::toString(std::move(E)) << '\n';
    return 2;
  }
}
