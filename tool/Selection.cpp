//===- Selection.cpp - which units a run is about -------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Selection.h"
#include "tool/Database.h"
#include "tool/Flags.h"
#include "tool/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace holdfast::tool {
namespace fs = llvm::sys::fs;
namespace {

/// A PATH of the command line, and whether an entry was found for it.
struct Wanted {
  std::string Given;
  std::string Path; ///< Absolute, as the user spells it.
  std::string Real; ///< Without symbolic links; databases often have those resolved.
  bool Found = false;

  explicit Wanted(const std::string &Given)
      : Given(Given), Path(absolutePath(Given)), Real(realPath(Path)) {}
};

class Selector {
public:
  Selector(const Options &O, Configuration &Config) : O(O), Config(Config) {}

  llvm::Expected<Selection> fromFlags();
  llvm::Expected<Selection> fromDatabase();

private:
  void plan(Unit &U, Unit::Fate Fate, llvm::StringRef Excuse) {
    U.Planned = Fate;
    U.Excuse = Excuse.str();
  }
  void complete(Unit &U, PreparedFlags P, bool MayBeMissing);
  bool isWanted(const CompileCommand &C, std::vector<Wanted> &Paths) const;
  void addCommand(const CompileCommand &C);
  void addNotFound(const Wanted &W);
  bool isDuplicate(const Unit &U);

  const Options &O;
  Configuration &Config;
  Selection Result;
  llvm::StringSet<> Seen;
  unsigned Duplicates = 0;
};

/// Decides U's fate and gives it its flags and settings.
void Selector::complete(Unit &U, PreparedFlags P, bool MayBeMissing) {
  fs::file_status Status;
  if (fs::status(U.File, Status)) {
    U.IsMissing = MayBeMissing;
    return plan(U, MayBeMissing ? Unit::Fate::Skip : Unit::Fate::Fail, "no such file");
  }
  if (fs::is_directory(Status))
    return plan(U, Unit::Fate::Fail, "is a directory, not a source file");
  if (!P.Unsuitable.empty())
    return plan(U, MayBeMissing ? Unit::Fate::Skip : Unit::Fate::Fail, P.Unsuitable);
  llvm::Expected<const Settings *> S = Config.settingsFor(U.File);
  if (!S) {
    llvm::consumeError(S.takeError()); // Shown once for all, see Configuration::errors.
    return plan(U, Unit::Fate::Fail, "its configuration is wrong");
  }
  U.Config = *S;
  U.Arguments = std::move(P.Arguments);
  U.Arguments.insert(U.Arguments.end(), O.ExtraFlags.begin(), O.ExtraFlags.end());
  U.Notices = std::move(P.Notices);
}

llvm::Expected<Selection> Selector::fromFlags() {
  for (const std::string &Path : O.Paths) {
    Unit U;
    U.File = absolutePath(Path);
    U.Directory = absolutePath(".");
    complete(U, flagsFor(U.File, *O.Flags), /*MayBeMissing=*/false);
    Result.Units.push_back(std::move(U));
  }
  return std::move(Result);
}

bool Selector::isWanted(const CompileCommand &C, std::vector<Wanted> &Paths) const {
  bool Any = Paths.empty();
  for (Wanted &W : Paths)
    if (isWithin(C.File, W.Path) || isWithin(C.File, W.Real))
      Any = W.Found = true;
  return Any;
}

/// Projects compile one file several times: for a library and its tests, with and without a
/// feature. Only entries that differ in nothing but outputs are one.
bool Selector::isDuplicate(const Unit &U) {
  std::string Key = U.File + '\0' + U.Directory + '\0';
  for (const std::string &A : U.Arguments)
    Key += A + '\0';
  return !Seen.insert(Key).second;
}

void Selector::addCommand(const CompileCommand &C) {
  Unit U;
  U.File = C.File;
  U.Directory = C.Directory;
  if (!C.Defect.empty()) {
    U.File = Result.Database;
    plan(U, Unit::Fate::Fail, C.Defect);
  } else if (isExcluded(C.File, O.Excludes)) {
    return;
  } else {
    complete(U, prepareFlags(C), /*MayBeMissing=*/true);
    if (U.Config && U.Config->excludes(U.File))
      return;
    if (isDuplicate(U)) {
      ++Duplicates;
      return;
    }
  }
  Result.Units.push_back(std::move(U));
}

void Selector::addNotFound(const Wanted &W) {
  Unit U;
  U.File = W.Path;
  std::string Database = shownPath(Result.Database);
  if (!fs::exists(W.Path))
    plan(U, Unit::Fate::Fail, "no such file or directory");
  else if (fs::is_directory(W.Path))
    plan(U, Unit::Fate::Fail, Database + " has no source below this directory");
  else
    plan(U, Unit::Fate::Fail,
         Database + " does not have it; give its flags: holdfast " + W.Given + " -- FLAGS");
  Result.Units.push_back(std::move(U));
}

llvm::Expected<Selection> Selector::fromDatabase() {
  llvm::Expected<DatabaseSearch> Search =
      O.BuildDir.empty() ? findDatabase(O.Paths) : databaseIn(O.BuildDir);
  if (!Search)
    return Search.takeError();
  llvm::Expected<Database> DB = Database::load(Search->Path);
  if (!DB)
    return DB.takeError();
  Result.Database = DB->Path;
  Result.Notices.push_back("using " + shownPath(DB->Path));
  if (!Search->Others.empty()) {
    std::vector<std::string> Others;
    for (const std::string &Other : Search->Others)
      Others.push_back(shownPath(Other));
    Result.Hints.push_back("using " + shownPath(DB->Path) + "; there is also " +
                           llvm::join(Others, ", ") + " (-p chooses)");
  }

  std::vector<Wanted> Paths;
  for (const std::string &Given : O.Paths)
    Paths.emplace_back(Given);
  for (const CompileCommand &C : DB->Commands)
    if (isWanted(C, Paths))
      addCommand(C);
  for (const Wanted &W : Paths)
    if (!W.Found)
      addNotFound(W);
  if (Duplicates)
    Result.Notices.push_back("dropped entries that repeat another one: " +
                             std::to_string(Duplicates));
  return std::move(Result);
}

} // namespace

llvm::Expected<Selection> selectUnits(const Options &O, Configuration &Config) {
  Selector S(O, Config);
  return O.Flags ? S.fromFlags() : S.fromDatabase();
}

llvm::Expected<Choice> chooseUnits(const Options &O) {
  llvm::Expected<Configuration> Config = Configuration::create(O);
  if (!Config)
    return Config.takeError();
  llvm::Expected<Selection> Selected = selectUnits(O, *Config);
  if (!Selected)
    return Selected.takeError();
  return Choice{std::move(*Config), std::move(*Selected)};
}

bool isExcluded(llvm::StringRef Path, const std::vector<std::string> &Globs) {
  return !Globs.empty() && (matchesUpward(Globs, shownPath(Path)) || matchesUpward(Globs, Path));
}

} // namespace holdfast::tool
