//===- HoldfastModule.cpp - the clang-tidy module -------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Registers one check per line of Rules.def. The checks share one Analysis; each
// picks the findings of its rule and emits them through clang-tidy, which does
// the rest: NOLINT, header filter, --export-fixes, -warnings-as-errors.
//
// This module links no clang library and defines no llvm::cl::opt (FACTS: a
// second copy of a registry in the host is fatal).
//
//===----------------------------------------------------------------------===//

#include "clang-tidy/ClangTidyCheck.h"
#include "fix/Propose.h"
#include "plugin/Analysis.h"
#include "plugin/Compat.h"
#include "plugin/SourceMap.h"
#include "plugin/Trial.h"
#include "rules/Rule.h"
#include "clang/AST/ASTContext.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

using namespace clang;
using namespace clang::tidy;
using holdfast::rules::Finding;
using holdfast::solve::Confidence;

// How `CheckOptions: { holdfast-….Confidence: certain }` is spelled.
template <> struct clang::tidy::OptionEnumMapping<Confidence> {
  static llvm::ArrayRef<std::pair<Confidence, StringRef>> getEnumMapping() {
    static constexpr std::pair<Confidence, StringRef> Mapping[] = {
        {Confidence::Possible, "possible"},
        {Confidence::Likely, "likely"},
        {Confidence::Certain, "certain"},
    };
    return Mapping;
  }
};

namespace holdfast::plugin {

/// A flag among the options. Not bool: OptionsView's functions for it are specializations in the
/// host, whose names GCC and clang mangle differently, and the host may be built by either.
enum class Switch : uint8_t { Off, On };

} // namespace holdfast::plugin

template <> struct clang::tidy::OptionEnumMapping<holdfast::plugin::Switch> {
  using Switch = holdfast::plugin::Switch;
  static llvm::ArrayRef<std::pair<Switch, StringRef>> getEnumMapping() {
    static constexpr std::pair<Switch, StringRef> Mapping[] = {
        {Switch::Off, "false"},
        {Switch::On, "true"},
    };
    return Mapping;
  }
};

namespace holdfast::plugin {
namespace {

/// One rule as a clang-tidy check. Its options may also be given globally, without
/// the check's name: `Config: path`.
class RuleCheck : public ClangTidyCheck {
public:
  RuleCheck(StringRef Name, ClangTidyContext *Context, const rules::Rule &R,
            std::shared_ptr<Analysis> Shared)
      : ClangTidyCheck(Name, Context), Shared(std::move(Shared)),
        Minimum(Options.getLocalOrGlobal("Confidence", Confidence::Likely)),
        IsOn(!R.IsOptIn || rules::isNamedIn(Context->getOptions().Checks.value_or(""), R)) {
    Scope.SystemHeaders = Options.getLocalOrGlobal("SystemHeaders", Switch::Off) == Switch::On;
    Scope.ConfigFile = Options.getLocalOrGlobal("Config", "").str();
    Scope.Summaries = Options.getLocalOrGlobal("Summaries", "").str();
  }

  void storeOptions(ClangTidyOptions::OptionMap &Map) override {
    Options.store(Map, "Confidence", Minimum);
    Options.store(Map, "SystemHeaders", Scope.SystemHeaders ? Switch::On : Switch::Off);
    Options.store(Map, "Config", Scope.ConfigFile);
    Options.store(Map, "Summaries", Scope.Summaries);
  }

  void registerMatchers(ast_matchers::MatchFinder *Finder) override {
    if (IsOn)
      Finder->addMatcher(ast_matchers::translationUnitDecl(), this);
  }

  void registerPPCallbacks(const SourceManager &, Preprocessor *PP, Preprocessor *) override {
    Reader = PP;
  }

  void onStartOfTranslationUnit() override {
    Shared->startTranslationUnit();
    Given.clear();
  }

  void check(const ast_matchers::MatchFinder::MatchResult &Match) override {
    // What does not compile is reported by the compiler; its AST has holes.
    if (Match.Context->getDiagnostics().hasUncompilableErrorOccurred())
      return;
    Result &R = Shared->result(*Match.Context, Scope);
    showErrors(R);
    std::optional<SourceMap> Map; // Made for the first finding only: it reads all file names.
    for (const Finding &F : R.Findings) {
      if (F.Rule != getID() || F.Level < Minimum)
        continue;
      if (!Map)
        Map.emplace(*Match.SourceManager, R.Files);
      emit(F, *Map, *Match.Context, R);
    }
  }

private:
  /// Once, whatever the number of checks.
  void showErrors(Result &R) {
    for (const std::string &Error : std::exchange(R.Errors, {}))
      configurationDiag("%0", DiagnosticIDs::Error) << Error;
  }

