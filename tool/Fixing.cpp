//===- Fixing.cpp - what becomes of the fixes -----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Fixing.h"
#include "fix/Together.h"
#include "tool/Patch.h"
#include "tool/Paths.h"
#include "tool/Summary.h"
#include "tool/WholeFile.h"
#include "tool/output/Output.h"
#include "tool/output/Text.h"
#include "clang/Tooling/DiagnosticsYaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Process.h"
#include <iostream>

namespace holdfast::tool {
namespace {

using fix::Fix;

enum class Answer : uint8_t { Yes, No, All, Quit };

class Fixer {
public:
  Fixer(llvm::ArrayRef<Report> Findings, const Options &O, Sources &Files)
      : Findings(Findings), O(O), Files(Files), Colors(wantsColors(O.Color)) {}

  llvm::Expected<Fixed> run();

private:
  void addFirst(const Report &R);
  llvm::Error askAbout(const Report &R);
  llvm::Expected<std::string> diffOf(const Fix &F) const;
  bool add(const Fix &F);
  bool isWanted(const Fix &F) const {
    return F.Trust == fix::Safety::Safe ||
           (O.Fix.Which == FixOptions::Mode::All && F.Trust == fix::Safety::Suggestion);
  }
  std::string line(size_t Changed) const;

  llvm::ArrayRef<Report> Findings;
  const Options &O;
  Sources &Files;
  const bool Colors;
  EditSet Accepted;
  fix::DeclaredNames Names; ///< Of what is accepted.
  size_t Done = 0, Overlapping = 0;
  bool TakesAll = false, Stops = false;
};

bool Fixer::add(const Fix &F) {
  llvm::Error E = Names.allow(F) ? Accepted.add(F.Edits)
                                 : llvm::createStringError("another fix declares its name");
  if (E) {
    // That of another finding in the same place, which is what the next run sees.
    llvm::consumeError(std::move(E));
    ++Overlapping;
    return false;
  }
  Names.take(F);
  ++Done;
  return true;
}

void Fixer::addFirst(const Report &R) {
  auto F = llvm::find_if(R.Fixes, [&](const Fix &Each) { return isWanted(Each); });
  if (F != R.Fixes.end())
    add(*F);
}

llvm::Expected<std::string> Fixer::diffOf(const Fix &F) const {
  EditSet Alone;
  if (llvm::Error E = Alone.add(F.Edits))
    return std::move(E);
  llvm::Expected<std::vector<EditedFile>> Edited = Alone.apply();
  if (!Edited)
    return Edited.takeError();
  std::string Result;
  for (const EditedFile &Each : *Edited)
    Result += unifiedDiff(Each, Colors);
  return Result;
}

/// AreAllWanted: suggestions, too, are applied when all that follow are.
Answer ask(bool AreAllWanted) {
  for (std::string Line;;) {
    llvm::outs() << "Apply this fix? [y]es, [n]o, " << (AreAllWanted ? "[a]ll" : "[a]ll safe ones")
                 << " that follow, [q]uit: ";
    llvm::outs().flush();
    if (!std::getline(std::cin, Line)) {
      llvm::outs() << '\n';
      llvm::outs().flush();
      return Answer::Quit;
    }
    llvm::StringRef Word = llvm::StringRef(Line).trim();
    for (auto [Letter, A] : {std::pair('y', Answer::Yes), std::pair('n', Answer::No),
                             std::pair('a', Answer::All), std::pair('q', Answer::Quit)})
      if (Word.equals_insensitive(llvm::StringRef(&Letter, 1)))
        return A;
    llvm::outs() << "y: make it, and go on with the next finding\n"
                    "n: show another fix of this finding, if there is one, else the next finding\n"
                    "a: make this one and what follows without asking"
                 << (AreAllWanted ? "" : ", as far as it is safe")
                 << "\nq: ask no more; what was taken is made\n";
  }
}

/// Shows R and each of its fixes, until one is taken.
llvm::Error Fixer::askAbout(const Report &R) {
  Report WithoutFixes = R; // They are shown one by one.
  WithoutFixes.Fixes.clear();
  TextOutput(llvm::outs(), Files, Colors, O.Fingerprints).print(WithoutFixes);
  if (R.Fixes.empty())
    llvm::outs() << "There is no fix for this one.\n";
  for (const Fix &F : R.Fixes) {
    llvm::Expected<std::string> Diff = diffOf(F);
    if (!Diff)
      return Diff.takeError();
    llvm::outs() << fix::describe(F) << '\n' << *Diff;
    Answer A = ask(O.Fix.Which == FixOptions::Mode::All);
    Stops = A == Answer::Quit;
    TakesAll = A == Answer::All;
    if (A == Answer::No)
      continue;
    if (!Stops && !add(F))
      llvm::outs() << "It overlaps one that was taken; run holdfast again for it.\n";
    break;
  }
  return llvm::Error::success();
}

std::string Fixer::line(size_t Changed) const {
  size_t Fixable = llvm::count_if(Findings, [](const Report &R) { return !R.Fixes.empty(); });
  std::string Result = (O.DryRun ? "would fix " : "fixed ") + std::to_string(Done) + " of " +
                       counted(Findings.size(), "finding") + " in " + counted(Changed, "file");
  if (Overlapping)
    Result += "; " + counted(Overlapping, "more fix") + " overlap" + (Overlapping == 1 ? "s" : "") +
              ": run it again";
  if (Fixable > Done + Overlapping && !O.Fix.Interactive)
    Result += "; " + std::to_string(Fixable - Done - Overlapping) +
              " more can be fixed in ways to be looked at: --interactive" +
              (O.Fix.Which == FixOptions::Mode::All ? "" : " or --fix=all");
  return Result;
}

llvm::Expected<Fixed> Fixer::run() {
  for (const Report &R : Findings) {
    if (Stops)
      break;
    if (!O.Fix.Interactive || TakesAll)
      addFirst(R);
    else if (llvm::Error E = askAbout(R))
      return std::move(E);
  }
  llvm::Expected<std::vector<EditedFile>> Edited = Accepted.apply();
  if (!Edited)
    return Edited.takeError();
  if (O.DryRun)
    for (const EditedFile &F : *Edited)
      llvm::outs() << unifiedDiff(F, Colors);
  else if (llvm::Error E = writeAll(*Edited))
    return std::move(E);
  return Fixed{O.DryRun ? 0 : Done, line(Edited->size())};
}

clang::tooling::DiagnosticMessage messageOf(llvm::StringRef Text, const Place &P, Sources &Files) {
  clang::tooling::DiagnosticMessage Result(Text);
  Result.FilePath = P.File;
  Result.FileOffset = Files.offset(P.File, P.Line, P.Column);
  return Result;
}

llvm::Error addTo(clang::tooling::DiagnosticMessage &Message, llvm::ArrayRef<fix::Edit> Edits) {
  for (const fix::Edit &E : Edits)
    if (llvm::Error Why = Message.Fix[E.File].add({E.File, E.Offset, E.Length, E.Text}))
      return Why;
  return llvm::Error::success();
}

/// Whether the offer of R, which is made for the container's old type, may be taken with what All
/// have: whoever reads an exported file takes the first edits of each finding.
bool isAlone(const Report &R, llvm::ArrayRef<Report> All) {
  auto Competes = [](const Fix &F) { return F.Trust != fix::Safety::Offer; };
  return llvm::none_of(All, [&](const Report &Other) {
    const bool IsSame = Other.Declared.File == R.Declared.File &&
                        Other.Declared.Line == R.Declared.Line &&
                        Other.Declared.Column == R.Declared.Column;
    return IsSame && llvm::any_of(Other.Fixes, Competes);
  });
}

/// Of each fix of R. The first is made with those of other findings; when it does not fit them it
/// waits for the next run, and no other one is made in its place.
std::vector<std::vector<fix::Edit>> exportedEdits(const Report &R, llvm::ArrayRef<Report> All,
                                                  fix::Together &Made, Sources &Files) {
  auto Fits = [&](const Fix &F) {
    return Made.allow(F) && (F.Trust != fix::Safety::Offer || isAlone(R, All));
  };
  std::vector<std::vector<fix::Edit>> Result(R.Fixes.size());
  if (R.Fixes.empty() || !Fits(R.Fixes.front()))
    return Result;
  for (size_t I = 1; I < R.Fixes.size(); ++I)
    if (Fits(R.Fixes[I]))
      Result[I] = R.Fixes[I].Edits;
  Result.front() = Made.take(
      R.Fixes.front(), [&](const std::string &File) { return Files.text(File); }, /*IsSure=*/true);
  return Result;
}

} // namespace

llvm::Expected<Fixed> applyFixes(llvm::ArrayRef<Report> Findings, const Options &O,
                                 Sources &Files) {
  return Fixer(Findings, O, Files).run();
}

llvm::Error exportFixes(llvm::ArrayRef<Report> Findings, const Options &O) {
  clang::tooling::TranslationUnitDiagnostics All;
  Sources Files;
  fix::Together Made;
  for (const Report &R : Findings) {
    clang::tooling::Diagnostic D(R.Rule, clang::tooling::Diagnostic::Warning, absolutePath("."));
    D.Message = messageOf(R.Message, R.Where, Files);
    for (const Remark &N : R.Notes)
      D.Notes.push_back(messageOf(N.Message, N.Where, Files));
    const std::vector<std::vector<fix::Edit>> Edits = exportedEdits(R, Findings, Made, Files);
    for (size_t I = 0; I != R.Fixes.size(); ++I) {
      const Fix &F = R.Fixes[I];
      clang::tooling::DiagnosticMessage Note = messageOf(fix::describe(F), R.Where, Files);
      const bool IsOfWarning = I == 0 && F.Trust == fix::Safety::Safe;
      if (llvm::Error E = addTo(IsOfWarning ? D.Message : Note, Edits[I]))
        return E;
      D.Notes.push_back(std::move(Note));
    }
    All.Diagnostics.push_back(std::move(D));
    All.MainSourceFile = R.Where.File;
  }
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  llvm::yaml::Output Yaml(OS);
  Yaml << All;
  OS.flush();
  return writeWhole(O.Fix.Export, Text);
}

} // namespace holdfast::tool
