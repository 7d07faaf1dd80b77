//===- Survey.h - what a unit says about a migration ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An entity is something that has a container's type: a variable, a member, a parameter, what a
// function returns, an alias. Entities between which containers or iterators go as a whole have to
// have the same type, so they are linked: whoever changes one changes all that can be reached.
// Each unit surveys all entities that it sees; the closure over all units is taken afterwards.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MIGRATE_SURVEY_H
#define HOLDFAST_MIGRATE_SURVEY_H

#include "fix/Fix.h"

namespace holdfast::migrate {

/// A place in a file as it is before any edit.
struct Place {
  std::string File; ///< Absolute.
  unsigned Line = 0;
  unsigned Column = 0;

  friend bool operator<(const Place &A, const Place &B) {
    return std::tie(A.File, A.Line, A.Column) < std::tie(B.File, B.Line, B.Column);
  }
};

/// An expression, and where it is.
struct Written {
  Place Where;
  std::string What; ///< "sessions_".

  friend bool operator<(const Written &A, const Written &B) {
    return std::tie(A.Where, A.What) < std::tie(B.Where, B.What);
  }
};

/// A container is given to a template that takes anything.
struct Gift {
  std::string To; ///< The id of its parameter.
  Written As;

  friend bool operator<(const Gift &A, const Gift &B) {
    return std::tie(A.To, A.As) < std::tie(B.To, B.As);
  }
};

/// A use that does not fit the new type.
struct Misfit {
  Place Where;
  std::string What;   ///< As it is written: "it->second".
  std::string Why;    ///< "values are never changed in place".
  std::string Write;  ///< What to write instead; may be empty.
  std::string Unless; ///< What the user may accept, so that it fits: "order"; empty: nothing.
  /// Of a use in a template that takes anything: what it is given, by code that is written for the
  /// container.
  std::vector<Written> Given = {};

  friend bool operator<(const Misfit &A, const Misfit &B) {
    return std::tie(A.Where, A.What, A.Why, A.Write) < std::tie(B.Where, B.What, B.Why, B.Write);
  }
};

/// Code in a template that only its instantiations say anything about.
struct TemplateUse {
  Place Where;
  std::string What;
  bool IsInstantiated = false;
};

struct Entity {
  std::string Id;    ///< The same in all units.
  std::string Name;  ///< "net::Server::sessions_", "run()::local".
  std::string Noun;  ///< "member", "parameter".
  std::string Class; ///< Its container class: "std::unordered_map"; empty: it is none.
  std::string Type;  ///< As it is written.
  std::vector<Place> Declared;
  std::vector<std::string> Links; ///< Ids of entities that must have the same type.
  std::vector<fix::Edit> Edits;   ///< Of the type and of uses.
  std::vector<Misfit> Misfits;
  std::vector<TemplateUse> TemplateUses;
  std::vector<Gift> Gifts;
  bool IsMeant = false;   ///< The user means this one.
  bool IsSpelled = false; ///< Its type, or an alias of it, is written; not `auto`.
  bool IsShared = false;  ///< Other units can name it, whatever file declares it.
};

/// What is to become of what.
struct Request {
  std::string To;   ///< "holdfast::map".
  std::string Name; ///< A qualified name, or its end; empty: Places.
  /// Where it is declared or used. Column 0: anywhere in the line.
  std::vector<Place> Places;
  std::string Spelled; ///< With Places: what it is called there; empty: anything.
};

/// All that one unit has to say.
struct Survey {
  std::vector<Entity> Entities;
  std::vector<std::string> Files; ///< That it consists of, without system headers; absolute.
};

} // namespace holdfast::migrate

#endif // HOLDFAST_MIGRATE_SURVEY_H
