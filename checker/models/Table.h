//===- Table.h - one line of a .def table -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The .def files are lists of lines; Builtin.cpp turns each into an Entry.
//
//   FAMILY(Name, Source)          the following rows belong to family Name
//   CLASS(Name, Kind, Key, Flags, Source)
//                                 the following rows are the class's own
//   USES(Family)                  the class has the family's rows, too; own rows win, then families
//                                 in the order listed
//   FUNCTIONS(Source)             the following rows are free functions
//   OP(Name, Pattern, Roles, What, Iterators, References, End, When, Returns, Source)
//                                 a row, columns as in Operation
//   READ(Name, Pattern, Roles, Returns)
//                                 a row that changes nothing
//   SYNC(Name, Pattern, Roles, Sync)
//                                 a row of what happens between threads
//   AT(Place)                     the row before it is about the first / last element
//   RUNS(Method)                  the row before it calls that method of its object
//   TOUCHES(Touch)                what the row before it is to threads that use the container, too
//   LIKE(Class)                   the class has the rows of a class that stands before it, after
//                                 its own
//   SAME_AS(Name, Of)             class Name has exactly the rows of class Of, and its kind and key
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MODELS_TABLE_H
#define HOLDFAST_MODELS_TABLE_H

#include "models/Model.h"

namespace holdfast::models {

enum class EntryKind : uint8_t {
  Family,
  Class,
  Uses,
  Functions,
  Row,
  Place,
  Runs,
  Touches,
  Like,
  SameAs
};

/// Flags of CLASS lines.
enum : uint8_t {
  Plain = 0,
  Stable = 1, ///< ClassModel::StableReferences.
  Shared = 2, ///< ClassModel::ImplicitlyShared.
  Lazy = 4,   ///< ClassModel::Lazy.
};

/// A line of a table. Which fields are set depends on K; strings have static storage.
struct Entry {
  EntryKind K;
  const char *Name = "";
  const char *Pattern = ""; ///< Class: the key field. SameAs: the other class.
  const char *Roles = "";
  Change What = Change::None;
  Scope Iterators = Scope::None;
  Scope References = Scope::None;
  Scope End = Scope::None;
  Condition When = Condition::Always;
  Result Returns = Result::None;
  const char *Source = "";
  ClassKind Class = ClassKind::Container;
  uint8_t Flags = Plain;
  Place Where = Place::Unstated;
  Sync Between = Sync::None;
  Touch Touches = Touch::Unstated;
};

constexpr Entry familyLine(const char *Name, const char *Source) {
  Entry E{EntryKind::Family, Name};
  E.Source = Source;
  return E;
}

constexpr Entry classLine(const char *Name, ClassKind Kind, const char *Key, uint8_t Flags,
                          const char *Source) {
  Entry E{EntryKind::Class, Name, Key};
  E.Class = Kind;
  E.Flags = Flags;
  E.Source = Source;
  return E;
}

constexpr Entry usesLine(const char *Family) { return {EntryKind::Uses, Family}; }

constexpr Entry likeLine(const char *Class) { return {EntryKind::Like, Class}; }

constexpr Entry sameAsLine(const char *Name, const char *Of) {
  return {EntryKind::SameAs, Name, Of};
}

constexpr Entry functionsLine(const char *Source) {
  Entry E{EntryKind::Functions};
  E.Source = Source;
  return E;
}

constexpr Entry rowLine(const char *Name, const char *Pattern, const char *Roles, Change What,
                        Scope Iterators, Scope References, Scope End, Condition When,
                        Result Returns, const char *Source) {
  return {EntryKind::Row, Name, Pattern, Roles,   What,  Iterators,
          References,     End,  When,    Returns, Source};
}

constexpr Entry syncLine(const char *Name, const char *Pattern, const char *Roles, Sync Between) {
  Entry E{EntryKind::Row, Name, Pattern, Roles};
  E.Between = Between;
  return E;
}

constexpr Entry placeLine(Place Where) {
  Entry E{EntryKind::Place};
  E.Where = Where;
  return E;
}

constexpr Entry runsLine(const char *Method) { return {EntryKind::Runs, Method}; }

constexpr Entry touchesLine(Touch Touches) {
  Entry E{EntryKind::Touches};
  E.Touches = Touches;
  return E;
}

/// All built-in lines, file after file.
llvm::ArrayRef<Entry> builtinLines();

} // namespace holdfast::models

#endif // HOLDFAST_MODELS_TABLE_H
