//===- MigrateCommand.cpp - holdfast migrate ------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "migrate/Table.h"
#include "migrate/Trial.h"
#include "tool/Explanation.h"
#include "tool/Migration.h"
#include "tool/Patch.h"
#include "tool/Paths.h"
#include "tool/Run.h"
#include "tool/Selection.h"
#include "tool/Spelling.h"
#include "tool/Toolchain.h"
#include "tool/output/JsonLines.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

namespace holdfast::tool {
namespace {

using migrate::Entity;
using migrate::Misfit;

std::string shown(const migrate::Place &P) {
  return shownPath(P.File) + ":" + std::to_string(P.Line) + ":" + std::to_string(P.Column);
}

/// "member 'Server::sessions_' (server.h:12:3)".
std::string described(const Entity &E) {
  return E.Noun + " '" + E.Name + "' (" + shown(E.Declared.front()) + ")";
}

/// One run of the command, with what it is about already known.
class Migrating {
public:
  Migrating(const Options &O, migrate::Request R)
      : O(O), Wanted(std::move(R)), To(*migrate::findTarget(O.MigrateTo)) {
    Wanted.To = O.MigrateTo;
  }
  int run();

private:
  int refuseFailed(llvm::ArrayRef<Unit> Units, const SurveyResult &S) const;
  llvm::Expected<std::vector<const Entity *>> subject(const migrate::Closure &All) const;
  llvm::Error notMigratable(const Entity &E) const;
  llvm::Error notFound(const migrate::Closure &All) const;
  llvm::Error ambiguous(llvm::ArrayRef<const Entity *> Several) const;
  int execute(llvm::ArrayRef<Unit> Units, const SurveyResult &S,
              llvm::ArrayRef<const Entity *> From) const;
  int refuse(const std::set<Misfit> &Misfits, const migrate::Plan &P) const;
  int finish(llvm::ArrayRef<Unit> Units, const EditSet &Edits, const migrate::Plan &P) const;

