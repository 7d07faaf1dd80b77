//===- DoctorProject.cpp - can this project be analyzed -------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Baseline.h"
#include "tool/Database.h"
#include "tool/Diagnosis.h"
#include "tool/Paths.h"
#include "tool/Process.h"
#include "tool/Run.h"
#include "tool/Selection.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace holdfast::tool {
namespace {

namespace fs = llvm::sys::fs;

/// How many sources are parsed to see whether the flags are understood.
constexpr size_t Samples = 3;

class Examination {
public:
  Examination(const Options &O, const std::string &Database, Diagnosis &D)
      : O(O), Database(Database), D(D) {}
  void run();

private:
  std::string buildCommand() const;
  void examineMissing(llvm::ArrayRef<Unit> Units);
  void examineSamples(llvm::ArrayRef<Unit> Units);
  bool parses(const Unit &U);

  const Options &O;
  const std::string &Database;
  Diagnosis &D;
};

std::string Examination::buildCommand() const {
  std::string Directory = llvm::sys::path::parent_path(Database).str();
  for (const auto &[File, Command] :
       {std::pair("CMakeCache.txt", "cmake --build "), std::pair("build.ninja", "ninja -C ")})
    if (fs::exists(Directory + "/" + File))
      return "'" + (Command + shownPath(Directory)) + "'";
  return "it";
}

void Examination::examineMissing(llvm::ArrayRef<Unit> Units) {
  const Unit *First = llvm::find_if(Units, [](const Unit &U) { return U.IsMissing; });
  if (First == Units.end())
    return;
  size_t Missing = llvm::count_if(Units, [](const Unit &U) { return U.IsMissing; });
  D.problem(llvm::Twine(Missing) + " of " + llvm::Twine(Units.size()) +
                " sources of the database are not there, " + shownPath(First->File) +
                " for one: they cannot be analyzed",
            "build the project, so that generated sources are made (" + buildCommand() +
                "), or configure it again when they are gone for good");
}

/// In a process of its own, as in an analysis.
bool Examination::parses(const Unit &U) {
  static int Anchor;
  std::string Self = fs::getMainExecutable(nullptr, &Anchor);
  ProcessResult R = runProcess(Self, {"lower", "-p", Database, "--output=/dev/null", U.File});
  if (R.ExitCode == 0)
    return true;
  std::string Said = llvm::StringRef(R.Errors).trim().split('\n').first.str();
  D.problem(shownPath(U.File) + " does not parse: " + Said,
            "when a header is generated, build the project first (" + buildCommand() +
                "); when a flag is at fault, try it with --extra-arg: 'holdfast lower -v " +
                shownPath(U.File) + "' shows what is wrong");
  return false;
}

void Examination::examineSamples(llvm::ArrayRef<Unit> Units) {
  std::vector<const Unit *> Sound;
  for (const Unit &U : Units)
    if (U.Planned == Unit::Fate::Analyze)
      Sound.push_back(&U);
  if (Sound.empty())
    return D.problem("the database has no C or C++ source that can be analyzed",
                     "generate it again, with the project configured");
  size_t Count = std::min(Samples, Sound.size()), Good = 0;
  for (size_t I = 0; I != Count; ++I)
    Good += parses(*Sound[I * Sound.size() / Count]);
  if (Good == Count)
    D.good("sources parse: " + llvm::Twine(Count) + " of " + llvm::Twine(Sound.size()) + " tried");
}

void Examination::run() {
  llvm::Expected<Configuration> Config = Configuration::create(O);
  if (!Config)
    return D.problem(llvm::toString(Config.takeError()), "correct the configuration file");
  llvm::Expected<Selection> Selected = selectUnits(O, *Config);
  if (!Selected)
    return D.problem(llvm::toString(Selected.takeError()), "generate the database again");
  for (const std::string &Error : Config->errors())
    D.problem(Error, "correct it; 'holdfast --verify-config' looks at all of them");
  examineMissing(Selected->Units);
  examineSamples(Selected->Units);
}

void examineBaseline(Options O, Diagnosis &D) {
  O.What = Command::Gate; // Which reads it.
  llvm::Expected<Configuration> Config = Configuration::create(O);
  llvm::Expected<Options> Whole = Config ? Config->completed(O) : Config.takeError();
  if (!Whole) // Said above.
    return llvm::consumeError(Whole.takeError());
  std::string File = baselineFileOf(*Whole);
  if (!Whole->BaselineFile && !fs::exists(File))
    return;
  llvm::Expected<Baseline> Known = Baseline::read(File);
  if (!Known)
    return D.problem(llvm::toString(Known.takeError()),
                     "restore it, or remove it and 'holdfast baseline create'");
  D.good(llvm::Twine("baseline: ") + File + ", findings: " + llvm::Twine(Known->entries().size()));
}

} // namespace

void examineProject(const Options &O, Diagnosis &D) {
  llvm::Expected<DatabaseSearch> Search =
      O.BuildDir.empty() ? findDatabase({}) : databaseIn(O.BuildDir);
  if (!Search) {
    std::string Why = llvm::toString(Search.takeError());
    return O.BuildDir.empty() ? D.note(Why) : D.problem(Why, "correct -p");
  }
  llvm::Expected<Database> DB = Database::load(Search->Path);
  if (!DB)
    return D.problem(llvm::toString(DB.takeError()), "generate it again");
  D.good("compile database: " + shownPath(DB->Path) +
         ", entries: " + llvm::Twine(DB->Commands.size()));
  Examination(O, DB->Path, D).run();
  examineBaseline(O, D);
}

} // namespace holdfast::tool
