//===- RowFlips.cpp - which cells are flipped, and to what ----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of all values that a cell could have, those that somebody could have meant:
// nothing at all, everything, and what is easily confused with it. Not flipped,
// because nothing can come of it:
//  - scopes of constructors that take no other container: a new object has no handles,
//  - references and end() of rows that change nothing: the flip of their iterators stands for all,
//  - the key of sequences and sets ("-" or ""): the solver makes no difference (KeyRule::of),
//  - ClassModel::Lazy: the solver finds out by the constructors (Rows::holdsPointers),
//  - ImplicitlyShared of classes without a row that detaches.
//
//===----------------------------------------------------------------------===//
#include "AlteredTables.h"
#include "models/Names.h"

using namespace holdfast;
using namespace holdfast::models;
using holdfast::mutants::Column;
using holdfast::mutants::Flip;

static std::vector<Change> confusedWith(Change C) {
  switch (C) {
  case Change::None:
    return {};
  case Change::Erase:
    return {Change::None, Change::Clear};
  case Change::Move:
  case Change::Swap:
    return {Change::None, Change::Assign};
  case Change::Splice:
    return {Change::None, Change::Insert};
  case Change::Reserve:
    return {Change::None, Change::Shrink};
  case Change::Shrink:
    return {Change::None, Change::Reserve};
  case Change::Release:
    return {Change::None, Change::Clear};
  case Change::Insert:
  case Change::Clear:
  case Change::Assign:
  case Change::Reorder:
    return {Change::None};
  }
  return {};
}

static std::vector<Scope> confusedWith(Scope S, Change C) {
  switch (S) {
  case Scope::None:
    return {Scope::All};
  case Scope::FromPosition:
    return {Scope::None, Scope::Erased, Scope::All};
  case Scope::All:
    if (C == Change::Erase)
      return {Scope::None, Scope::Erased};
    return {Scope::None};
  case Scope::Tombstone:
    return {Scope::None, Scope::Erased};
  case Scope::Erased:
  case Scope::Growth:
  case Scope::Detach:
  case Scope::Middle:
  case Scope::LastOwner:
    return {Scope::None, Scope::All};
  }
  return {};
}

static std::vector<Result> confusedWith(Result R) {
  switch (R) {
  case Result::None:
    return {};
  case Result::Begin:
    return {Result::None, Result::End};
  case Result::End:
    return {Result::None, Result::Begin};
  case Result::Iterator:
    return {Result::None, Result::End};
  case Result::Find:
    return {Result::None, Result::Iterator};
  case Result::Next:
    return {Result::None, Result::Prev};
  case Result::Prev:
    return {Result::None, Result::Next};
  case Result::ReverseBegin:
    return {Result::None, Result::Begin};
  case Result::ReverseEnd:
    return {Result::None, Result::End};
  case Result::ElementAtKey:
    return {Result::None, Result::Element};
  case Result::First:
    return {Result::None, Result::Last};
  case Result::Last:
    return {Result::None, Result::First};
  case Result::View:
    return {Result::None, Result::Fresh};
  case Result::Self:
    return {Result::None, Result::Fresh};
  case Result::Fresh:
    return {Result::Self};
  case Result::Taken:
    return {Result::None, Result::Fresh};
  default:
    return {Result::None};
  }
}

static std::vector<Condition> confusedWith(Condition W, Change C) {
  if (W != Condition::Always)
    return {Condition::Always};
  if (C == Change::Insert)
    return {Condition::IfMissing};
  if (C == Change::Erase)
    return {Condition::IfPresent};
  return {};
}

static std::vector<Place> confusedWith(Place P) {
  return {Place::Unstated, P == Place::First ? Place::Last : Place::First};
}

namespace {

class Flipper {
public:
  std::vector<Flip> run() {
    for (const Entry &E : mutants::originalLines()) {
      if (E.K == EntryKind::Row)
        flipRow(E);
      if (E.K == EntryKind::Place)
        flipTo(Column::Where, "place", E.Where, confusedWith(E.Where));
      if (E.K == EntryKind::Class)
        flipClass(E);
      ++Line;
    }
    return std::move(Flips);
  }

private:
  void add(Column C, uint8_t Index, uint8_t Value, const std::string &What) {
    mutants::Spot At = mutants::spotOf(Line);
    Flips.push_back({Line, C, Index, Value, At.Table.str() + " " + At.Row + ": " + What});
  }

  template <typename E>
  void flipTo(Column C, const char *Name, E Is, const std::vector<E> &Others) {
    for (E Other : Others)
      add(C, 0, static_cast<uint8_t>(Other),
          std::string(Name) + " " + wordFor(Is).str() + " -> " + wordFor(Other).str());
  }

  void flipRow(const Entry &E) {
    flipTo(Column::What, "change", E.What, confusedWith(E.What));
    flipScopes(E);
    flipTo(Column::When, "when", E.When, confusedWith(E.When, E.What));
    flipTo(Column::Returns, "returns", E.Returns, confusedWith(E.Returns));
    for (uint8_t I = 0; E.Roles[I]; ++I)
      if (E.Roles[I] != '.')
        add(Column::Role, I, '.', "role " + std::to_string(I + 1) + " " + E.Roles[I] + " -> .");
  }

  void flipScopes(const Entry &E) {
    bool MakesNew = llvm::StringRef(E.Name) == "{ctor}" && E.Pattern[0] != 'M';
    if (MakesNew)
      return;
    flipTo(Column::Iterators, "iterators", E.Iterators, confusedWith(E.Iterators, E.What));
    if (E.What == Change::None)
      return;
    flipTo(Column::References, "references", E.References, confusedWith(E.References, E.What));
    flipTo(Column::End, "end", E.End,
           std::vector<Scope>{E.End == Scope::None ? Scope::All : Scope::None});
  }

  void flipClass(const Entry &E) {
    llvm::StringRef Key = E.Pattern;
    if (!Key.empty() && Key != "-")
      add(Column::KeyField, 0, '-', "key " + Key.str() + " -> -");
    add(Column::Flags, 0, Stable, "stable references flipped");
    if (E.Flags & Shared)
      add(Column::Flags, 0, Shared, "implicitly shared flipped");
  }

  std::vector<Flip> Flips;
  size_t Line = 0;
};

} // namespace

const std::vector<Flip> &mutants::allFlips() {
  static const std::vector<Flip> Flips = Flipper().run();
  return Flips;
}