  const Options &O;
  migrate::Request Wanted;
  const migrate::Target &To;
};

/// The first line of Text.
llvm::StringRef firstLine(llvm::StringRef Text) { return Text.split('\n').first; }

/// A unit that could not be parsed may have any use. 0: none is in the way.
int Migrating::refuseFailed(llvm::ArrayRef<Unit> Units, const SurveyResult &S) const {
  bool IsBroken = false;
  for (size_t I = 0; I < Units.size(); ++I) {
    if (Units[I].Planned == Unit::Fate::Skip && Units[I].IsMissing)
      complain("warning",
               shownPath(Units[I].File) + ": " + Units[I].Excuse + "; uses in it are not known");
    if (S.Errors[I].empty())
      continue;
    IsBroken = true;
    llvm::errs() << "failed: " << shownPath(Units[I].File) << ": " << firstLine(S.Errors[I])
                 << '\n';
  }
  if (!IsBroken || O.DespiteErrors)
    return 0;
  complain("error", "nothing was changed: uses in what could not be parsed are not known; repair "
                    "it, or migrate all the same with --despite-errors");
  return 3;
}

llvm::Error Migrating::notMigratable(const Entity &E) const {
  std::string Takes;
  if (To.How == migrate::Form::Wrapped)
    Takes = "any map or set";
  else if (To.Name == "holdfast::set")
    Takes = "std::unordered_set, std::set and sets like them";
  else
    Takes = "std::unordered_map, std::map and maps like them";
  std::string What = E.Type.empty() ? "no container" : "'" + E.Type + "'";
  llvm::StringRef Class = E.Type;
  Class.consume_front("const ");
  for (const migrate::Target &Other : migrate::allTargets())
    if (migrate::findSource(Class.split('<').first, Other.Name))
      Takes += ": here it is --to=" + Other.Name.str();
  return llvm::createStringError("'" + E.Name + "' is " + What + "; " + O.MigrateTo +
                                 " takes the place of " + Takes);
}

/// The last of Name, as many as Like has: "Server::sessions" of "net::Server::sessions".
llvm::StringRef endLike(llvm::StringRef Name, llvm::StringRef Like) {
  size_t At = Name.size();
  for (size_t Parts = Like.count("::") + 1; Parts && At != llvm::StringRef::npos; --Parts)
    At = Name.take_front(At).rfind("::");
  return At == llvm::StringRef::npos ? Name : Name.drop_front(At + 2);
}

llvm::Error Migrating::notFound(const migrate::Closure &All) const {
  if (!Wanted.Places.empty())
    return llvm::createStringError("no variable, member, parameter or function is declared or used "
                                   "at " +
                                   O.Subject);
  const std::vector<std::string> Names = All.names();
  std::vector<llvm::StringRef> Candidates;
  for (const std::string &Name : Names)
    Candidates.push_back(endLike(Name, O.Subject));
  return llvm::createStringError("there is no '" + O.Subject + "' in what was parsed" +
                                 didYouMean(O.Subject, Candidates));
}

llvm::Error Migrating::ambiguous(llvm::ArrayRef<const Entity *> Several) const {
  std::string Text = "'" + O.Subject + "' may be any of these; name one by its place:";
  for (const Entity *E : Several)
    Text += "\n  " + described(*E);
  return llvm::createStringError(Text);
}

/// What the user means. Empty: it has the type already.
llvm::Expected<std::vector<const Entity *>> Migrating::subject(const migrate::Closure &All) const {
  std::vector<const Entity *> Meant = All.meant(), Whole;
  for (const Entity *E : Meant)
    if (!E->Class.empty() && !E->Declared.empty())
      Whole.push_back(E);
  if (Meant.empty())
    return notFound(All);
  if (Whole.empty())
    return notMigratable(*Meant.front());
  if (Whole.size() > 1) {
    // Several declarations of one thing, or things that go together anyway.
    migrate::Plan P = All.planFor(Whole.front(), {});
    for (const Entity *E : Whole)
      if (llvm::none_of(P.Entities, [&](const Entity &R) { return R.Id == E->Id; }))
        return ambiguous(Whole);
  }
  if (Whole.front()->Class == O.MigrateTo)
    return std::vector<const Entity *>();
  if (migrate::findTarget(Whole.front()->Class))
    return notMigratable(*Whole.front());
  return Whole;
}

int Migrating::refuse(const std::set<Misfit> &Misfits, const migrate::Plan &P) const {
  for (const Misfit &M : Misfits) {
    llvm::outs() << shown(M.Where) << ": ";
    if (!M.What.empty())
      llvm::outs() << "'" << M.What << "': ";
    llvm::outs() << M.Why << '\n';
    if (!M.Write.empty())
      llvm::outs() << "    write " << M.Write << '\n';
    for (const migrate::Written &W : M.Given)
      llvm::outs() << "    " << shown(W.Where) << ": '" << W.What << "' is given to it here\n";
  }
  llvm::outs().flush();
  complain("error", "nothing was changed: " + counted(Misfits.size(), "use") +
                        (Misfits.size() == 1 ? " does" : " do") + " not fit " + O.MigrateTo);
  if (P.Entities.size() > 1) {
    std::string Text = "with it, the type would change of";
    for (const Entity &E : P.Entities)
      if (E.IsSpelled)
        Text += "\n  " + described(E);
    complain("note", Text);
  }
  return 1;
}

int Migrating::finish(llvm::ArrayRef<Unit> Units, const EditSet &Edits,
                      const migrate::Plan &P) const {
  llvm::Expected<std::vector<EditedFile>> Files = Edits.apply();
  if (!Files)
    return complainAndStop(Files.takeError());
  if (O.DryRun) {
    bool Colors = O.Color == ColorMode::Always;
    for (const EditedFile &F : *Files)
      llvm::outs() << unifiedDiff(F, Colors);
    llvm::outs().flush();
  } else if (llvm::Error E = writeAll(*Files)) {
    return complainAndStop(std::move(E));
  }
  for (const Entity &E : P.Entities)
    if (E.IsSpelled)
      llvm::errs() << (O.DryRun ? "would change " : "changed ") << described(E) << '\n';
  llvm::errs() << counted(Files->size(), "file") << (O.DryRun ? " would be" : "") << " changed\n";
  if (llvm::none_of(Units, [&](const Unit &U) { return finds(U, To.Header); }))
    complain("note", "<" + To.Header.str() + "> is in " + migrate::TrialSettings().Headers +
                         ", which no unit is compiled with: add it with -I");
  return 0;
}

/// What is known not to fit is not edited, so it does not compile either, nor what depends on it.
void addUnproven(std::set<Misfit> &Misfits, const std::set<Misfit> &Unproven) {
  const bool IsFirst = Misfits.empty();
  for (Misfit M : Unproven) {
    if (llvm::any_of(Misfits, [&](const Misfit &K) {
          return K.Where.File == M.Where.File && K.Where.Line == M.Where.Line;
        }))
      continue;
    if (!IsFirst)
      M.Why += " (this may follow from another one)";
    Misfits.insert(std::move(M));
  }
}

int Migrating::execute(llvm::ArrayRef<Unit> Units, const SurveyResult &S,
                       llvm::ArrayRef<const Entity *> From) const {
  migrate::Plan P = S.Program.planFor(From, O.Accepted);
  std::set<Misfit> Misfits = std::move(P.Misfits);
  if (llvm::Error E = addIncludes(P.Edits, To.Name, To.Header))
    return complainAndStop(std::move(E));
  EditSet Edits;
  std::set<fix::Edit> Fitting;
  for (const fix::Edit &E : P.Edits) {
    if (llvm::Error Overlap = Edits.add(E)) {
      llvm::consumeError(std::move(Overlap));
      Misfits.insert({placeIn(E.File, E.Offset), E.Text, "two edits are needed at one place",
                      "it as two statements", ""});
      continue;
    }
    Fitting.insert(E);
  }
  // The proof is long, and of what it says of other code nobody can make anything.
  if (llvm::Expected<std::vector<EditedFile>> Files = Edits.apply(); !Files)
    return complainAndStop(Files.takeError());
  std::optional<std::set<Misfit>> Unproven = proveMigration(Units, S, Fitting, O);
  if (!Unproven)
    return 130;
  addUnproven(Misfits, *Unproven);
  return Misfits.empty() ? finish(Units, Edits, P) : refuse(Misfits, P);
}

int Migrating::run() {
  llvm::Expected<Choice> Chosen = chooseUnits(O);
  if (!Chosen)
    return complainAndStop(Chosen.takeError());
  if (int Misconfigured = complainOfErrors(Chosen->Config))
    return Misconfigured;
  llvm::ArrayRef<Unit> Units = Chosen->Selected.Units;
  SurveyResult S = surveyUnits(Units, O, Wanted);
  if (S.Interrupted)
    return 130;
  if (int Status = refuseFailed(Units, S))
    return Status;
  llvm::Expected<std::vector<const Entity *>> From = subject(S.Program);
  if (!From)
    return complainAndStop(From.takeError());
  if (From->empty()) {
    llvm::errs() << "nothing to do: '" << O.Subject << "' is a " << O.MigrateTo << " already\n";
    return 0;
  }
  return execute(Units, S, *From);
}

/// `server.h:12`, `server.h:12:8`: a place.
std::optional<migrate::Place> placeFrom(llvm::StringRef Text) {
  auto [File, Last] = Text.rsplit(':');
  migrate::Place P;
  if (Last.getAsInteger(10, P.Line))
    return std::nullopt;
  auto [Shorter, Line] = File.rsplit(':');
  if (unsigned Number; !Line.getAsInteger(10, Number)) {
    P.Column = std::exchange(P.Line, Number);
    File = Shorter;
  }
  P.File = absolutePath(File);
  return P;
}

/// A fingerprint is hexadecimal, and so is the name `facade`.
bool meansFinding(llvm::StringRef Text) {
  return mayBeFingerprint(Text) && (Text.size() >= 16 || Text.find_first_of("0123456789") == 0);
}

int migrateFromFile(const Options &O) {
  auto Buffer = llvm::MemoryBuffer::getFile(O.From, /*IsText=*/true);
  if (!Buffer)
    return complainAndStop(
        llvm::createStringError("cannot read " + O.From + ": " + Buffer.getError().message()));
  llvm::Expected<std::vector<Report>> All = readJsonLines((*Buffer)->getBuffer(), O.From);
  return All ? migrateFinding(*All, O) : complainAndStop(All.takeError());
}

} // namespace

int migrateFinding(llvm::ArrayRef<Report> All, const Options &O) {
  llvm::Expected<const Report *> Found = findFingerprint(All, O.Subject);
  if (!Found)
    return complainAndStop(Found.takeError());
  const Report &R = **Found;
  migrate::Request Wanted;
  llvm::StringRef Name = R.Container;
  Wanted.Spelled = Name.substr(Name.find_last_of(".>:*& ") + 1).str();
  if (Wanted.Spelled.empty())
    return complainAndStop(llvm::createStringError("the finding names no container; name its "
                                                   "declaration instead of the fingerprint"));
  auto AddLines = [&](const Place &P) {
    for (unsigned Line = P.Line; Line && Line <= std::max(P.Line, P.EndLine); ++Line)
      Wanted.Places.push_back({P.File, Line, 0});
  };
  AddLines(R.Where);
  for (const Remark &N : R.Notes)
    AddLines(N.Where);
  return Migrating(O, std::move(Wanted)).run();
}

int migrateCommand(const Options &O) {
  if (meansFinding(O.Subject))
    return O.From.empty() ? analyzeCommand(O) : migrateFromFile(O);
  migrate::Request Wanted;
  std::optional<migrate::Place> P = placeFrom(O.Subject);
  if (P && !llvm::sys::fs::exists(P->File))
    return complainAndStop(llvm::createStringError("there is no file " + shownPath(P->File)));
  if (P)
    Wanted.Places.push_back(*P);
  else
    Wanted.Name = O.Subject;
  return Migrating(O, std::move(Wanted)).run();
}

} // namespace holdfast::tool
