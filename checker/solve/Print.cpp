//===- Print.cpp - states in words, for debugging -------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Context.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::solve {

static void printTerm(llvm::raw_ostream &OS, Term T) {
  switch (T.K) {
  case Term::Kind::None:
    OS << "-";
    break;
  case Term::Kind::Integer:
    OS << T.N;
    break;
  case Term::Kind::Symbol:
    OS << '$' << T.N;
    break;
  case Term::Kind::End:
    OS << "end";
    break;
  case Term::Kind::Any:
    OS << "any";
    break;
  case Term::Kind::Size:
    OS << "size($" << T.N << ')';
    break;
  }
}

void Context::print(llvm::raw_ostream &OS, PlaceId P) const {
  static const char *const Memos[] = {"",         "last",   "key ", "index ",
                                      "reserved", "shared", "skip", "owner"};
  static_assert(std::size(Memos) == static_cast<size_t>(Place::Memo::Owner) + 1);
  const Place &Step = Places[P];
  if (Step.Parent != NoPlace)
    print(OS, Step.Parent);
  switch (Step.K) {
  case Place::Kind::None:
    OS << "nowhere";
    break;
  case Place::Kind::Variable:
    OS << '%' << M.text(F.Vars[Step.A].Name) << '#' << Step.A;
    break;
  case Place::Kind::This:
    OS << "this";
    break;
  case Place::Kind::Global:
    OS << '@' << M.text(Step.A);
    break;
  case Place::Kind::Pointee:
    printTerm(OS, Step.T);
    OS << ".*";
    break;
  case Place::Kind::Contents:
    OS << "contents(";
    printTerm(OS, Step.T);
    OS << ')';
    break;
  case Place::Kind::Field:
    OS << '.' << M.text(Step.A);
    break;
  case Place::Kind::Element:
    OS << '[';
    printTerm(OS, Step.T);
    OS << ']';
    break;
  case Place::Kind::Memo:
    OS << '{' << Memos[static_cast<unsigned>(Step.About)];
    if (Step.T)
      printTerm(OS, Step.T);
    OS << '}';
    break;
  }
}

static void printTest(llvm::raw_ostream &OS, const Predicate &P) {
  static const char *const Names[] = {"", " == ", " < ", " is empty", " contains "};
  printTerm(OS, P.A);
  OS << Names[static_cast<unsigned>(P.K)];
  if (P.B)
    printTerm(OS, P.B);
}

static void printValue(llvm::raw_ostream &OS, const Context &C, const Value &V) {
  static const char *const Kinds[] = {"iterator", "reference", "pointer", "view"};
  static const char *const States[] = {"", " MAY DANGLE", " DANGLES"};
  switch (V.K) {
  case Value::Kind::Scalar:
    printTerm(OS, V.Scalar);
    break;
  case Value::Kind::Handle:
    OS << (V.Reverse ? "reverse "
           : V.Lazy  ? "lazy "
                     : "")
       << Kinds[static_cast<unsigned>(V.H)] << " to ";
    C.print(OS, V.Target);
    OS << States[static_cast<unsigned>(V.State)];
    if (V.isDangling())
      OS << " since line " << C.locationOf(C.cause(V.Cause).At).Line;
    OS << (V.Joined ? " (joined)" : "");
    break;
  case Value::Kind::Truth:
    OS << (V.Negated ? "not " : "");
    printTest(OS, V.Test);
    break;
  case Value::Kind::Inserter:
    OS << "inserter into ";
    C.print(OS, V.Target);
    break;
  case Value::Kind::Skip:
    OS << (V.Stepped ? "skipped an element of " : "erased an element of ");
    C.print(OS, V.Target);
    break;
  }
}

void Context::print(llvm::raw_ostream &OS, const State &S) const {
  OS << (S.isBlurred() ? "  state (blurred)\n" : "  state\n");
  for (const Entry &E : S.memory()) {
    OS << "    ";
    print(OS, E.P);
    OS << " = ";
    printValue(OS, *this, E.V);
    OS << '\n';
  }
  for (const Fact &F : S.facts()) {
    OS << "    fact ";
    switch (F.K) {
    case Fact::Kind::Holds:
      OS << (F.Truth ? "" : "not ");
      printTest(OS, F.Test);
      break;
    case Fact::Kind::Before:
      printTerm(OS, F.Test.A);
      OS << " before ";
      printTerm(OS, F.Test.B);
      break;
    case Fact::Kind::FoundBy:
      printTerm(OS, F.Test.A);
      OS << " found in ";
      printTerm(OS, F.Test.B);
      OS << " by ";
      printTerm(OS, F.Third);
      break;
    case Fact::Kind::SameObject:
      printTerm(OS, F.Test.A);
      OS << " points into the object of ";
      printTerm(OS, F.Test.B);
      break;
    case Fact::Kind::Released:
      printTerm(OS, F.Test.A);
      OS << " released at line " << locationOf(cause(F.Cause).At).Line;
      break;
    case Fact::Kind::Unlinked:
      printTerm(OS, F.Test.A);
      OS << " not held by any " << M.text(static_cast<ir::Symbol>(F.Test.B.N));
      break;
    }
    OS << '\n';
  }
}

} // namespace holdfast::solve