  void emit(const Finding &F, const SourceMap &Map, ASTContext &Context, Result &R) {
    const fix::Problem P = problemOf(F, Map);
    std::vector<fix::Fix> Fixes =
        fix::proposeFixes(Context, P, *R.Models).value_or(std::vector<fix::Fix>());
    // What mends two findings at once belongs to the first: clang-tidy would take neither.
    llvm::erase_if(Fixes, [&](const fix::Fix &Each) { return Given.count(Each.Edits); });
    const bool IsSafe = !Fixes.empty() && Fixes.front().Trust == fix::Safety::Safe;
    // What overlaps another one, or declares its name, is made by the next run.
    const bool IsMade = !Fixes.empty() && R.Made.allow(Fixes.front());
    const std::vector<fix::Edit> Edits =
        IsMade ? taken(Fixes.front(), F, Map, R) : std::vector<fix::Edit>();
    if (IsSafe && IsMade)
      Given.insert(Fixes.front().Edits);
    show(diag(Map.begin(F.Loc), "%0") << F.Message << Map.range(F.Loc),
         IsSafe ? Edits : std::vector<fix::Edit>(), Map);
    for (const rules::Note &N : F.Notes)
      if (std::string Elsewhere = Map.elsewhere(N.Loc); Elsewhere.empty())
        diag(Map.begin(N.Loc), "%0", DiagnosticIDs::Note) << N.Message << Map.range(N.Loc);
      else // Told where the way there starts.
        diag(Map.begin(F.Loc), "%0", DiagnosticIDs::Note) << Elsewhere + ": " + N.Message;
    // Of a warning whose notes have several, `--fix-notes` would take none: the first has edits,
    // the others are told.
    for (const fix::Fix &Each : Fixes) {
      const bool IsTaken = !IsSafe && &Each == &Fixes.front();
      show(diag(Map.begin(F.Loc), "%0", DiagnosticIDs::Note) << fix::describe(Each),
           IsTaken ? Edits : std::vector<fix::Edit>(), Map);
    }
    if (std::string Advice = fix::adviseOn(Context, P, *R.Models);
        !Advice.empty() && R.Advised.insert(Advice).second)
      diag(Map.begin(F.Loc), "%0", DiagnosticIDs::Note) << Advice;
    offerMigration(F, Map, Context, R, /*IsNoteFree=*/Fixes.empty() || (IsSafe && IsMade));
  }

  /// What may be done about the container of F as a whole, once. A fix, where nobody outside of the
  /// unit can name the container, no other fix is in the way, and the unit compiles with it; else
  /// the command.
  void offerMigration(const Finding &F, const SourceMap &Map, ASTContext &Context, Result &R,
                      bool IsNoteFree) {
    const ir::Location &L = F.Declared;
    if (!L.isValid() || L.File >= R.Files.size())
      return;
    if (!R.Offers)
      R.Offers.emplace(Context, *R.Models);
    const std::string &File = R.Files[L.File];
    std::optional<migrate::Offer> O =
        R.Offers->of({File, L.Line, L.Column}, {File, L.EndLine, L.EndColumn}, F.ContainerType);
    if (!O || !R.Advised.insert(O->command()).second)
      return;
    auto IsToldBy = [](const rules::Note &N) { return N.Role == rules::NoteRole::Migration; };
    if (IsNoteFree && !O->Edits.empty() && Reader && !isFixedElsewhere(F, Map, Context, R) &&
        R.Made.allow(O->fix()) && compilesWith(*Reader, O->Edits))
      show(diag(Map.begin(F.Loc), "%0", DiagnosticIDs::Note) << fix::describe(O->fix()),
           taken(O->fix(), F, Map, R), Map);
    else if (llvm::none_of(F.Notes, IsToldBy))
      diag(Map.begin(F.Loc), "%0", DiagnosticIDs::Note) << O->advice();
  }

  /// The edits of Each, a fix of F, that are left to be made.
  static std::vector<fix::Edit> taken(const fix::Fix &Each, const Finding &F, const SourceMap &Map,
                                      Result &R) {
    return R.Made.take(
        Each, [&](const std::string &File) { return Map.text(File); }, !Map.mayBeSilenced(F.Loc));
  }

  /// Whether another finding about the container of F has a fix, which was made for its old type.
  static bool isFixedElsewhere(const Finding &F, const SourceMap &Map, ASTContext &Context,
                               const Result &R) {
    return llvm::any_of(R.Findings, [&](const Finding &Other) {
      if (&Other == &F || Map.begin(Other.Declared) != Map.begin(F.Declared))
        return false;
      auto Fixes = fix::proposeFixes(Context, problemOf(Other, Map), *R.Models);
      return Fixes && !Fixes->empty();
    });
  }

  static void show(const DiagnosticBuilder &D, llvm::ArrayRef<fix::Edit> Edits,
                   const SourceMap &Map) {
    for (const FixItHint &Hint : Map.hints(Edits))
      D << Hint;
  }

  static fix::Problem problemOf(const Finding &F, const SourceMap &Map) {
    fix::Problem P;
    P.Facts = F.Facts.map(
        [&](const ir::Location &L) { return L.InMacro ? CharSourceRange() : Map.range(L); });
    P.ContainerType = F.ContainerType;
    P.Operation = F.Operation;
    P.Handle = F.Handle;
    P.IsSure = F.Level >= Confidence::Likely;
    return P;
  }

  std::shared_ptr<Analysis> Shared;
  Confidence Minimum;
  bool IsOn; ///< Some rules wait for their name among the checks.
  Settings Scope;
  const Preprocessor *Reader = nullptr;   ///< Of this unit.
  std::set<std::vector<fix::Edit>> Given; ///< Edits that warnings of this unit have.
};

class HoldfastModule : public ClangTidyModule {
public:
  void addCheckFactories(ClangTidyCheckFactories &Factories) override {
    auto Shared = std::make_shared<Analysis>();
    for (const rules::Rule &R : rules::allRules())
      Factories.registerCheckFactory(R.Name,
                                     [Shared, &R](StringRef Name, ClangTidyContext *Context) {
                                       return std::make_unique<RuleCheck>(Name, Context, R, Shared);
                                     });
  }
};

const ClangTidyModuleRegistry::Add<HoldfastModule>
    Registration("holdfast-module", "Containers changed while iterated, invalidated handles.");

} // namespace
} // namespace holdfast::plugin
