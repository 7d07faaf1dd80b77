//===- AlteredTables.cpp - the model tables with one cell flipped ---------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// The tables as they are, under another name: builtinLines() is ours.
#define builtinLines unalteredLines
#include "models/Builtin.cpp"
#undef builtinLines

#include "AlteredTables.h"
#include "llvm/Support/Path.h"
#include <cstdlib>
#include <deque>

#undef FAMILY
#undef CLASS
#undef USES
#undef LIKE
#undef SAME_AS
#undef FUNCTIONS
#undef OP
#undef READ
#undef SYNC
#undef AT
#undef RUNS
#undef TOUCHES

namespace holdfast::mutants {

#define FAMILY(...) __FILE__,
#define CLASS(...) __FILE__,
#define USES(...) __FILE__,
#define LIKE(...) __FILE__,
#define SAME_AS(...) __FILE__,
#define FUNCTIONS(...) __FILE__,
#define OP(...) __FILE__,
#define READ(...) __FILE__,
#define SYNC(...) __FILE__,
#define AT(...) __FILE__,
#define RUNS(...) __FILE__,
#define TOUCHES(...) __FILE__,
/// The table of each line.
static const char *const FileOfLine[] = {
#include "models/Builtin.def"
};

using models::Entry;
using models::EntryKind;

llvm::ArrayRef<Entry> originalLines() { return models::unalteredLines(); }

Spot spotOf(size_t Line) {
  llvm::ArrayRef<Entry> Lines = originalLines();
  auto IsOwner = [](const Entry &E) {
    return E.K == EntryKind::Class || E.K == EntryKind::Family || E.K == EntryKind::Functions;
  };
  size_t Row = Line, Owner = Line;
  while (Lines[Row].K == EntryKind::Place || Lines[Row].K == EntryKind::Runs ||
         Lines[Row].K == EntryKind::Touches)
    --Row;
  while (!IsOwner(Lines[Owner]))
    --Owner;
  std::string Text = Lines[Owner].Name;
  if (Lines[Row].K == EntryKind::Row)
    Text +=
        (Text.empty() ? "" : " ") + std::string(Lines[Row].Name) + "(" + Lines[Row].Pattern + ")";
  return {llvm::sys::path::filename(FileOfLine[Line]), Text};
}

namespace {

/// What builtinLines() returns.
struct Current {
  std::vector<Entry> Lines = originalLines();
  std::deque<std::string> Texts; ///< What changed cells point at.

  const char *keep(std::string Text) { return Texts.emplace_back(std::move(Text)).c_str(); }

  void apply(const Flip &F) {
    Entry &E = Lines[F.Line];
    switch (F.C) {
    case Column::What:
      E.What = static_cast<models::Change>(F.Value);
      break;
    case Column::Iterators:
      E.Iterators = static_cast<models::Scope>(F.Value);
      break;
    case Column::References:
      E.References = static_cast<models::Scope>(F.Value);
      break;
    case Column::End:
      E.End = static_cast<models::Scope>(F.Value);
      break;
    case Column::When:
      E.When = static_cast<models::Condition>(F.Value);
      break;
    case Column::Returns:
      E.Returns = static_cast<models::Result>(F.Value);
      break;
    case Column::Where:
      E.Where = static_cast<models::Place>(F.Value);
      break;
    case Column::Role: {
      std::string Roles = E.Roles;
      Roles[F.Index] = static_cast<char>(F.Value);
      E.Roles = keep(Roles);
      break;
    }
    case Column::KeyField:
      E.Pattern = F.Value == '-' ? "-" : "";
      break;
    case Column::Flags:
      E.Flags ^= F.Value;
      break;
    }
  }
};

} // namespace

static Current &current() {
  static Current C = [] {
    Current Result;
    const char *Wanted = std::getenv("HOLDFAST_MUTANT");
    llvm::StringRef Name = Wanted ? Wanted : "";
    size_t Number;
    if (Name.consume_front("row:") && !Name.getAsInteger(10, Number) && Number < allFlips().size())
      Result.apply(allFlips()[Number]);
    return Result;
  }();
  return C;
}

void use(const Flip *F) {
  current() = Current();
  if (F)
    current().apply(*F);
}

void useLineNumbers() {
  Current &C = current() = Current();
  for (size_t I = 0; I < C.Lines.size(); ++I)
    if (C.Lines[I].K == EntryKind::Row)
      C.Lines[I].Source = C.keep(std::to_string(I));
}

} // namespace holdfast::mutants

namespace holdfast::models {

llvm::ArrayRef<Entry> builtinLines() { return mutants::current().Lines; }

} // namespace holdfast::models
