//===- Offers.h - what a finding's container could become -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MIGRATE_OFFERS_H
#define HOLDFAST_MIGRATE_OFFERS_H

#include "migrate/Closure.h"
#include "migrate/Table.h"
#include <optional>

namespace clang {
class ASTContext;
}
namespace holdfast::models {
class Library;
}

namespace holdfast::migrate {

/// A container could have one of the runtime's types, as far as its unit can tell.
struct Offer {
  const Target *To = nullptr;
  std::string Name;        ///< As `holdfast migrate` takes it: "net::Server::sessions_".
  bool LosesOrder = false; ///< Somebody iterates it, in the order of its keys so far.
  /// All that has to change, in order; whether it compiles then has to be tried. Empty: other units
  /// may have something to do with it.
  std::vector<fix::Edit> Edits;

  /// "holdfast migrate --to=holdfast::map net::Server::sessions_"
  std::string command() const;
  /// "'sessions_' a holdfast::map, which may be changed while it is iterated"
  std::string words() const;
  /// "or make 'sessions_' …: 'holdfast migrate …'"
  std::string advice() const;
  /// With the edits.
  fix::Fix fix() const;
};

/// Answers for the containers of one unit.
class Offers {
public:
  /// Both must outlive this.
  Offers(clang::ASTContext &Context, const models::Library &Lib) : Context(Context), Lib(Lib) {}

  /// For the container of a class of the models whose declaration is written from Begin to End.
  /// Unset: no type of the runtime takes its place, or some use in this unit does not fit.
  std::optional<Offer> of(const Place &Begin, const Place &End, llvm::StringRef Class);

private:
  const Closure &surveyed(const Target &To);
  bool isWithinUnit(const Plan &P) const;
  std::vector<fix::Edit> editsOf(Plan P, const Target &To) const;

  clang::ASTContext &Context;
  const models::Library &Lib;
  std::map<llvm::StringRef, Closure> Known; ///< By target.
};

} // namespace holdfast::migrate

#endif // HOLDFAST_MIGRATE_OFFERS_H
