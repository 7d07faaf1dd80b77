//===- Offers.cpp - what a finding's container could become ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "migrate/Offers.h"
#include "fix/Draft.h"
#include "migrate/Sites.h"
#include "migrate/Surveyor.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace holdfast::migrate {

/// What users accept when they say that the order does not matter.
static constexpr llvm::StringLiteral Order = "order";

std::string Offer::command() const {
  const bool NeedsQuotes = llvm::StringRef(Name).find_first_of("()<> &*") != llvm::StringRef::npos;
  const std::string Quote = NeedsQuotes ? "\"" : "";
  return "holdfast migrate --to=" + To->Name.str() +
         (LosesOrder ? " --accept=" + Order.str() : std::string()) + " " + Quote + Name + Quote;
}

std::string Offer::words() const {
  llvm::StringRef Last = Name;
  if (size_t Colons = Last.rfind("::"); Colons != llvm::StringRef::npos)
    Last = Last.drop_front(Colons + 2);
  return "'" + Last.str() + "' a " + To->Name.str() +
         ", which may be changed while it is iterated, by other threads too";
}

std::string Offer::advice() const {
  return "or make " + words() + (LosesOrder ? ", if its order does not matter" : "") + ": '" +
         command() + "'";
}

fix::Fix Offer::fix() const {
  return {"migrate", "make " + words(),
          LosesOrder ? "it has no order then, and needs the headers of Holdfast"
                     : "it needs the headers of Holdfast",
          fix::Safety::Offer, Edits};
}

const Closure &Offers::surveyed(const Target &To) {
  auto [It, IsNew] = Known.try_emplace(To.Name);
  if (IsNew) {
    Request R;
    R.To = To.Name.str();
    It->second.add(surveyUnit(Context, Lib, R));
  }
  return It->second;
}

/// Whether no other unit can name what P changes. A class that is written in the unit's own file is
/// nobody else's, whatever its linkage.
bool Offers::isWithinUnit(const Plan &P) const {
  const SourceManager &SM = Context.getSourceManager();
  const std::string Main = Sites(Context).fileName(SM.getMainFileID());
  if (Context.getLangOpts().IsHeaderFile ||
      llvm::sys::path::extension(Main).starts_with_insensitive(".h"))
    return false; // Analyzed by itself, included by others.
  return llvm::all_of(P.Edits, [&](const fix::Edit &E) { return E.File == Main; }) &&
         llvm::all_of(P.Entities, [&](const Entity &E) {
           return !E.IsShared &&
                  llvm::all_of(E.Declared, [&](const Place &Where) { return Where.File == Main; });
         });
}

/// Those of P and the `#include`, unless two are at one place.
std::vector<fix::Edit> Offers::editsOf(Plan P, const Target &To) const {
  const SourceManager &SM = Context.getSourceManager();
  const fix::SourceText Text(Context);
  fix::Draft Include(Text);
  Include.include(To.Header, SM.getLocForStartOfFile(SM.getMainFileID()));
  if (std::optional<fix::Fix> F = Include.take("", "", "", fix::Safety::Offer))
    P.Edits.insert(F->Edits.begin(), F->Edits.end());
  unsigned End = 0;
  for (const fix::Edit &E : P.Edits) {
    if (E.Offset < End)
      return {};
    End = E.Offset + E.Length;
  }
  return {P.Edits.begin(), P.Edits.end()};
}

std::optional<Offer> Offers::of(const Place &Begin, const Place &End, llvm::StringRef Class) {
  for (const Target &To : allTargets()) {
    if (To.How != Form::Replaced || !findSource(Class, To.Name))
      continue;
    const Closure &All = surveyed(To);
    const Entity *E = All.declaredWithin(Begin, End);
    if (!E)
      return std::nullopt;
    Plan P = All.planFor(E, {Order.str()});
    if (!P.Misfits.empty())
      return std::nullopt;
    Offer Result{&To, E->Name, !All.planFor(E, {}).Misfits.empty(), {}};
    if (isWithinUnit(P))
      Result.Edits = editsOf(std::move(P), To);
    return Result;
  }
  return std::nullopt;
}

} // namespace holdfast::migrate
